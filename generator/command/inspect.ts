/**
 * `stepwright inspect`: a contract in, what was found in its schema out. Nothing is written.
 */
import type { RequestFor } from "../flags.js";
import type { CommandOutcome } from "../report/outcome.js";

/** @throws Failure with everything that is wrong. */
export async function runInspect({ argument: contract, flags }: RequestFor<"inspect">): Promise<CommandOutcome> {
  const { load } = await import("../load/load.js");
  const inputs = await load(contract, { schema: flags.schema });
  const { inspect } = await import("../inspect/inspect.js");
  const { text, diagnostics } = inspect(inputs);
  return { result: text, diagnostics };
}
