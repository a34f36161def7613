/**
 * How a `--check` was called in; the command that writes what it only compared out.
 */
import { basename, relative } from "node:path";
import type { Target } from "../given.js";

interface Invocation {
  /** As `process.argv`. */
  readonly argv: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The working directory. */
  readonly cwd: string;
}

/** The npm script that ran us, where all but `--check` is its own text; else the same command line without `--check`. */
export function mendingCommand({ argv, env, cwd }: Invocation): string {
  const [, program = "stepwright", ...given] = argv;
  const rest = given.filter((each) => each !== "--check");
  const { npm_lifecycle_event: script, npm_lifecycle_script: text = "" } = env;
  const isScript = script !== undefined && !text.includes("--check") && rest.every((each) => text.includes(each));
  if (isScript) return `npm run ${script}`;
  const start = program.endsWith(".js") ? `node ${quoted(relative(cwd, program))}` : `npx ${basename(program)}`;
  return [start, ...rest.map(quoted)].join(" ");
}

const quoted = (word: string): string =>
  /^[\w@%+=:,./\\-]+$/.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`;

/** What a program that has checked a package tells people to run. */
export function commandFor({ contract, schema, out }: Target): string {
  const flags = [...(schema === undefined ? [] : ["--schema", schema]), ...(out === undefined ? [] : ["--out", out])];
  return ["npx stepwright generate", ...[contract, ...flags].map(quoted)].join(" ");
}
