/**
 * The parts of a package that are made in threads of their own, for the command, which makes one package: loading ts-morph
 * takes as long as all before the first file is emitted, and the validators of a large schema as long as everything else.
 */
import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import { Failure } from "../diagnostics.js";
import type { Job, Part } from "../emit/parts/jobs.js";
import { format, type Files } from "../format.js";
import { makeHere, type Make } from "./make.js";
import type { Answer } from "./thread.js";

/** From so many definitions on, starting a thread for the validators costs less than it saves. */
const manyDefinitions = 300;

interface Threads {
  readonly make: Make;
  /** Ends what may still be at work, where a run has failed. */
  stop(): void;
}

/** The thread that loads ts-morph starts at once, so the sooner this is called, the better. */
export function startThreads(): Threads {
  if (availableParallelism() < 2) return { make: makeHere, stop: () => undefined };
  const started: (Thread | undefined)[] = [];
  const start = (part: Part): Thread | undefined => {
    const thread = startThread(part);
    started.push(thread);
    return thread;
  };
  const steps = start("steps");
  return {
    make: async (job) => {
      if (job.part === "steps") {
        const files = await madeBy(steps, job);
        return files ? format(files) : makeHere(job);
      }
      const isLarge = job.part === "validators" && Object.keys(job.schema.$defs).length >= manyDefinitions;
      if (!isLarge) return makeHere(job);
      return (await madeBy(start(job.part), job)) ?? makeHere(job);
    },
    stop: () => started.forEach((thread) => void thread?.worker.terminate()),
  };
}

interface Thread {
  readonly worker: Worker;
  /** Comes when the thread is no more: it could not start, memory ran out, or it was stopped. */
  readonly end: Promise<undefined>;
}

/** Undefined where this process may start none (`node --permission`). */
function startThread(part: Part): Thread | undefined {
  const worker = newWorker(part);
  if (worker === undefined) return undefined;
  // Nobody waits for a thread without a job.
  worker.unref();
  const end = new Promise<undefined>((resolve) => {
    for (const event of ["error", "messageerror", "exit"]) worker.once(event, () => resolve(undefined));
  });
  return { worker, end };
}

/** Without the flags of this process: one that debugs or preloads something is meant for this process alone. */
function newWorker(part: Part): Worker | undefined {
  try {
    return new Worker(new URL("./thread.js", import.meta.url), { workerData: part, execArgv: [] });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ERR_ACCESS_DENIED") return undefined;
    throw error;
  }
}

/**
 * Undefined where there is no thread, or where it ends without an answer. Why does not matter: the part is made here then, and
 * what is wrong with it comes to light again.
 * @throws Failure with all that is wrong in the part.
 */
async function madeBy(thread: Thread | undefined, job: Job): Promise<Files | undefined> {
  if (thread === undefined) return undefined;
  const { worker, end } = thread;
  worker.ref();
  const message = new Promise<Answer>((resolve) => worker.once("message", resolve));
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
  worker.postMessage(job);
  const answer = await Promise.race([message, end]);
  if (answer === undefined || "files" in answer) return answer?.files;
  throw new Failure(answer.diagnostics);
}
