/**
 * Rule **unevaluated**: `unevaluatedProperties` and `unevaluatedItems` become `additionalProperties` and `items` beside
 * everything that other schemas say of the same value; where that depends on the value, once for each case. What only a
 * dynamic reference could tell, or too many cases, stays and is refused later.
 */
import type { Bundle } from "./bundle.js";
import { evaluatedBy, schemasOf, waysOf, type Choice, type Evaluated } from "./evaluated.js";
import { widening, type Schema, type SchemaObject } from "./json-schema.js";
import { itemsLeft, propertiesLeft, type Leftover } from "./leftover.js";
import { mapDefinitions, mapSubschemas, without } from "./walk.js";

/** Cases that are written out: more would be a page of conditions that nobody could read. */
const mostWays = 256;

/** @param containsCounts whether what `contains` found is evaluated: not so before 2020-12. */
export function unevaluated(bundle: Bundle, containsCounts: boolean): Bundle {
  const kinds = [propertiesLeft, itemsLeft(containsCounts)];
  return { ...bundle, $defs: mapDefinitions(bundle.$defs, lower) };

  /** What is evaluated is read from the schema as it was, what is written has no such keyword any more. */
  function lower(schema: Schema): Schema {
    if (typeof schema === "boolean") return schema;
    return kinds.reduce((made, kind) => replaced(schema, made, kind), mapSubschemas(schema, lower));
  }

  function replaced(schema: SchemaObject, made: SchemaObject, kind: Leftover): SchemaObject {
    const rest = made[kind.keyword] as Schema | undefined;
    if (rest === undefined) return made;
    const found = evaluatedBy(without(schema, kind.keyword), bundle.$defs, kind.speaks);
    if (found === undefined || waysOf(found.choices) > mostWays) return made;
    const open = without(made, kind.keyword);
    if (rest === true) return open;
    if (found.choices.length === 0) return kind.close(open, found.always, rest, lower);
    return { ...open, allOf: [...(open.allOf ?? []), cases(kind, found, rest)] };
  }

  function cases(kind: Leftover, found: Evaluated, rest: Schema): SchemaObject {
    const everywhere = schemasOf(found);
    return from(found.always, found.choices);

    function from(always: readonly SchemaObject[], [first, ...others]: readonly Choice[]): SchemaObject {
      if (first === undefined) return kind.close({}, always, rest, lower, everywhere);
      const next = ({ always: more, choices }: Evaluated): SchemaObject =>
        from([...always, ...more], [...choices, ...others]);
      return { [widening]: true, if: lower(first.if), then: next(first.then), else: next(first.else) };
    }
  }
}
