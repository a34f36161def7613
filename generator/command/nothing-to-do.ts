/**
 * A command line in; what the run has to say out, where it is a plain `generate` or `generate --check` and nothing was touched since the last
 * one. It loads next to nothing, so that such a run takes little longer than Node itself.
 */
import { parseArgs } from "node:util";
import { commands, defaultOut, optionsOf } from "../flags.js";
import type { ResolvedTarget, Target } from "../given.js";
import { asFolder } from "../write/emitted-path.js";
import { haveSameTexts } from "../write/same-texts.js";

/** @param argv without Node and the program. */
export function nothingToDo(argv: readonly string[]): string | undefined {
  const target = plainTarget(argv);
  return target && haveSameTexts(target) ? upToDate(target.out) : undefined;
}

/** What is said of a package that nothing has to be done for. */
export const upToDate = (out: string): string => `${asFolder(out)} is up to date`;

const { schema, out, check } = commands.generate.flags;
const plainFlags = optionsOf({ schema, out, check });

/** Of the lines that need no explanation; `parseArguments` knows all of them, and every mistake. */
function plainTarget(argv: readonly string[]): ResolvedTarget | undefined {
  try {
    const parsed = parseArgs({ args: [...argv], options: plainFlags, allowPositionals: true });
    const [command, contract, ...surplus] = parsed.positionals;
    const { schema, out = defaultOut } = parsed.values as Omit<Target, "contract">;
    const isPlain = command === "generate" && surplus.length === 0 && schema !== "" && out !== "";
    return isPlain && contract ? { contract, ...(schema !== undefined && { schema }), out } : undefined;
  } catch {
    return undefined;
  }
}
