/**
 * The canonical schema as types see it: definitions that differ for validators only share one name, and the branch for
 * tags that nobody listed is gone, since a type that holds any string would end all narrowing. A step reference has no tag.
 */
import type { Definitions, Schema } from "../json/json-schema.js";
import type { Directed } from "./direct/direct.js";
import { renameReferences } from "./reading/rename-references.js";
import { taglessReference } from "./step-references/tagless-reference.js";

export function typeView({ $defs, typeOf }: Pick<Directed, "$defs" | "typeOf">): Definitions {
  const kept = Object.entries($defs).filter(([own]) => !typeOf.has(own));
  const renamed = kept.map(
    ([own, schema]) => [own, listed(renameReferences(schema, (name) => typeOf.get(name) ?? name))] as const,
  );
  const unlisted = new Set(
    renamed.flatMap(([, schema]) => (typeof schema === "object" ? [schema.discriminator?.unknown] : [])),
  );
  return taglessReference(Object.fromEntries(renamed.filter(([own]) => !unlisted.has(`#/$defs/${own}`))));
}

function listed(schema: Schema): Schema {
  if (typeof schema === "boolean" || schema.discriminator?.unknown === undefined) return schema;
  const { unknown } = schema.discriminator;
  return {
    ...schema,
    oneOf: (schema.oneOf ?? []).filter((branch) => typeof branch === "boolean" || branch.$ref !== unknown),
  };
}
