/** Ctrl-C and its like while files are moved into place: held back for these milliseconds, so that a run leaves nothing half done. */

const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** Of the signals that nobody else listens to. @returns what lets them through again, also those that came meanwhile. */
export function holdSignals(): () => void {
  const held = signals.filter((signal) => process.listenerCount(signal) === 0);
  const arrived: NodeJS.Signals[] = [];
  const note = (signal: NodeJS.Signals): number => arrived.push(signal);
  for (const signal of held) process.once(signal, note);
  return () => {
    for (const signal of held) process.off(signal, note);
    for (const signal of arrived.slice(0, 1)) process.kill(process.pid, signal);
  };
}
