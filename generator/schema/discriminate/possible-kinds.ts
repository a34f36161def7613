/**
 * The part of rule **discriminate** for a mapping that gives a kind a tag which the tag's own schema forbids: no value is of that
 * kind. In: the definitions, inheritance merged; out: the same without such entries, each of which is a warning.
 */
import { diagnostic, placeOfSchema, type Diagnostic } from "../../diagnostics.js";
import { propertyOf, refName, type Definitions } from "../../json/json-schema.js";
import { keepOrigin, mapDefinitions } from "../reading/walk.js";
import { definitionOf } from "../reading/definition-of.js";
import { takesTag } from "./takes-tag.js";

export function withPossibleKinds($defs: Definitions, problems: Diagnostic[]): Definitions {
  return mapDefinitions($defs, (schema, own) => {
    if (typeof schema === "boolean" || schema.discriminator === undefined) return schema;
    const { propertyName: tag, mapping } = schema.discriminator;
    const entries = Object.entries(mapping);
    const possible = entries.filter(([value, ref]) =>
      takesTag(propertyOf(definitionOf({ $ref: ref }, $defs), tag), value, $defs),
    );
    if (possible.length === entries.length) return schema;
    for (const [value, ref] of entries.filter((each) => !possible.includes(each))) {
      const kind = refName(ref);
      problems.push(diagnostic("SW256", placeOfSchema(schema), { base: own, kind, tag, value: JSON.stringify(value) }));
    }
    const left = { ...schema.discriminator, mapping: Object.fromEntries(possible) };
    return keepOrigin({ ...schema, discriminator: keepOrigin(left, schema.discriminator) }, schema);
  });
}
