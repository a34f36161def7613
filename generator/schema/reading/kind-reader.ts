/**
 * Definitions in; of which kinds a schema's values can be out, wherever it says so: in `type`, in listed values, behind a
 * reference, in its branches, its conditions and what it excludes.
 */
import { refName, type Definitions, type Json, type Schema, type SchemaObject } from "../../json/json-schema.js";
import { valuesOf } from "./listed-values.js";
import { without } from "./walk.js";
import { everyKind, kindOf, namedKinds, restricts, takesFractions, type Kind } from "./kinds.js";

export interface KindReader {
  /** The kinds of which a schema may take values: it takes none of the others. In the order of `type`. */
  possible(schema: Schema): readonly Kind[];
  /** The kinds of which a schema takes every value. */
  full(schema: Schema): readonly Kind[];
}

type Read = (schema: Schema) => readonly Kind[];

export function kindReader($defs: Definitions): KindReader {
  const possibleBehind = behind(possibleOf, everyKind);
  const fullBehind = behind(fullOf, []);
  /** What is said of the schemas that are written where it is looked: branches ask about branches again and again. */
  let said = new Map<Read, Map<Schema, readonly Kind[]>>();
  return { possible: possibleOf, full: fullOf };

  function possibleOf(schema: Schema): readonly Kind[] {
    if (typeof schema === "boolean") return schema ? everyKind : [];
    return once(possibleOf, schema, () => possibleIn(schema));
  }

  function fullOf(schema: Schema): readonly Kind[] {
    if (typeof schema === "boolean") return schema ? everyKind : [];
    return once(fullOf, schema, () => fullIn(schema));
  }

  function once(read: Read, schema: Schema, find: () => readonly Kind[]): readonly Kind[] {
    const bySchema = said.get(read) ?? new Map<Schema, readonly Kind[]>();
    said.set(read, bySchema);
    const kinds = bySchema.get(schema) ?? find();
    bySchema.set(schema, kinds);
    return kinds;
  }

  function possibleIn(schema: SchemaObject): readonly Kind[] {
    const { $ref, allOf = [], anyOf, oneOf } = schema;
    const values = valuesOf(schema);
    const limits = [
      ...(values === undefined ? [] : [values.map(kindOf)]),
      ...($ref === undefined ? [] : [possibleBehind($ref)]),
      ...allOf.map(possibleOf),
      ...[anyOf, oneOf].flatMap((branches) => (branches === undefined ? [] : [branches.flatMap(possibleOf)])),
      ...conditions(schema),
    ];
    const refused = excluded(schema);
    return namedKinds(schema).filter(
      (kind) => limits.every((limit) => limit.includes(kind)) && !refused.includes(kind),
    );
  }

  /** What fits `if` has to fit `then`, what does not has to fit `else`. */
  function conditions(schema: SchemaObject): readonly (readonly Kind[])[] {
    const { if: condition, then = true, else: otherwise = true } = schema;
    if (condition === undefined) return [];
    const [fits, always] = [possibleOf(condition), fullOf(condition)];
    return [
      [
        ...possibleOf(then).filter((kind) => fits.includes(kind)),
        ...possibleOf(otherwise).filter((kind) => !always.includes(kind)),
      ],
    ];
  }

  /** What `not` takes whole, and what two branches of a `oneOf` take whole. */
  function excluded({ not, oneOf = [] }: SchemaObject): readonly Kind[] {
    const twice = oneOf.flatMap(fullOf).filter((kind, index, all) => all.indexOf(kind) < index);
    return not === undefined ? twice : [...twice, ...fullOf(not)];
  }

  function fullIn(schema: SchemaObject): readonly Kind[] {
    const { $ref, allOf = [], anyOf, oneOf, not } = schema;
    const limits = [
      ...($ref === undefined ? [] : [fullBehind($ref)]),
      ...allOf.map(fullOf),
      ...(anyOf === undefined ? [] : [anyOf.flatMap(fullOf)]),
      ...(oneOf === undefined ? [] : [inExactlyOne(oneOf)]),
      ...(not === undefined ? [] : [except(possibleOf(not))]),
      // What fits one of the two in any case fits the right one.
      ...(schema.if !== undefined ? [fullOf(schema.then ?? true), fullOf(schema.else ?? true)] : []),
    ];
    const values = valuesOf(schema);
    return namedKinds(schema).filter(
      (kind) =>
        limits.every((limit) => limit.includes(kind)) &&
        !restricts(asking(schema), kind) &&
        (kind !== "number" || takesFractions(schema)) &&
        (values === undefined || areAll(values, kind)),
    );
  }

  /** Without the properties' schemas that take everything. */
  function asking(schema: SchemaObject): SchemaObject {
    const nested = [schema.properties ?? {}, schema.patternProperties ?? {}].flatMap(Object.values<Schema>);
    const isAnything = nested.every((each) => fullOf(each).length === everyKind.length);
    return isAnything ? without(schema, "properties", "patternProperties") : schema;
  }

  /** What one branch takes whole and all others refuse whole. */
  function inExactlyOne(branches: readonly Schema[]): readonly Kind[] {
    const possible = branches.map(possibleOf);
    const isAlone = (kind: Kind): boolean => possible.filter((kinds) => kinds.includes(kind)).length === 1;
    return branches.flatMap(fullOf).filter(isAlone);
  }

  /**
   * What a definition says, by its reference. One that is asked about while it is looked at says nothing itself, and what is said
   * meanwhile is forgotten.
   */
  function behind(read: Read, unknown: readonly Kind[]): ($ref: string) => readonly Kind[] {
    const known = new Map<string, readonly Kind[]>();
    return ($ref) => {
      const before = known.get($ref);
      if (before !== undefined) return before;
      known.set($ref, unknown);
      const outside = said;
      said = new Map();
      const target = $defs[refName($ref)];
      const kinds = target === undefined ? unknown : read(target);
      said = outside;
      known.set($ref, kinds);
      return kinds;
    };
  }
}

/** Whether values are all there are of a kind. */
const areAll = (values: readonly Json[], kind: Kind): boolean =>
  kind === "null" ? values.includes(null) : kind === "boolean" && values.includes(true) && values.includes(false);

const except = (kinds: readonly Kind[]): readonly Kind[] => everyKind.filter((kind) => !kinds.includes(kind));
