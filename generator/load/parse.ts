/**
 * A file's text in, its value out. The one place that knows which formats there are.
 */
import { diagnostic, Failure, type Code, type Diagnostic } from "../diagnostics.js";
import type { Json } from "../json/json-schema.js";
import { formatPointer } from "../json/pointer.js";
import { isYaml } from "./file-kind.js";
import { mostContainers, mostLevels, mostLexemes, mostMistakes } from "./limits.js";
import type { YamlProblem } from "./parse-yaml.js";
import { structureProblems } from "./structure.js";

/** What a file is for: the same mistake is the schema's fault (exit code 3) or the contract's and the overlay's (2). */
export type Role = "contract" | "overlay" | "schema";

/** @throws Failure with every key that stands twice, or with the syntax error, or where it is nested too deep. */
export async function parse(text: string, file: string, role: Role): Promise<Json> {
  return isYaml(file) ? parseYamlText(text, file, role) : parseJsonText(text, file, role);
}

async function parseYamlText(text: string, file: string, role: Role): Promise<Json> {
  const { parseYaml } = await import("./parse-yaml.js");
  const { value, problems } = parseYaml(text);
  if (problems.length === 0) return value;
  throw new Failure(told(problems, file, role));
}

async function parseJsonText(text: string, file: string, role: Role): Promise<Json> {
  const found = structureProblems(text);
  const tooMuch = found.filter(({ kind }) => kind !== "repeated");
  if (tooMuch.length > 0) throw new Failure(told(tooMuch, file, role));
  const value = await parseJson(text, file, role);
  if (found.length > 0) throw new Failure(told(found, file, role));
  const [infinite] = mayHoldInfinity.test(text) ? infinitePlaces(value) : [];
  if (infinite !== undefined) {
    throw new Failure([diagnostic(codes[role].infinite, { file, pointer: infinite }, {})]);
  }
  return value;
}

/** Cheap, and true of every text that `infinitePlaces` finds something in. */
const mayHoldInfinity = /\d[eE]\+?\d{3}|\d{309}/;

/** Where `JSON.parse` has made Infinity of `1e400`, which no JSON could say again. */
function infinitePlaces(value: Json, pointer = ""): readonly string[] {
  if (typeof value === "number") return Number.isFinite(value) ? [] : [pointer];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, child]: [string, Json]) =>
    infinitePlaces(child, pointer + formatPointer([key])),
  );
}

/** The first of them, and where there are more, that there are. */
function told(problems: readonly YamlProblem[], file: string, role: Role): readonly Diagnostic[] {
  const all = problems.slice(0, mostMistakes).map((problem) => asDiagnostic(problem, file, role));
  const next = problems[mostMistakes];
  if (next === undefined) return all;
  const place = { file, offset: next.offset };
  return [...all, diagnostic(codes[role].more, place, { limit: String(mostMistakes) })];
}

function asDiagnostic(problem: YamlProblem, file: string, role: Role): Diagnostic {
  const place = { file, offset: problem.offset };
  switch (problem.kind) {
    case "deep":
      return diagnostic(codes[role].deep, place, { limit: String(mostLevels) });
    case "many":
      return diagnostic(codes[role].many, place, { limit: String(mostContainers) });
    case "large":
      return diagnostic(codes[role].large, place, { limit: String(mostLexemes) });
    case "repeated":
      return diagnostic(codes[role].repeated, place, { key: problem.key });
    case "syntax":
      return diagnostic(codes[role].yaml, place, { problem: problem.problem });
  }
}

async function parseJson(text: string, file: string, role: Role): Promise<Json> {
  try {
    return JSON.parse(text) as Json;
  } catch {
    const { syntaxError } = await import("./syntax-error.js");
    const { problem, offset } = syntaxError(text);
    throw new Failure([diagnostic(codes[role].syntax, { file, offset }, { problem })]);
  }
}

const settings = {
  syntax: "SW104",
  yaml: "SW107",
  repeated: "SW105",
  deep: "SW106",
  more: "SW155",
  large: "SW156",
  many: "SW158",
  infinite: "SW159",
} as const;
const codes = {
  contract: settings,
  overlay: settings,
  schema: {
    syntax: "SW203",
    yaml: "SW214",
    repeated: "SW205",
    deep: "SW206",
    more: "SW233",
    large: "SW234",
    many: "SW235",
    infinite: "SW237",
  },
} as const satisfies Record<Role, Record<string, Code>>;
