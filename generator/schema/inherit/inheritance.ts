/**
 * Which schemas inherit, and what from. In: the named definitions. Out: the parents of a definition that is to be merged
 * with them, and its own parts.
 */
import { reachable } from "../../graph.js";
import { referredName, type Definitions, type Schema, type SchemaObject } from "../../json/json-schema.js";
import { multimap } from "../../multimap.js";
import { pickedBy } from "../reading/tagged-union.js";
import { words } from "../reading/words.js";
import { without } from "../reading/walk.js";

/** Which schemas one may inherit from: every one, as in an OpenAPI document, or those with a discriminator above them. */
export type Bases = "every" | "discriminated";

export interface Inheritance {
  /** At least one. */
  readonly parents: readonly string[];
  /** Whether it is merged with them; else it is only another name. */
  readonly isKind: boolean;
  /** Its own objects, what stands beside `allOf` the last. */
  readonly parts: readonly SchemaObject[];
  /** What its `allOf` says besides. */
  readonly rest: readonly Schema[];
}

/** @returns for a definition its inheritance, or undefined where it has none. */
export function inheritanceIn($defs: Definitions, bases: Bases): (own: string) => Inheritance | undefined {
  const basesOf = mappedTo($defs);
  const discriminated = new Map<string, boolean>();
  return (own) => {
    const schema = $defs[own];
    if (typeof schema !== "object") return undefined;
    const parts = partsOf(schema);
    const beside = without(schema, "$ref", "allOf");
    // What tells its own kinds apart has to be whole itself, whatever it is made of.
    const isWhole = parts.some(isOwnDiscriminator) || (bases === "every" && isIdiom(schema));
    const isParent = (part: Schema): boolean => isDiscriminated(part) || (isWhole && parentIn(part, $defs).length > 0);
    const referring = parts.filter(isParent);
    const mapping = basesOf.get(own) ?? [];
    const strangers = mapping.filter((base) => isBase($defs[base]) && !isRelated(own, base));
    const parents = [...referring.flatMap((part) => parentIn(part, $defs)), ...strangers];
    if (parents.length === 0) return undefined;
    const others = [...referring.flatMap(besideReference), ...parts.filter((part) => !isParent(part))];
    return {
      parents,
      // Only another name for its base, with a word or two of its own, stands for all that descends from it.
      isKind: others.length > 0 || beside.properties !== undefined || mapping.length > 0,
      parts: [...others.filter(isPlainObject), beside],
      rest: others.filter((part) => !isPlainObject(part)),
    };
  };

  /** Whether one inherits from the other, or is the other. */
  function isRelated(own: string, base: string): boolean {
    return ancestorsOf(own, $defs).has(base) || ancestorsOf(base, $defs).has(own);
  }

  /** Whether a part refers to a definition that has a discriminator, or inherits from one that has. */
  function isDiscriminated(part: Schema): boolean {
    return parentIn(part, $defs).some(hasDiscriminator);
  }

  /** Each definition is looked at once, however many ways lead to it. */
  function hasDiscriminator(name: string): boolean {
    const schema = $defs[name];
    const known = discriminated.get(name);
    if (known !== undefined || typeof schema !== "object") return known ?? false;
    discriminated.set(name, false); // a circle ends here
    const found =
      schema.discriminator === undefined
        ? partsOf(schema).some((inner) => isOwnDiscriminator(inner) || isDiscriminated(inner))
        : isBase(schema);
    discriminated.set(name, found);
    return found;
  }
}

/** Definition → those whose mappings name it. A mapped type is a kind of its base, whether or not it says so itself. */
const mappedTo = ($defs: Definitions): ReadonlyMap<string, readonly string[]> =>
  multimap(
    Object.entries($defs).flatMap(([base, schema]) => {
      // A base may say what tells its kinds apart in a part of its own `allOf`.
      const parts = typeof schema === "object" ? [schema, ...partsOf(schema)] : [];
      return [...new Set(parts.filter(isBase).flatMap(pickedBy))].map((child) => [child, base] as const);
    }),
  );

/** A definition and all that it is made of. */
const ancestorsOf = (own: string, $defs: Definitions): ReadonlySet<string> =>
  reachable([own], (each) => {
    const schema = $defs[each];
    return typeof schema === "object" ? partsOf(schema).flatMap((part) => parentIn(part, $defs)) : [];
  });

/** What a schema is made of: `$ref` and the parts of `allOf`. */
const partsOf = ({ $ref, allOf = [] }: SchemaObject): readonly Schema[] =>
  $ref === undefined ? allOf : [{ $ref }, ...allOf];

/** The demands that stand beside the reference to a parent. */
function besideReference(part: Schema): readonly Schema[] {
  const beside = typeof part === "object" ? without(part, "$ref", "default", ...words) : {};
  return Object.keys(beside).length > 0 ? [beside] : [];
}

/** Beside branches a discriminator is a hint. */
const isBase = (schema: Schema | undefined): boolean =>
  typeof schema === "object" && schema.oneOf === undefined && schema.anyOf === undefined;

/** `allOf: [{ $ref: Base }, { closed object }]` */
const isIdiom = ({ $ref, allOf = [] }: SchemaObject): boolean =>
  $ref === undefined &&
  allOf.length === 2 &&
  typeof allOf[0] === "object" &&
  allOf[0].$ref !== undefined &&
  isClosedObject(allOf[1]);

const isOwnDiscriminator = (part: Schema): boolean => typeof part === "object" && part.discriminator !== undefined;

function parentIn(part: Schema, $defs: Definitions): readonly string[] {
  const name = referredName(part);
  return name !== undefined && typeof $defs[name] === "object" ? [name] : [];
}

const isClosedObject = (part: Schema | undefined): part is SchemaObject =>
  typeof part === "object" && part.type === "object" && part.additionalProperties === false;

const objectKeywords = new Set(["type", "properties", "required", "additionalProperties", "discriminator"]);

/** One that says no more than what members there are; a closed one cannot but count the base's among them. */
const isPlainObject = (part: Schema): part is SchemaObject =>
  isClosedObject(part) ||
  (typeof part === "object" &&
    Object.keys(without(part, "default", ...words)).every((keyword) => objectKeywords.has(keyword)));
