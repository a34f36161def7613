/** The thread that emits validators: a job in, the modules out. An error ends the thread and reaches who started it. */
import { parentPort, workerData } from "node:worker_threads";
import type { Workflow } from "../model/model.js";
import type { CanonicalSchema } from "../schema/json-schema.js";
import { emitValidators } from "./validators.js";

export interface ValidatorsJob {
  readonly schema: CanonicalSchema;
  readonly model: Workflow;
}

const { schema, model } = workerData as ValidatorsJob;
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
parentPort?.postMessage(emitValidators(schema, model));
