/**
 * Every command and flag there is, in one table: the parser and `--help` both read it, so that help cannot lie.
 */
import type { ExitCode } from "./diagnostics.js";

export interface Flag {
  /** What to call the flag's value in help; absent for a flag that is only there or not. */
  readonly value?: string;
  /** The only values it takes, where they are few. */
  readonly oneOf?: readonly string[];
  /** The flags that mean something else: it goes with none of them. */
  readonly without?: readonly string[];
  readonly summary: string;
}

type Flags = Readonly<Record<string, Flag>>;

/** What Node's `parseArgs` has to know of flags. */
export const optionsOf = (flags: Flags): Record<string, { readonly type: "string" | "boolean" }> =>
  Object.fromEntries(Object.entries(flags).map(([name, { value }]) => [name, { type: value ? "string" : "boolean" }]));

export interface Command {
  readonly summary: string;
  /** The one positional argument. */
  readonly argument: { readonly name: string; readonly summary: string };
  readonly flags: Flags;
}

/** How an outcome is told: to people, to programs, to GitHub Actions. The first is the default. */
export const reporters = ["pretty", "json", "github"] as const;
export type ReporterName = (typeof reporters)[number];

const reporter = {
  value: "NAME",
  oneOf: reporters,
  summary: "pretty (for people), json, or github (annotations for GitHub Actions)",
} as const satisfies Flag;

/** Where a package goes whose folder nobody names. */
export const defaultOut = "generated";

const schema = { value: "FILE", summary: "read this schema instead of the one the contract names" } as const;
const argument = { name: "contract", summary: "the contract: a JSON or YAML file beside the schema" } as const;

export const commands = {
  generate: {
    summary: "reads a contract and its schema, writes the package",
    argument,
    flags: {
      schema,
      out: { value: "DIR", summary: `the package's folder (default: ${defaultOut}, in the current folder)` },
      check: { summary: "write nothing; exit with 1 when the package is not what would be written" },
      watch: {
        without: ["check"],
        summary: "run again whenever an input changes, until Ctrl-C",
      },
      "print-inputs": {
        without: ["check", "watch"],
        summary: "print the files that a run would read, and do nothing else",
      },
      "print-outputs": {
        without: ["check", "watch", "print-inputs"],
        summary: "print the files that a run would write, and do nothing else",
      },
      depfile: {
        value: "FILE",
        without: ["check", "print-inputs", "print-outputs"],
        summary: "also write what the package was made from, as a rule for Make or Ninja",
      },
      reporter,
    },
  },
  inspect: {
    summary: "prints what was found: entry types, steps and their tags, what a type cannot say; writes nothing",
    argument,
    flags: {
      schema,
      reporter,
    },
  },
} as const satisfies Record<string, Command>;

export const globalFlags = {
  help: { summary: "print this text" },
  version: { summary: "print the version" },
} as const satisfies Record<string, Flag>;

export const exitCodes = {
  0: "fine",
  1: "the package is stale (--check)",
  2: "wrong usage, contract, overlay or path",
  3: "the schema is wrong, or says something that cannot be emitted exactly",
  4: "a bug in stepwright",
  5: "reading or writing failed",
} as const satisfies Record<ExitCode, string>;

export type CommandName = keyof typeof commands;

type FlagValue<F> = F extends { readonly oneOf: readonly (infer One)[] }
  ? One
  : F extends { readonly value: string }
    ? string
    : true;
type FlagValues<Flags> = { readonly [Name in keyof Flags]?: FlagValue<Flags[Name]> };

/** A command line that was understood. */
export type RequestFor<Name extends CommandName> = {
  readonly command: Name;
  readonly argument: string;
  readonly flags: FlagValues<(typeof commands)[Name]["flags"]>;
};
export type Request =
  { [Name in CommandName]: RequestFor<Name> }[CommandName] | { readonly command: "help" | "version" };
