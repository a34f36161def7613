/**
 * A thread that makes one part of a package: it loads that part's tools, its job comes in as a message, the files or what is wrong go out as one. Any
 * other error ends the thread and reaches who started it.
 */
import { parentPort, workerData } from "node:worker_threads";
import { Failure, type Diagnostic } from "./diagnostics.js";
import { loadTools, type Job, type Part } from "./emit/parts.js";
import { makeHere } from "./make.js";
import type { Files } from "./model/model.js";

export type Answer = { readonly files: Files } | { readonly diagnostics: readonly Diagnostic[] };

parentPort?.once("message", (job: Job) => void answer(job));
await loadTools(workerData as Part);

async function answer(job: Job): Promise<void> {
  const made = await makeHere(job).then(
    (files): Answer => ({ files }),
    (error: unknown): Answer => {
      if (error instanceof Failure) return { diagnostics: error.diagnostics };
      throw error;
    },
  );
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
  parentPort?.postMessage(made);
}
