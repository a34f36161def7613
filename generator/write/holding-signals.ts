/** Ctrl-C and its like while a folder is written to: held back for these milliseconds, so that a run leaves nothing half done. */

const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/**
 * Holds back the signals that nobody else listens to until the work is done, whatever comes of it.
 * @param work is given whether one has arrived, so that it need not wait for others.
 */
export async function holdingSignals<T>(work: (isStopped: () => boolean) => Promise<T>): Promise<T> {
  const held = signals.filter((signal) => process.listenerCount(signal) === 0);
  const arrived: NodeJS.Signals[] = [];
  const note = (signal: NodeJS.Signals): number => arrived.push(signal);
  for (const signal of held) process.once(signal, note);
  try {
    return await work(() => arrived.length > 0);
  } finally {
    await allTold();
    for (const signal of held) process.off(signal, note);
    for (const signal of arrived.slice(0, 1)) process.kill(process.pid, signal);
  }
}

/** The system tells of a signal in the event loop, so of one that came with the end of the work only when that has gone round. */
async function allTold(): Promise<void> {
  for (let half = 0; half < 2; half += 1) await new Promise(setImmediate);
}
