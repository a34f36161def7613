/**
 * The command line in, a typed request out. The first mistake ends the run with one sentence (SW101).
 */
import { parseArgs } from "node:util";
import { diagnostic, Failure } from "../diagnostics.js";
import { commands, globalFlags, optionsOf, type CommandName, type Flag, type Request } from "../flags.js";

type Flags = Readonly<Record<string, Flag>>;
type Token = NonNullable<ReturnType<typeof parseArgs>["tokens"]>[number];
type GivenFlag = Extract<Token, { kind: "option" }>;

/** @throws Failure SW101 for an unknown command or flag, a missing or surplus argument, a flag without its value. */
export async function parseArguments(argv: readonly string[]): Promise<Request> {
  const known = allFlags();
  // Lenient, because Node's own sentences name neither the command nor a near miss.
  const { tokens } = parseArgs({
    args: [...argv],
    options: optionsOf(known),
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const given = tokens.filter((token) => token.kind === "option");
  for (const name of ["help", "version"] as const) {
    if (given.some((token) => token.name === name)) return { command: name };
  }
  const [name, value, surplus] = tokens.filter((token) => token.kind === "positional").map((token) => token.value);
  if (name === undefined) {
    const stranger = given.find((token) => !Object.hasOwn(known, token.name));
    throw stranger ? await unknownFlag(stranger, argv, known) : usage("no command given");
  }
  if (!isCommand(name)) throw usage(`unknown command ${name}: ${await nearest(name, Object.keys(commands))}`);

  const { argument } = commands[name];
  const flags = await flagValues(given, argv, commands[name].flags);
  if (!value) throw usage(`${name} needs a <${argument.name}>`);
  if (surplus !== undefined) throw usage(`${name} takes one <${argument.name}>: ${surplus} is one too many`);
  return { command: name, argument: value, flags };
}

/** A flag that two commands have is the same kind in both: it is parsed before the command is known. */
const allFlags = (): Flags => Object.assign({}, globalFlags, ...Object.values(commands).map(({ flags }) => flags));

async function flagValues(given: readonly GivenFlag[], argv: readonly string[], flags: Flags) {
  const values: [string, string | true][] = [];
  for (const token of given) {
    const flag = Object.hasOwn(flags, token.name) ? flags[token.name] : undefined;
    if (!flag) throw await unknownFlag(token, argv, flags);
    const missing = !token.value || (!token.inlineValue && token.value.startsWith("-"));
    if (flag.value && missing) throw usage(`--${token.name} needs a ${flag.value}`);
    if (!flag.value && token.value !== undefined) throw usage(`--${token.name} takes no value`);
    if (flag.oneOf && !flag.oneOf.includes(token.value ?? "")) throw await unknownValue(token, flag.oneOf);
    values.push([token.name, token.value ?? true]);
  }
  const clash = values.flatMap(([name]) => (flags[name]?.without ?? []).map((other) => [other, name] as const));
  const found = clash.find(([other]) => values.some(([name]) => name === other));
  if (found) throw usage(`--${found[0]} and --${found[1]} do not go together`);
  return Object.fromEntries(values);
}

async function unknownFlag(token: GivenFlag, argv: readonly string[], flags: Flags): Promise<Failure> {
  const written = argv[token.index]?.split("=")[0] ?? token.rawName;
  const known = Object.keys({ ...flags, ...globalFlags }).map((name) => `--${name}`);
  return usage(`unknown flag ${written}: ${await nearest(written, known)}`);
}

const unknownValue = async ({ name, value = "" }: GivenFlag, known: readonly string[]): Promise<Failure> =>
  usage(`--${name} does not take ${value}: ${await nearest(value, known)}`);

async function nearest(written: string, known: readonly string[]): Promise<string> {
  const { didYouMean } = await import("../words/did-you-mean.js");
  return didYouMean(written, known);
}

const isCommand = (name: string): name is CommandName => Object.hasOwn(commands, name);

const usage = (problem: string): Failure => new Failure([diagnostic("SW101", undefined, { problem })]);
