// An SMTP server on a free port of this machine. Says its port, then one line of JSON for each mail that it accepted.
import { createRequire } from 'node:module';
const require = createRequire(process.cwd() + '/');
const { SMTPServer } = require('smtp-server');
const [mode] = process.argv.slice(2);

const server = new SMTPServer({
  authOptional: mode !== 'login',
  allowInsecureAuth: true,
  hideSTARTTLS: mode !== 'tls',
  onAuth: (auth, session, done) => auth.username === 'ssc' && auth.password === 'right'
    ? done(null, { user: 'ssc' })
    : done(new Error('Invalid username or password')),
  onRcptTo: (address, session, done) => {
    if (mode !== 'refuse') return done();
    const refusal = new Error(`No such mailbox: ${address.address}`);
    refusal.responseCode = 550;
    done(refusal);
  },
  onData: (stream, session, done) => {
    const parts = [];
    stream.on('data', part => parts.push(part));
    stream.on('end', () => {
      console.log(JSON.stringify({ to: session.envelope.rcptTo.map(to => to.address), mail: Buffer.concat(parts).toString('base64') }));
      if (mode !== 'slow') done();
    });
  },
});
server.on('error', () => {});
server.listen(0, '127.0.0.1', () => console.log(server.server.address().port));
process.stdin.resume().on('end', () => process.exit(0));
