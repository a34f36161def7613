/** Single changes in, bursts of them out: what is saved together is one. */
import { setTimeout as sleep } from "node:timers/promises";

/** In milliseconds: a burst has ended when nothing changed for so long. */
const quiet = 100;

/** So many times at most: what is saved again and again is run all the same. */
const mostWaits = 20;

interface Bursts {
  /** A change. */
  readonly add: () => void;
  /** The end of the burst that is going on or comes next, counting from the end of the one before; or the signal. */
  readonly next: () => Promise<void>;
}

export function burstsUntil(signal: AbortSignal): Bursts {
  let isOpen = false;
  let wake: () => void = () => undefined;
  signal.addEventListener("abort", () => wake());
  return {
    add() {
      isOpen = true;
      wake();
    },
    async next() {
      if (!isOpen && !signal.aborted) await new Promise<void>((resolve) => (wake = resolve));
      for (let waits = 0; isOpen && waits < mostWaits && !signal.aborted; waits += 1) {
        isOpen = false;
        await sleep(quiet, undefined, { signal }).catch(() => undefined);
      }
    },
  };
}
