/**
 * All that is asked of one value, in whichever schema it stands: what is said of a property there holds for the demand of it
 * here. In: the schema of a value, then those inside it that are asked of the same one; out: what is said of a property.
 */
import { refName, type Definitions, type Schema, type SchemaObject } from "../json-schema.js";
import { mapSubschemas, sameValue } from "../walk.js";

export interface SameValue {
  /** What the schemas say of a property. */
  said(key: string): readonly Schema[];
  /** The same as it is for a schema inside `parent`, which may be asked of another value. */
  inside(parent: SchemaObject, keyword: string, child: Schema): SameValue;
}

/** @param except schemas that need not hold where the one does that is looked at. */
export function sameValueOf(schema: Schema, $defs: Definitions, except: ReadonlySet<Schema> = new Set()): SameValue {
  let known: ReadonlyMap<string, readonly Schema[]> | undefined;
  return {
    said: (key) => (known ??= propertiesIn(schema, $defs, except)).get(key) ?? [],
    inside(parent, keyword, child) {
      if (!sameValue.has(keyword)) return sameValueOf(child, $defs);
      const others = alternatives(parent, keyword, child);
      return others.length === 0 ? this : sameValueOf(schema, $defs, new Set([...except, ...others]));
    },
  };
}

function propertiesIn(
  schema: Schema,
  $defs: Definitions,
  except: ReadonlySet<Schema>,
): ReadonlyMap<string, readonly Schema[]> {
  const found = new Map<string, Schema[]>();
  const seen = new Set(except);
  collect(schema);
  return found;

  function collect(each: Schema | undefined): void {
    if (typeof each !== "object" || seen.has(each)) return;
    seen.add(each);
    for (const [key, property] of Object.entries(each.properties ?? {})) {
      found.get(key)?.push(property) ?? found.set(key, [property]);
    }
    if (each.$ref !== undefined) collect($defs[refName(each.$ref)]);
    mapSubschemas(each, (child, [keyword]) => {
      if (sameValue.has(keyword) && keyword !== "not") collect(child);
      return child;
    });
  }
}

/** The schemas beside one that are asked instead of it. */
function alternatives(parent: SchemaObject, keyword: string, child: Schema): readonly Schema[] {
  if (keyword === "anyOf" || keyword === "oneOf") return (parent[keyword] ?? []).filter((branch) => branch !== child);
  if (keyword === "then") return [parent.else ?? true];
  return keyword === "else" ? [parent.if ?? true, parent.then ?? true] : [];
}
