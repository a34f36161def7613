/**
 * Emitted types and JSON values in; which of the values each type refuses out. TypeScript itself answers, for all pairs in
 * one run.
 */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Json } from "#generator/json/json-schema.js";
import { typeReports } from "./type-check.js";

export interface TypeAndValues {
  /** The text of a module that exports the type: `types.d.ts` as it is emitted, formatted or not. */
  readonly declarations: string;
  /** The name of the type that is asked about. */
  readonly type: string;
  readonly values: readonly Json[];
}

export interface Answer {
  /** What is wrong with the declarations themselves, `TS2304: Cannot find name 'A'.`; then `refused` means nothing. */
  readonly problems: readonly string[];
  /** What TypeScript says of each value that cannot be assigned, by its index in `values`. */
  readonly refused: ReadonlyMap<number, string>;
}

/** As strict as the strictest consumer: the libraries of the language and nothing else. */
const compilerOptions = {
  ...{ strict: true, exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true, noEmit: true, types: [] },
  ...{ target: "es2022", lib: ["es2022"], module: "esnext", moduleResolution: "bundler" },
  ...{ moduleDetection: "force", skipDefaultLibCheck: true },
};

/**
 * How a value comes to the type. As a `variable` whose own type is exactly the value, a property that the type does not know
 * is no reason to refuse it; a type of optional properties alone does refuse a value that shares none with it (weak type
 * detection), which here counts like any other refusal. As a `literal`, written in place, it is refused such a property too.
 */
export type Manner = "variable" | "literal";

/**
 * Whether each value can be assigned to the type beside it.
 *
 * All pairs are one program: a run costs half a second and then a few milliseconds a pair. Take batches of some hundred.
 * @returns one answer a pair, in their order.
 * @throws Error where TypeScript itself cannot be run.
 */
export async function askAssignable(
  pairs: readonly TypeAndValues[],
  manner: Manner = "variable",
): Promise<readonly Answer[]> {
  const texts = pairs.map(({ declarations, type, values }) =>
    [...values.map((value) => assignment[manner](type, value)), declarations].join("\n"),
  );
  const answers = pairs.map(() => ({ problems: [] as string[], refused: new Map<number, string>() }));
  for (const { file, line, text } of await problemsOf(texts)) {
    const isOfValue = line <= (pairs[file]?.values.length ?? 0);
    if (isOfValue) answers[file]?.refused.set(line - 1, text);
    else answers[file]?.problems.push(text);
  }
  return answers;
}

/** On one line, and all of them before the declarations, so that a problem's line tells its value. */
const assignment: Readonly<Record<Manner, (type: string, value: Json) => string>> = {
  variable: (type, value) => `{ const value = null! as ${typeOfValue(value)}; const taken: ${type} = value; }`,
  literal: (type, value) => `{ const taken: ${type} = ${literalOf(value)}; }`,
};

/** The value as someone would write it; `__proto__` in brackets, as it would be the prototype otherwise. */
function literalOf(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(literalOf).join(", ")}]`;
  if (typeof value !== "object" || value === null) return typeof value === "number" ? String(value) : textOf(value);
  const members = Object.entries(value).map(([key, member]) => {
    return `${key === "__proto__" ? '["__proto__"]' : textOf(key)}: ${literalOf(member)}`;
  });
  return `{ ${members.join(", ")} }`;
}

/** The type of exactly this value, written independently of the generator. */
export function typeOfValue(value: Json): string {
  if (typeof value === "number") return Number.isFinite(value) ? String(value) : "number";
  if (typeof value !== "object" || value === null) return textOf(value);
  if (Array.isArray(value)) return `[${value.map(typeOfValue).join(", ")}]`;
  const members = Object.entries(value).map(([key, member]) => `${textOf(key)}: ${typeOfValue(member)}`);
  return `{ ${members.join("; ")} }`;
}

/** As JSON; for TypeScript a line ends at U+2028 and U+2029 as well. */
const textOf = (value: Json): string =>
  JSON.stringify(value).replaceAll("\u2028", "\\u2028").replaceAll("\u2029", "\\u2029");

interface Problem {
  readonly file: number;
  readonly line: number;
  readonly text: string;
}

async function problemsOf(texts: readonly string[]): Promise<readonly Problem[]> {
  const folder = await mkdtemp(path.join(tmpdir(), "stepwright-assignable-"));
  try {
    await Promise.all(texts.map((text, index) => writeFile(path.join(folder, `${index}.ts`), text)));
    return (await typeReports("typescript", folder, compilerOptions)).map(({ file, line, code, text }) => ({
      file: Number(path.basename(file, ".ts")),
      line,
      text: `${code}: ${text.replace(/\n\s+/g, " ")}`,
    }));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
