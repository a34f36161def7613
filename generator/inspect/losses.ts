/**
 * One schema object in, the keywords out that its validator checks and its type does not say there.
 */
import { withListedNames } from "../emit/types/names.js";
import { patternsOf, withoutPatternsOfAll } from "../emit/types/patterns.js";
import { Placeholders } from "../emit/types/placeholders.js";
import { typeProjection } from "../emit/types/project.js";
import type { Definitions, Schema, SchemaObject } from "../json/json-schema.js";
import { fidelity, fidelityOf, isKeyword, type Keyword, type LossyKeyword } from "../schema/reading/fidelity.js";
import { kindReader } from "../schema/reading/kind-reader.js";
import { valuesOf } from "../schema/reading/listed-values.js";
import { withoutOthers } from "../emit/types/without-others.js";
import { without } from "../schema/reading/walk.js";
import { asksSomething } from "./asks-something.js";
import { areExclusive } from "./exclusive.js";

interface TypeReader {
  /** The keywords of a schema object that its type loses, in the schema's order. */
  lossesOf(schema: SchemaObject): readonly Keyword[];
  /** Whether taking a keyword away leaves the type as it is: then the type does not say it. */
  isSilentOn(keyword: Keyword, schema: SchemaObject): boolean;
}

export function typeReader($defs: Definitions): TypeReader {
  const typeOf = typeProjection($defs, new Placeholders());
  const typeText = (schema: Schema): string => JSON.stringify(typeOf(schema, false));
  const kinds = kindReader($defs);
  const anything = typeText(true);
  const loses: Readonly<Record<LossyKeyword, (schema: SchemaObject) => boolean>> = {
    type: ({ type, ...others }) =>
      [type].flat().includes("integer") &&
      ![type].flat().includes("number") &&
      !("enum" in others || "const" in others),
    oneOf: (schema) => schema.discriminator === undefined && !areExclusive(choicesOf(schema), $defs, kinds),
    not: (schema) => !excludesWhole(schema),
    if: () => true,
    dependentSchemas: () => true,
    patternProperties: (schema) => patternsOf(asTyped(schema)).others.length > 0,
    additionalProperties: widensIndex,
  };
  return {
    isSilentOn,
    lossesOf: (schema) =>
      Object.keys(schema)
        .filter(isKeyword)
        .filter((keyword) => asksSomething(keyword, schema) && isLost(keyword, schema)),
  };

  function isSilentOn(keyword: Keyword, schema: SchemaObject): boolean {
    return typeText(schema) === typeText(without(schema, keyword));
  }

  function isLost(keyword: Keyword, schema: SchemaObject): boolean {
    const { by } = fidelity[keyword];
    if (by === "either") return isSilentOn(keyword, schema);
    return by === "validator" || (isLossy(keyword) && loses[keyword](schema));
  }

  /** The branches, each with the kinds that the schema itself leaves it. */
  function choicesOf({ type, oneOf = [] }: SchemaObject): readonly Schema[] {
    return withoutOthers(oneOf, $defs, kinds).map((branch) =>
      type === undefined || typeof branch === "boolean" || branch.type !== undefined || branch.$ref !== undefined
        ? branch
        : { type, ...branch },
    );
  }

  /** Kinds of which `not` takes every value or none, or values of a list. */
  function excludesWhole({ not = false, ...others }: SchemaObject): boolean {
    const isListed = typeof not === "object" && Object.keys(not).length === 1 && valuesOf(not) !== undefined;
    return kinds.possible(not).length === kinds.full(not).length || (isListed && valuesOf(others) !== undefined);
  }

  /** An index signature stands for all names, so it has to take what the others take as well. */
  function widensIndex(schema: SchemaObject): boolean {
    const { properties = {}, additionalProperties: others, ...more } = asTyped(schema);
    if (typeof others !== "object") return false;
    const index = typeText(others);
    const beside = [...Object.values(properties), ...patternsOf({ ...more, properties }).signatures.values()];
    return index !== anything && beside.some((each) => typeText(each) !== index);
  }

  /** What the object type is made of. */
  function asTyped(schema: SchemaObject): SchemaObject {
    return withListedNames(withoutPatternsOfAll(schema), $defs);
  }
}

const isLossy = (keyword: Keyword): keyword is LossyKeyword => "loses" in fidelityOf(keyword);
