// Loaded into Azurite before it starts. Its standard input is a pipe from the process that started it: when that process ends,
// however it ends, the pipe closes, and Azurite saves its data and stops. Ctrl-C reaches every process of a terminal; it is left to
// the parent, which still needs storage while it finishes.
const once = process.once;
process.once = function (event, listener) {
  return event === 'SIGINT' ? this : once.call(this, event, listener);
};
process.on('SIGINT', () => {});
process.stdin.on('end', () => process.emit('SIGTERM'));
process.stdin.on('error', () => process.emit('SIGTERM'));
process.stdin.resume();
