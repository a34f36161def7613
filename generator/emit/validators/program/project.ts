/**
 * The canonical schema as AJV is to read it: a pure, mechanical projection that adds no knowledge. Every reference and
 * every branch of a union becomes a call by name, so that AJV writes one small function at a time; a tagged union
 * becomes a dispatch, and variants that agree but for their tag share one body.
 */
import {
  propertyOf,
  refName,
  type Definitions,
  type Discriminator,
  type Schema,
  type SchemaObject,
} from "../../../json/json-schema.js";
import { isOnlyCounted } from "../../../schema/name/place-names.js";
import { kindReader } from "../../../schema/reading/kind-reader.js";
import { isOfType } from "../../../schema/reading/kinds.js";
import { tagsOf } from "../../../schema/reading/tagged-union.js";
import { freeName } from "../../../words/free-name.js";
import { assertionsOf, projectSchema, splitUnion, type Functions } from "./project-schema.js";
import { refusesReferences } from "./refuses-references.js";
import { casesOf, type Program, type ValidatorFunction } from "./program.js";

const deepest = 100;

/** Whether a tag's schema asks for no more than the tag that was looked at. */
function saysTagOnly(schema: Schema): boolean {
  if (typeof schema === "boolean") return true; // that it is absent was looked at too
  const { const: only, enum: listed, type = [], ...others } = assertionsOf(schema);
  const types = [type].flat();
  const values = only === undefined ? (listed ?? [""]) : [only]; // without a list it is any string
  const areTyped = types.length === 0 || values.every((value) => types.some((each) => isOfType(value, each)));
  return areTyped && (only === undefined || listed === undefined) && Object.keys(others).length === 0;
}

/**
 * @param entries the definitions to begin with; what they do not reach is left out.
 * @param typeOf definition → the type that stands for it, where that is another's.
 */
export function project($defs: Definitions, entries: readonly string[], typeOf: ReadonlyMap<string, string>): Program {
  const functions = new Map<string, ValidatorFunction>();
  const bodies = new Map<string, string>();
  const waiting: string[] = [];
  const kinds = kindReader($defs);
  let depth = 0;
  for (const entry of entries) named(entry);
  for (const definition of waiting) make(definition);
  return functions;

  /** What is behind very many references has its place at once and is made later: the stack is not that deep. */
  function named(definition: string): string {
    if (functions.has(definition)) return definition;
    if (depth < deepest) return make(definition);
    functions.set(definition, { kind: "constant", accepts: true });
    waiting.push(definition);
    return definition;
  }

  function make(definition: string): string {
    depth += 1;
    const type = typeOf.get(definition) ?? definition;
    add(definition, () => {
      const made = functionOf(definition, $defs[definition] ?? true);
      return made.kind === "schema" && isOnlyCounted(type) ? made : { ...made, type };
    });
    depth -= 1;
    return definition;
  }

  function functionsOf(owner: string): Functions {
    return {
      named,
      unnamed: (schema) => add(freeName(`${owner}Branch`, isTaken), (name) => functionOf(name, schema)),
      kindsOf: kinds.possible,
      takesReferences: (schema) => kinds.possible(schema).includes("object") && !refusesReferences(schema, $defs),
    };
  }

  /** Holds the function's place before it is made: a schema may call itself. */
  function add(name: string, make: (name: string) => ValidatorFunction): string {
    functions.set(name, { kind: "constant", accepts: true });
    functions.set(name, make(name));
    return name;
  }

  function isTaken(name: string): boolean {
    return functions.has(name) || Object.hasOwn($defs, name);
  }

  function functionOf(name: string, schema: Schema): ValidatorFunction {
    if (typeof schema === "boolean") return { kind: "constant", accepts: schema };
    const { union, rest } = splitUnion(assertionsOf(schema));
    if (union !== undefined && Object.keys(rest).length === 0) return dispatch(name, union.discriminator);
    return { kind: "schema", schema: projectSchema(schema, functionsOf(name)) };
  }

  function dispatch(name: string, discriminator: Discriminator): ValidatorFunction {
    const { propertyName: tag, absent, nullIsAbsent = false, unknown } = discriminator;
    const tags = tagsOf(discriminator);
    const variants = new Set([...tags.map(([, ref]) => ref), ...(absent === undefined ? [] : [absent])].map(refName));
    const areEqual = new Set([...variants].map((variant) => JSON.stringify(bodyOf(variant, tag)))).size === 1;
    const bodyFor = (ref: string): string => body(refName(ref), tag, areEqual ? name : refName(ref));
    return {
      kind: "dispatch",
      tag,
      cases: casesOf(tags.map(([value, ref]) => [bodyFor(ref), value] as const)),
      nullIsAbsent,
      ...(absent !== undefined && { absent: bodyFor(absent) }),
      ...(unknown !== undefined && { unknown: named(refName(unknown)) }),
    };
  }

  /** The function for a variant whose tag is known already; equal variants share it. */
  function body(variant: string, tag: string, owner: string): string {
    const schema = bodyOf(variant, tag);
    if (schema === undefined) return named(variant);
    const text = JSON.stringify(schema);
    const known = bodies.get(text) ?? freeName(`${owner}Body`, isTaken);
    bodies.set(text, known);
    return functions.has(known) ? known : add(known, (name) => forObjects(functionOf(name, schema)));
  }

  function forObjects(fn: ValidatorFunction): ValidatorFunction {
    return fn.kind === "schema" && fn.schema.type === "object" ? { ...fn, isForObjects: true } : fn;
  }

  /** A variant without its tag; undefined where it is no plain object (a union one level down). */
  function bodyOf(variant: string, tag: string): SchemaObject | undefined {
    const schema = $defs[variant];
    if (typeof schema !== "object" || schema.properties === undefined || schema.discriminator !== undefined)
      return undefined;
    const { properties, required = [], ...rest } = assertionsOf(schema);
    const isKnown = saysTagOnly(propertyOf(schema, tag) ?? true);
    const others = Object.entries(properties ?? {}).filter(([key]) => key !== tag || !isKnown);
    const demanded = required.filter((key) => key !== tag);
    // A known property, whatever its value: closedness must not refuse it.
    const known = rest.additionalProperties === undefined ? [] : [[tag, true] as const];
    return {
      ...rest,
      ...(demanded.length > 0 && { required: demanded }),
      properties: Object.fromEntries([...known, ...others]),
    };
  }
}
