/**
 * Which schemas inherit, and what from. In: the named definitions. Out: the parents of a definition that is to be merged
 * with them, and its own parts.
 */
import { refName, refTo, type Definitions, type Schema, type SchemaObject } from "./json-schema.js";
import { without } from "./walk.js";

/** Which schemas one may inherit from: every one, as in an OpenAPI document, or those with a discriminator above them. */
export type Bases = "every" | "discriminated";

export interface Inheritance {
  /** At least one. */
  readonly parents: readonly string[];
  /** Its own objects, what stands beside `allOf` the last. */
  readonly parts: readonly SchemaObject[];
  /** What its `allOf` says besides. */
  readonly rest: readonly Schema[];
}

/** @returns for a definition its inheritance, or undefined where it has none. */
export function inheritanceIn($defs: Definitions, bases: Bases): (own: string) => Inheritance | undefined {
  const schemas = Object.values($defs).filter((schema) => typeof schema === "object");
  // A base may say what tells its kinds apart in a part of its own `allOf`.
  const parts = schemas.flatMap((schema) => [
    schema,
    ...(schema.allOf ?? []).filter((part) => typeof part === "object"),
  ]);
  const mapped = new Set(parts.flatMap(({ discriminator }) => Object.values(discriminator?.mapping ?? {})));
  const discriminated = new Map<string, boolean>();
  return (own) => {
    const schema = $defs[own];
    if (typeof schema !== "object" || schema.allOf === undefined) return undefined;
    const { allOf } = schema;
    const beside = without(schema, "allOf");
    // What tells its own kinds apart has to be whole itself, whatever it is made of.
    const isBase = allOf.some(isOwnDiscriminator);
    const isParent = (part: Schema): boolean => isDiscriminated(part) || (isBase && parentIn(part, $defs).length > 0);
    const others = allOf.filter((part) => !isParent(part));
    const parents = allOf.filter(isParent).flatMap((part) => parentIn(part, $defs));
    if (parents.length > 0) {
      // Only another name for its base, with a word or two of its own, stands for all that descends from it.
      const isKind = others.length > 0 || beside.properties !== undefined || mapped.has(refTo(own));
      return isKind
        ? {
            parents,
            parts: [...others.filter(isPlainObject), beside],
            rest: others.filter((part) => !isPlainObject(part)),
          }
        : undefined;
    }
    const [base, child] = allOf;
    if (bases === "discriminated" || allOf.length !== 2 || base === undefined || !isClosedObject(child))
      return undefined;
    const parent = parentIn(base, $defs);
    return parent.length > 0 ? { parents: parent, parts: [child, beside], rest: [] } : undefined;
  };

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
    const { discriminator, oneOf, anyOf, allOf = [] } = schema;
    const found =
      discriminator === undefined
        ? allOf.some((inner) => isOwnDiscriminator(inner) || isDiscriminated(inner))
        : oneOf === undefined && anyOf === undefined;
    discriminated.set(name, found);
    return found;
  }
}

const isOwnDiscriminator = (part: Schema): boolean => typeof part === "object" && part.discriminator !== undefined;

function parentIn(part: Schema, $defs: Definitions): readonly string[] {
  if (typeof part !== "object" || part.$ref === undefined) return [];
  return typeof $defs[refName(part.$ref)] === "object" ? [refName(part.$ref)] : [];
}

const isClosedObject = (part: Schema | undefined): part is SchemaObject =>
  typeof part === "object" && part.type === "object" && part.additionalProperties === false;

const objectKeywords = new Set(["type", "properties", "required", "additionalProperties", "discriminator"]);
const words = new Set(["title", "description", "deprecated", "example", "examples", "default"]);

/** One that says no more than what members there are; a closed one cannot but count the base's among them. */
const isPlainObject = (part: Schema): part is SchemaObject =>
  isClosedObject(part) ||
  (typeof part === "object" && Object.keys(part).every((keyword) => objectKeywords.has(keyword) || words.has(keyword)));
