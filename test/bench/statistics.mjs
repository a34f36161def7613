/** Samples in, the figures of the tables out. */

export function median(samples) {
  const sorted = samples.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** Of samples that were taken in turns: a busy moment slows both of a pair, and leaves their ratio alone. */
export const ratio = (samples, others) => median(samples.map((sample, index) => sample / others[index]));
