/**
 * The canonical schema as types see it: definitions that differ for validators only share one name, and the branch for
 * tags that nobody listed is gone, since a type that holds any string would end all narrowing. A step reference has no tag.
 */
import { refTo, type Definitions, type Schema } from "../json/json-schema.js";
import type { Directed } from "./direct/direct.js";
import { renameReferences } from "./reading/rename-references.js";
import { branchesWithout, discriminatorOf } from "./reading/tagged-union.js";
import { taglessReference } from "./step-references/tagless-reference.js";

export function typeView({ $defs, typeOf, typeName }: Pick<Directed, "$defs" | "typeOf" | "typeName">): Definitions {
  const kept = Object.entries($defs).filter(([own]) => !typeOf.has(own));
  const renamed = kept.map(([own, schema]) => [own, listed(renameReferences(schema, typeName))] as const);
  const unlisted = new Set(renamed.map(([, schema]) => discriminatorOf(schema)?.unknown));
  return taglessReference(Object.fromEntries(renamed.filter(([own]) => !unlisted.has(refTo(own)))));
}

function listed(schema: Schema): Schema {
  if (typeof schema === "boolean" || schema.discriminator?.unknown === undefined) return schema;
  return { ...schema, oneOf: branchesWithout(schema.oneOf, new Set([schema.discriminator.unknown])) };
}
