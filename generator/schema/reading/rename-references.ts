/** References of a schema under other names. */
import { refName, refTo, type Schema, type SchemaObject } from "../../json/json-schema.js";
import { mapObjectsIn } from "./walk.js";

/** The same object where no name in it becomes another. */
export const renameReferences = (schema: Schema, rename: (name: string) => string): Schema =>
  mapObjectsIn(schema, (each) => renameOwnReferences(each, rename));

/** The same, but for what stands inside. */
export function renameOwnReferences(schema: SchemaObject, rename: (name: string) => string): SchemaObject {
  const to = (ref: string): string => refTo(rename(refName(ref)));
  const { $ref, discriminator } = schema;
  if (discriminator === undefined)
    return $ref === undefined || to($ref) === $ref ? schema : { ...schema, $ref: to($ref) };
  const { mapping, tags, absent, unknown } = discriminator;
  return {
    ...schema,
    ...($ref !== undefined && { $ref: to($ref) }),
    discriminator: {
      ...discriminator,
      mapping: Object.fromEntries(Object.entries(mapping).map(([tag, ref]) => [tag, to(ref)])),
      ...(tags && { tags: tags.map(([tag, ref]) => [tag, to(ref)] as const) }),
      ...(absent !== undefined && { absent: to(absent) }),
      ...(unknown !== undefined && { unknown: to(unknown) }),
    },
  };
}
