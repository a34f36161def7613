/**
 * The table of commands and flags in, the text of `stepwright --help` out.
 */
import { commands, exitCodes, globalFlags, type Command, type Flag } from "../flags.js";

const column = 18;

export function helpText(): string {
  return [
    "stepwright turns one workflow JSON Schema into one npm package: types, validators, step factories.",
    ...Object.entries<Command>(commands).map(([name, command]) => commandHelp(name, command)),
    `Everywhere:\n${flagLines(globalFlags)}`,
    `Exit codes:\n${Object.entries(exitCodes)
      .map(([code, meaning]) => `  ${code}  ${meaning}`)
      .join("\n")}`,
  ].join("\n\n");
}

function commandHelp(name: string, { summary, argument, flags }: Command): string {
  return [
    `stepwright ${name} <${argument.name}> [flags]`,
    `  ${summary}\n`,
    line(`<${argument.name}>`, argument.summary),
    flagLines(flags),
  ].join("\n");
}

const flagLines = (flags: Readonly<Record<string, Flag>>): string =>
  Object.entries(flags)
    .map((each) => line(spelled(each), each[1].summary))
    .join("\n");

const spelled = ([name, { value }]: readonly [string, Flag]): string => (value ? `--${name} ${value}` : `--${name}`);

const line = (term: string, meaning: string): string => `  ${term.padEnd(column)}${meaning}`;
