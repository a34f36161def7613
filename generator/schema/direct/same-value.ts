/**
 * All that is asked of one value, in whichever schema it stands: what is said of a property there holds for the demand of it
 * here. In: the schema of a value, then those inside it that are asked of the same one; out: what is said of a property.
 */
import type { Definitions, Schema, SchemaObject } from "../../json/json-schema.js";
import { multimap } from "../../multimap.js";
import { inPlaceSubschemas } from "../reading/in-place.js";
import { matches } from "../reading/matches.js";
import { inPlaceApplicators, without } from "../reading/walk.js";

export interface SameValue {
  /** The outermost of the schemas. */
  readonly schema: Schema;
  /** What the schemas say of a property, by its name or by a pattern, each of them in some case. */
  said(key: string): readonly Schema[];
  /** What they say of it in any case. */
  certain(key: string): readonly Schema[];
  /** The same as it is for a schema inside `parent`, which may be asked of another value. */
  inside(parent: SchemaObject, keyword: string, child: Schema): SameValue;
}

/** What is known where it is looked. */
interface Case {
  /** Schema → what of it holds. */
  readonly narrowed: ReadonlyMap<Schema, SchemaObject>;
  /** What holds though it does not always. */
  readonly entered: ReadonlySet<Schema>;
}

const anyCase: Case = { narrowed: new Map(), entered: new Set() };

export function sameValueOf(schema: Schema, $defs: Definitions, within = anyCase): SameValue {
  const { narrowed, entered } = within;
  let said: SaidOf | undefined;
  let certain: SaidOf | undefined;
  return {
    schema,
    said: (key) => (said ??= saidIn(askedInSomeCase, true))(key),
    certain: (key) => (certain ??= saidIn(askedInAnyCase, false))(key),
    inside(parent, keyword, child) {
      if (!inPlaceApplicators.has(keyword)) return sameValueOf(child, $defs);
      if (keyword === "allOf") return this;
      const left = withoutOthers(parent, keyword, child);
      return sameValueOf(schema, $defs, {
        narrowed: left === parent ? narrowed : new Map([...narrowed, [parent, left]]),
        entered: new Set([...entered, child]),
      });
    },
  };

  /** A condition asks whether something is so, and says nothing. */
  function askedInSomeCase(schema: SchemaObject): readonly Schema[] {
    return inPlaceSubschemas(
      narrowed.get(schema) ?? schema,
      $defs,
      (child, keyword) => keyword !== "if" || entered.has(child),
    );
  }

  function askedInAnyCase(schema: SchemaObject): readonly Schema[] {
    return inPlaceSubschemas(schema, $defs, (child) => entered.has(child));
  }

  /**
   * @param beside what else is asked where a schema is.
   * @param orMay whether a pattern counts of which it is not known at once if a name fits it.
   */
  function saidIn(beside: (schema: SchemaObject) => readonly Schema[], orMay: boolean): SaidOf {
    const properties: [string, Schema][] = [];
    const patterns: [string, Schema][] = [];
    const seen = new Set<Schema>();
    collect(schema);
    const byName = multimap(properties);
    return (key) => [
      ...(byName.get(key) ?? []),
      ...patterns.flatMap(([pattern, each]) => ((matches(pattern, key) ?? orMay) ? [each] : [])),
    ];

    function collect(each: Schema): void {
      if (typeof each === "boolean" || seen.has(each)) return;
      seen.add(each);
      properties.push(...Object.entries(each.properties ?? {}));
      patterns.push(...Object.entries(each.patternProperties ?? {}));
      for (const next of beside(each)) collect(next);
    }
  }
}

type SaidOf = (key: string) => readonly Schema[];

/** A schema without what it asks instead of one inside it. */
function withoutOthers(parent: SchemaObject, keyword: string, child: Schema): SchemaObject {
  if (keyword === "anyOf" || keyword === "oneOf") return { ...parent, [keyword]: [child] };
  if (keyword === "then") return without(parent, "else");
  return keyword === "else" ? without(parent, "if", "then") : parent;
}
