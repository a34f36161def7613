/**
 * A thread that makes one part of a package: it loads that part's tools, its job comes in as a message, the files or what is wrong go out as one. Any
 * other error ends the thread and reaches who started it. The files of the steps go out as they were emitted: to load prettier here
 * for a few small files would take longer than they take where it is loaded already.
 */
import { parentPort, workerData } from "node:worker_threads";
import { Failure, type Diagnostic } from "../diagnostics.js";
import type { Job, Part } from "../emit/parts/jobs.js";
import { emitPart, loadTools } from "../emit/parts/emit-part.js";
import type { Files } from "../format.js";

export type Answer = { readonly files: Files } | { readonly diagnostics: readonly Diagnostic[] };

parentPort?.once("message", (job: Job) => void answer(job));
await loadTools(workerData as Part);

async function answer(job: Job): Promise<void> {
  const made = await filesOf(job).then(
    (files): Answer => ({ files }),
    (error: unknown): Answer => {
      if (error instanceof Failure) return { diagnostics: error.diagnostics };
      throw error;
    },
  );
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
  parentPort?.postMessage(made);
}

async function filesOf(job: Job): Promise<Files> {
  if (job.part !== "steps") return (await import("./make.js")).makeHere(job);
  const files = new Map<string, string>();
  for await (const [path, text] of emitPart(job)) files.set(path, text);
  return files;
}
