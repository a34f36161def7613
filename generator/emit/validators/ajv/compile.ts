/**
 * One projected schema → the function AJV writes for it, as a syntax tree, with what its free names stand for.
 * All errors are asked for: that is the code without bookkeeping, from which guard and collector are both made.
 */
import { Ajv2020, type Format } from "ajv/dist/2020.js";
import { parseScript, type ESTree } from "meriyah";
import type { Json } from "../../../json/json-schema.js";
import { formats, type KnownFormat } from "../../../schema/reading/formats.js";
import { callIdentifiers } from "./call-identifiers.js";
import { branchKeywords } from "./keywords-branch.js";
import { placeKeywords } from "./keywords-place.js";
import { valueKeywords } from "./keywords-value.js";
import type { Meaning } from "./meaning.js";
import type { ProjectedSchema } from "../program/program.js";

export interface Compiled {
  /** The statements of the function's body. */
  readonly body: readonly ESTree.Statement[];
  readonly schema: ProjectedSchema;
  /** Undefined for a name that is the function's own or the language's. */
  meaningOf(name: string): Meaning | undefined;
}

/** @throws Error where AJV gives no source. */
export type Compile = (schema: ProjectedSchema) => Compiled;

export function createCompiler(): Compile {
  const calls = callIdentifiers();
  const ajv = new Ajv2020({
    allErrors: true,
    // The code is read, never run: there is no need to have V8 read it, too.
    code: { source: true, esm: true, lines: false, optimize: false, process: () => "return () => true" },
    formats: Object.fromEntries([...formats].map(([format, { type }]) => [format, placeholder(type)])),
    inlineRefs: false,
    logger: false,
    loopRequired: Infinity,
    messages: false,
    meta: false,
    ownProperties: true,
    strict: false,
    strictNumbers: true,
    unicodeRegExp: true,
    validateFormats: true,
    validateSchema: false,
    verbose: true,
    jsPropertySyntax: true, // tells an index from a property named "0" in an error's path
  });
  ajv.opts.unevaluated = false;
  ajv.opts.dynamicRef = false;
  for (const definition of [...branchKeywords(calls), ...placeKeywords, ...valueKeywords(calls)]) {
    ajv.removeKeyword(definition.keyword);
    ajv.addKeyword(definition);
  }
  // Asked behind `format`, whose name says more than the pattern that tools write beside it.
  const pattern = ajv.getKeyword("pattern");
  if (typeof pattern === "object") ajv.removeKeyword("pattern").addKeyword(pattern);
  for (const projected of ["$ref", "$dynamicRef", "allOf", "then", "else"]) ajv.removeKeyword(projected);

  return (schema) => {
    const { source } = ajv.compile(schema);
    if (source === undefined) throw new Error("AJV gave no source");
    const program = parseScript(source.validateCode, { next: true });
    const declared = program.body.find((statement) => statement.type === "FunctionDeclaration");
    const meanings = new Map<string, Meaning>();
    for (const values of Object.values(source.scopeValues)) {
      for (const { str, prefix, value } of values ?? []) {
        const meaning = meaningOf(prefix, value?.key, value?.ref);
        if (meaning !== undefined) meanings.set(str, meaning);
      }
    }
    ajv.removeSchema(schema);
    return {
      body: declared?.body?.body ?? [],
      schema,
      meaningOf: (name) => meanings.get(name) ?? calls.meaningOf(name),
    };
  };
}

/** AJV only has to know that the format exists: the runtime's own check takes its place. */
const placeholder = (type: KnownFormat["type"]): Format => ({ type, validate: () => true }) as Format;

/** What AJV keeps outside its function, by the prefix of its name. */
function meaningOf(prefix: string, key: unknown, ref: unknown): Meaning | undefined {
  if (prefix === "formats") return { kind: "runtime", name: formats.get(String(key))?.check ?? "" };
  if (prefix === "pattern") return { kind: "pattern", source: (ref as RegExp).source };
  if (prefix === "obj") return { kind: "list", values: ref as readonly Json[] };
  if (ref === Object.prototype.hasOwnProperty) return { kind: "hasOwn" };
  return undefined; // the schema itself, which only error objects name
}
