/**
 * All that is asked of one value, in whichever schema it stands: what is said of a property there holds for the demand of it
 * here. In: the schema of a value, then those inside it that are asked of the same one; out: what is said of a property.
 */
import { refName, type Definitions, type Schema, type SchemaObject } from "../../json/json-schema.js";
import { mapSubschemas, sameValue, without } from "../walk.js";

export interface SameValue {
  /** The outermost of the schemas. */
  readonly schema: Schema;
  /** What the schemas say of a property. */
  said(key: string): readonly Schema[];
  /** The same as it is for a schema inside `parent`, which may be asked of another value. */
  inside(parent: SchemaObject, keyword: string, child: Schema): SameValue;
}

/** Schema → what of it holds where the one does that is looked at. */
type Narrowed = ReadonlyMap<Schema, SchemaObject>;

export function sameValueOf(schema: Schema, $defs: Definitions, narrowed: Narrowed = new Map()): SameValue {
  let known: ReadonlyMap<string, readonly Schema[]> | undefined;
  return {
    schema,
    said: (key) => (known ??= propertiesIn(schema, $defs, narrowed)).get(key) ?? [],
    inside(parent, keyword, child) {
      if (!sameValue.has(keyword)) return sameValueOf(child, $defs);
      const left = withoutOthers(parent, keyword, child);
      return left === parent ? this : sameValueOf(schema, $defs, new Map([...narrowed, [parent, left]]));
    },
  };
}

/** Property → what the schema says of it, and all that it asks of the same value. */
function propertiesIn(schema: Schema, $defs: Definitions, narrowed: Narrowed): ReadonlyMap<string, readonly Schema[]> {
  const found = new Map<string, Schema[]>();
  const seen = new Set<Schema>();
  collect(schema);
  return found;

  function collect(each: Schema): void {
    if (typeof each === "boolean" || seen.has(each)) return;
    seen.add(each);
    for (const [key, property] of Object.entries(each.properties ?? {})) {
      found.get(key)?.push(property) ?? found.set(key, [property]);
    }
    for (const next of askedBeside(narrowed.get(each) ?? each, $defs)) collect(next);
  }
}

/** The schemas that one asks of the same value itself; what it excludes says nothing of that. */
export function askedBeside(schema: SchemaObject, $defs: Definitions): readonly Schema[] {
  const found = schema.$ref === undefined ? [] : [$defs[refName(schema.$ref)] ?? true];
  mapSubschemas(schema, (child, [keyword]) => {
    if (sameValue.has(keyword) && keyword !== "not") found.push(child);
    return child;
  });
  return found;
}

/** A schema without what it asks instead of one inside it. */
function withoutOthers(parent: SchemaObject, keyword: string, child: Schema): SchemaObject {
  if (keyword === "anyOf" || keyword === "oneOf") return { ...parent, [keyword]: [child] };
  if (keyword === "then") return without(parent, "else");
  return keyword === "else" ? without(parent, "if", "then") : parent;
}
