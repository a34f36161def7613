/**
 * A command line in; what the run has to say out, where it is a plain `generate` or `generate --check` and nothing was touched since the last
 * one. It loads next to nothing, so that such a run takes little longer than Node itself.
 */
import { asFolder } from "../write/emitted-path.js";
import { untouched } from "../write/untouched.js";

/** @param argv without Node and the program. */
export function nothingToDo(argv: readonly string[]): string | undefined {
  const target = plainTarget(argv);
  return target && untouched(target) ? upToDate(target.out) : undefined;
}

/** What is said of a package that nothing has to be done for. */
export const upToDate = (out: string): string => `${asFolder(out)} is up to date`;

interface PlainTarget {
  readonly contract: string;
  readonly schema?: string;
  readonly out: string;
}

/** Of the lines that need no explanation; `parseArguments` knows all of them, and every mistake. */
function plainTarget([command, ...words]: readonly string[]): PlainTarget | undefined {
  if (command !== "generate") return undefined;
  const named = new Map<string, string>();
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? "";
    if (word === "--check") continue;
    const isFlag = word === "--schema" || word === "--out";
    const value = isFlag ? words[++at] : word;
    const name = isFlag ? word : "contract";
    if (!value || value.startsWith("-") || named.has(name)) return undefined;
    named.set(name, value);
  }
  const contract = named.get("contract");
  const schema = named.get("--schema");
  return contract === undefined
    ? undefined
    : { contract, ...(schema !== undefined && { schema }), out: named.get("--out") ?? "generated" };
}
