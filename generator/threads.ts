/**
 * The parts of a package that are made in threads of their own, for the command, which makes one package: loading ts-morph
 * takes as long as all before the first file is emitted, and the validators of a large schema as long as everything else.
 */
import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import { Failure } from "./diagnostics.js";
import type { Job, Part } from "./emit/parts.js";
import { format } from "./format.js";
import { makeHere, type Make } from "./make.js";
import type { Files } from "./model/model.js";
import type { Answer } from "./thread.js";

/** From so many definitions on, starting a thread for the validators costs less than it saves. */
const manyDefinitions = 300;

export interface Threads {
  readonly make: Make;
  /** Ends what may still be at work, where a run has failed. */
  stop(): void;
}

/** The thread that loads ts-morph starts at once, so the sooner this is called, the better. */
export function startThreads(): Threads {
  if (availableParallelism() < 2) return { make: makeHere, stop: () => undefined };
  const started = [startThread("steps")];
  const [steps] = started as [Worker];
  return {
    make: async (job) => {
      if (job.part === "steps") return format(await madeBy(steps, job));
      const isLarge = job.part === "validators" && Object.keys(job.schema.$defs).length >= manyDefinitions;
      if (!isLarge) return makeHere(job);
      const validators = startThread(job.part);
      started.push(validators);
      return madeBy(validators, job);
    },
    stop: () => started.forEach((thread) => void thread.terminate()),
  };
}

function startThread(part: Part): Worker {
  const thread = new Worker(new URL("./thread.js", import.meta.url), { workerData: part });
  // Nobody waits for a thread without a job.
  thread.unref();
  return thread;
}

function madeBy(thread: Worker, job: Job): Promise<Files> {
  thread.ref();
  return new Promise((resolve, reject) => {
    thread.once("message", (answer: Answer) => {
      if ("files" in answer) resolve(answer.files);
      else reject(new Failure(answer.diagnostics));
    });
    thread.once("error", reject);
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
    thread.postMessage(job);
  });
}
