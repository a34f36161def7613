/**
 * Whether no value can be of two branches of a `oneOf`, as far as types, constants and constant properties tell. Then their
 * union says all that `oneOf` says.
 */
import { propertyOf, refName, type Definitions, type Schema, type SchemaObject } from "../json/json-schema.js";
import { equal } from "../runtime/equal.js";
import type { KindReader } from "../schema/reading/kind-reader.js";
import { valuesOf } from "../schema/reading/listed-values.js";
import { definitionOf } from "../schema/reading/definition-of.js";

export function areExclusive(branches: readonly Schema[], $defs: Definitions, kinds: KindReader): boolean {
  const alternatives = branches.map((branch) => alternativesOf(branch, $defs, new Set()));
  return alternatives.every((some, index) =>
    alternatives
      .slice(index + 1)
      .every((others) => some.every((a) => others.every((b) => areDisjoint(a, b, $defs, kinds)))),
  );
}

/** A schema's own choices, spread out: the branches of unions inside it. */
function alternativesOf(schema: Schema, $defs: Definitions, seen: ReadonlySet<string>): readonly Schema[] {
  if (typeof schema === "boolean") return schema ? [schema] : [];
  const { $ref, oneOf, anyOf } = schema;
  if ($ref !== undefined) {
    const target = $defs[refName($ref)];
    return target === undefined || seen.has($ref) ? [true] : alternativesOf(target, $defs, new Set([...seen, $ref]));
  }
  const choices = oneOf ?? anyOf;
  return choices === undefined ? [schema] : choices.flatMap((choice) => alternativesOf(choice, $defs, seen));
}

function areDisjoint(a: Schema, b: Schema, $defs: Definitions, kinds: KindReader): boolean {
  if (typeof a === "boolean" || typeof b === "boolean") return false;
  const own = kinds.possible(a);
  const shared = kinds.possible(b).filter((kind) => own.includes(kind));
  if (shared.length === 0) return true;
  const [values, others] = [valuesOf(a), valuesOf(b)];
  if (values !== undefined && others !== undefined)
    return !values.some((value) => others.some((other) => equal(value, other)));
  return shared.length === 1 && shared[0] === "object" && areToldApart(a, b, $defs, kinds);
}

/** By a property that both demand and whose values differ, or that one demands and the other excludes. */
function areToldApart(a: SchemaObject, b: SchemaObject, $defs: Definitions, kinds: KindReader): boolean {
  if (excludesDemanded(a, b) || excludesDemanded(b, a)) return true;
  const demanded = new Set(b.required);
  return (a.required ?? []).some((name) => {
    const [one, other] = [a, b].map((schema) => definitionOf(propertyOf(schema, name), $defs));
    return demanded.has(name) && one !== undefined && other !== undefined && areDisjoint(one, other, $defs, kinds);
  });
}

const excludesDemanded = (a: SchemaObject, { required = [] }: SchemaObject): boolean =>
  required.some((name) => propertyOf(a, name) === false);
