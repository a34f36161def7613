/**
 * `stepwright generate --watch`: a contract in; its package, made anew after each burst of changes, and the outcome of each run
 * out, until it is told to stop.
 */
import type { CommandOutcome } from "../report/outcome.js";
import { burstsUntil } from "../watch/bursts.js";
import { watchFiles } from "../watch/watch-files.js";
import { escapeControls } from "../words/escape-controls.js";

interface Watched {
  /** One run, which names each file before it reads it. Its failures are outcomes. */
  readonly run: (willRead: (file: string) => void) => Promise<CommandOutcome>;
  readonly report: (outcome: CommandOutcome) => Promise<void>;
  /** Ends the watching after the run that is going on. */
  readonly signal: AbortSignal;
}

/** @throws Failure SW510 where the system watches no more files. */
export async function runWatch({ run, report, signal }: Watched): Promise<CommandOutcome> {
  const bursts = burstsUntil(signal);
  const files = new Set<string>();
  const watcher = watchFiles(bursts.add);
  try {
    while (!signal.aborted) {
      const known = files.size;
      watcher.clear();
      const outcome = await run((file) => {
        watcher.follow(file);
        files.add(file);
      });
      await report(outcome);
      if (files.size > known)
        await report({ result: `watching ${[...files].map(escapeControls).join(", ")}`, diagnostics: [] });
      await bursts.next();
    }
  } finally {
    watcher.clear();
  }
  return { result: "stopped watching", diagnostics: [] };
}
