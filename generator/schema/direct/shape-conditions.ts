/**
 * The part of rule **direct** for what a schema excludes or makes a condition: to ask less there would let less pass. In: a
 * schema, and how what has to be met is shaped. Out: the same schema with all in it shaped, so that a value passes wherever
 * the other side could complete it.
 */
import { referredName, widening, type Definitions, type Schema, type SchemaObject } from "../../json/json-schema.js";
import { isSame } from "../reading/same.js";
import { isSchema, mapSubschemas, without } from "../reading/walk.js";

export interface Published {
  readonly $defs: Definitions;
  /** Definitions that are not what they were, themselves or in anything they refer to. */
  readonly changed: ReadonlySet<string>;
  /** Takes the name of one that would have to be written out in place, but leads back to itself or to too much. */
  readonly onEndless: (own: string) => void;
}

export function shapeWithin(
  schema: SchemaObject,
  shape: (child: SchemaObject, keyword: string) => Schema,
  published: Published,
): SchemaObject {
  const mapped = mapSubschemas(schema, (child, [keyword]) =>
    typeof child === "boolean" ? child : keyword === "not" ? asPublished(child, published) : shape(child, keyword),
  );
  return bothCounts(bothCases(mapped, schema, published), schema, published);
}

/** Where it depends on the other side whether a value fits `if`, it is enough that one of the two cases holds. */
function bothCases(mapped: SchemaObject, { if: condition }: SchemaObject, published: Published): SchemaObject {
  const { if: fits, then = true, else: otherwise = true, allOf = [] } = mapped;
  if (condition === undefined || fits === undefined || mapped.$comment === widening) return mapped;
  const said = asPublished(condition, published);
  if (isSame(said, fits)) return mapped;
  const cases = { anyOf: [{ allOf: [fits, then] }, { allOf: [{ not: said }, otherwise] }] };
  return { ...without(mapped, "if", "then", "else"), allOf: [...allOf, cases] };
}

/** Items that may become what `contains` asks for count for the minimum, those that are it for the maximum. */
function bothCounts(mapped: SchemaObject, { contains }: SchemaObject, published: Published): SchemaObject {
  const { maxContains, allOf = [] } = mapped;
  if (!isSchema(contains) || maxContains === undefined) return mapped;
  const said = asPublished(contains, published);
  if (isSame(said, mapped["contains"])) return mapped;
  return {
    ...without(mapped, "maxContains"),
    allOf: [...allOf, { contains: said, minContains: 0, maxContains }],
  };
}

/** How many definitions are written out in one place, at most. */
const mostWritten = 100;

/** A schema as it was before it had a direction: what has changed since is written out. */
function asPublished(schema: Schema, { $defs, changed, onEndless }: Published): Schema {
  let written = 0;
  return writtenOut(schema, []);

  function writtenOut(each: Schema, within: readonly string[]): Schema {
    if (typeof each === "boolean") return each;
    const inner = mapSubschemas(each, (child) => writtenOut(child, within));
    const own = referredName(each);
    if (own === undefined || !changed.has(own)) return inner === each ? each : without(inner, "discriminator");
    if (within.includes(own) || ++written > mostWritten) {
      onEndless(own);
      return inner;
    }
    const target = writtenOut($defs[own] ?? true, [...within, own]);
    const beside = without(inner, "$ref");
    return Object.keys(beside).length === 0 ? target : { ...beside, allOf: [...(beside.allOf ?? []), target] };
  }
}
