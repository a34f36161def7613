/**
 * The validators of a large schema are emitted in a thread of their own, while types are printed and formatted in this one:
 * both take seconds there, and neither needs the other.
 */
import { Worker } from "node:worker_threads";
import type { Workflow } from "../model/model.js";
import type { CanonicalSchema } from "../schema/json-schema.js";
import type { ValidatorsJob } from "./validators-thread.js";

/** From so many definitions on, starting a thread costs less than it saves. */
const manyDefinitions = 300;

/** Module path without extension → JavaScript, as `emitValidators` gives it. */
export async function emitValidatorsAside(
  schema: CanonicalSchema,
  model: Workflow,
): Promise<ReadonlyMap<string, string>> {
  if (Object.keys(schema.$defs).length < manyDefinitions) {
    const { emitValidators } = await import("./validators.js");
    return emitValidators(schema, model);
  }
  const workerData: ValidatorsJob = { schema, model };
  const thread = new Worker(new URL("./validators-thread.js", import.meta.url), { workerData });
  return new Promise((resolve, reject) => {
    thread.once("message", resolve).once("error", reject);
  });
}
