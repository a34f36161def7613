/**
 * One projected schema → the function AJV writes for it, as a syntax tree, with what its free names stand for.
 * All errors are asked for: that is the code without bookkeeping, from which guard and collector are both made.
 */
import { Ajv2020, type Format } from "ajv/dist/2020.js";
import { Name } from "ajv/dist/compile/codegen/index.js";
import { parseScript, type ESTree } from "meriyah";
import type { SchemaObject } from "../../schema/json-schema.js";
import { keywordDefinitions } from "./keywords.js";

/** What a free name in AJV's code stands for. */
export type Meaning =
  | { readonly kind: "call"; readonly target: string }
  | { readonly kind: "format"; readonly format: string }
  | { readonly kind: "pattern"; readonly source: string }
  | { readonly kind: "known"; readonly names: readonly string[] }
  | { readonly kind: "hasOwn" }
  | { readonly kind: "codePoints" }
  | { readonly kind: "equal" };

export interface Compiled {
  /** The statements of the function's body. */
  readonly body: readonly ESTree.Statement[];
  readonly meanings: ReadonlyMap<string, Meaning>;
  readonly schema: SchemaObject;
}

export interface Compiler {
  compile(schema: SchemaObject): Compiled;
}

/** @param formats the formats that are checked, with the type they apply to; all others are annotations. */
export function createCompiler(formats: ReadonlyMap<string, "string" | "number">): Compiler {
  const targets = new Map<string, string>();
  const callName = (target: string): Name => {
    const known = [...targets].find(([, each]) => each === target)?.[0];
    const name = known ?? `$call${targets.size}`;
    targets.set(name, target);
    return new Name(name);
  };
  const ajv = new Ajv2020({
    allErrors: true,
    code: { source: true, esm: true, lines: false, optimize: 1 },
    formats: Object.fromEntries([...formats].map(([format, type]) => [format, placeholder(type)])),
    inlineRefs: false,
    logger: false,
    loopEnum: Infinity,
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
  for (const definition of keywordDefinitions(callName)) {
    for (const keyword of [definition.keyword].flat()) ajv.removeKeyword(keyword);
    ajv.addKeyword(definition);
  }
  for (const replaced of ["$ref", "$dynamicRef", "then", "else"]) ajv.removeKeyword(replaced);

  return {
    compile(schema) {
      const validate = ajv.compile(schema);
      const source = validate.source;
      if (source === undefined) throw new Error("AJV gave no source");
      const program = parseScript(source.validateCode, { next: true });
      const declared = program.body.find((statement) => statement.type === "FunctionDeclaration");
      const meanings = new Map<string, Meaning>();
      for (const [prefix, values] of Object.entries(source.scopeValues)) {
        for (const name of values ?? []) {
          const meaning = meaningOf(prefix, name.value?.key, name.value?.ref);
          if (meaning !== undefined) meanings.set(name.str, meaning);
        }
      }
      for (const [name, target] of targets) meanings.set(name, { kind: "call", target });
      ajv.removeSchema(schema);
      return { body: declared?.body?.body ?? [], meanings, schema };
    },
  };
}

/** AJV only has to know that the format exists: the runtime's own check takes its place. */
const placeholder = (type: "string" | "number"): Format =>
  type === "string" ? { type, validate: () => true } : { type, validate: () => true };

function meaningOf(prefix: string, key: unknown, ref: unknown): Meaning | undefined {
  if (prefix === "formats") return { kind: "format", format: String(key) };
  if (prefix === "pattern") return { kind: "pattern", source: (ref as RegExp).source };
  if (prefix === "obj") return { kind: "known", names: ref as string[] };
  if (ref === Object.prototype.hasOwnProperty) return { kind: "hasOwn" };
  if (prefix === "func") return { kind: (ref as { code?: string }).code?.includes("ucs2length") ? "codePoints" : "equal" };
  return undefined;
}
