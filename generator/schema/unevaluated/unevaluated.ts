/**
 * Rule **unevaluated**: `unevaluatedProperties` and `unevaluatedItems` become `additionalProperties` and `items` beside
 * everything that other schemas say of the same value; where that depends on the value, once for each case. What only a
 * dynamic reference could tell, or too many cases, stays and is refused later.
 */
import { refTo, widening, type Schema, type SchemaObject } from "../../json/json-schema.js";
import type { Bundle } from "../bundle/bundle.js";
import { evaluatedBy, schemasOf, waysOf, type Choice, type Evaluated } from "./evaluated.js";
import { itemsLeft, propertiesLeft, type Leftover } from "./leftover.js";
import { locationOf } from "../bundle/resources.js";
import { mapDefinitions, mapSubschemas, subschemas, without } from "../reading/walk.js";

/** Cases that are written out: more would be a page of conditions that nobody could read. */
const mostWays = 256;

/** Properties that are named in all cases together. */
const mostNames = 50_000;

export function unevaluated(bundle: Bundle): Bundle {
  const kinds = [propertiesLeft(bundle.$defs), itemsLeft];
  const isLowered = unevaluatedReader();
  const apart = new Map<string, Schema>();
  const $defs = mapDefinitions(bundle.$defs, lower);
  return { ...bundle, $defs: apart.size === 0 ? $defs : { ...$defs, ...Object.fromEntries(apart) } };

  /** What is evaluated is read from the schema as it was, what is written has no such keyword any more. */
  function lower(schema: Schema): Schema {
    if (typeof schema === "boolean") return schema;
    return kinds.reduce((made, kind) => replaced(schema, made, kind), mapSubschemas(schema, lower));
  }

  /** A schema said once more: where it is lowered itself it stands apart, as it may lead back here, and copies would make copies. */
  function again(schema: Schema): Schema {
    if (typeof schema === "boolean" || !isLowered(schema)) return schema;
    const location = locationOf(schema);
    if (location === undefined) return schema; // refused later
    if (!apart.has(location) && !Object.hasOwn(bundle.$defs, location)) {
      apart.set(location, true);
      apart.set(location, lower(schema));
    }
    return { $ref: refTo(location) };
  }

  function replaced(schema: SchemaObject, made: SchemaObject, kind: Leftover): SchemaObject {
    const rest = made[kind.keyword] as Schema | undefined;
    if (rest === undefined) return made;
    const evaluated = evaluatedBy(without(schema, kind.keyword), bundle.$defs, kind.speaks);
    const found = evaluated && withoutIdleChoices(evaluated, kind);
    if (found === undefined || !canBeWritten(found)) return made;
    const open = without(made, kind.keyword);
    if (rest === true) return open;
    if (found.choices.length === 0) return kind.close(open, found.always, rest, again);
    return { ...open, allOf: [...(open.allOf ?? []), cases(kind, found, again(schema[kind.keyword] as Schema))] };
  }

  function cases(kind: Leftover, found: Evaluated, rest: Schema): SchemaObject {
    const everywhere = schemasOf(found);
    return from(found.always, found.choices);

    function from(always: readonly SchemaObject[], [first, ...others]: readonly Choice[]): SchemaObject {
      if (first === undefined) return kind.close({}, always, rest, again, everywhere);
      const next = ({ always: more, choices }: Evaluated): SchemaObject =>
        from([...always, ...more], [...choices, ...others]);
      return { $comment: widening, if: again(first.if), then: next(first.then), else: next(first.else) };
    }
  }
}

/** A choice that evaluates nothing but what is evaluated in any case makes no difference. */
function withoutIdleChoices({ always, choices }: Evaluated, kind: Leftover): Evaluated {
  const matters = (choice: Choice): boolean =>
    schemasOf({ always: [], choices: [choice] }).some((schema) => kind.adds(schema, always));
  return { always, choices: choices.filter(matters) };
}

function canBeWritten(found: Evaluated): boolean {
  const names = schemasOf(found).reduce((sum, { properties = {} }) => sum + Object.keys(properties).length, 0);
  const ways = waysOf(found.choices);
  return ways <= mostWays && ways * names <= mostNames;
}

/** Tells whether a schema or one inside it has such a keyword; each is read once. */
function unevaluatedReader(): (schema: SchemaObject) => boolean {
  const known = new Map<SchemaObject, boolean>();
  return function says(schema): boolean {
    const answer: boolean =
      known.get(schema) ??
      ("unevaluatedProperties" in schema ||
        "unevaluatedItems" in schema ||
        subschemas(schema).some((child) => typeof child === "object" && says(child)));
    known.set(schema, answer);
    return answer;
  };
}
