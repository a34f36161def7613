/**
 * What was read in, the package that a run makes of it out: every stage between reading and writing, in threads.
 */
import type { Generated } from "./generate.js";
import type { Sources } from "./load/document.js";

/** @throws Failure with all that is wrong with the schema or the contract. */
export async function makePackage(sources: Sources): Promise<Generated> {
  const { startThreads } = await import("./threads/threads.js");
  const { make, stop } = startThreads();
  try {
    const { accept } = await import("./load/load.js");
    const inputs = accept(sources);
    const { generate } = await import("./generate.js");
    return await generate(inputs, make);
  } finally {
    stop();
  }
}
