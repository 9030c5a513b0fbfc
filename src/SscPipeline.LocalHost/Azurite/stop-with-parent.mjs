// Loaded into Azurite before it starts. Its standard input is a pipe from the process that started it: when that process ends,
// however it ends, the pipe closes, and Azurite saves its data and stops. Ctrl-C reaches every process of a terminal; it is left to
// the parent, which still needs storage while it finishes.
const once = process.once;
process.once = function (event, listener) {
  return event === 'SIGINT' ? this : once.call(this, event, listener);
};
process.on('SIGINT', () => {});
// What Azurite says while it stops goes to pipes that nobody reads any more; that must not end it before it has saved.
process.stdout.on('error', () => {});
process.stderr.on('error', () => {});
process.stdin.on('end', () => process.emit('SIGTERM'));
process.stdin.on('error', () => process.emit('SIGTERM'));
process.stdin.resume();
