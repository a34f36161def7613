/** References of a schema under other names. */
import { refName, refTo, type Schema } from "../../json/json-schema.js";
import { mapSubschemas } from "./walk.js";

/** The same object where no name in it becomes another. */
export function renameReferences(schema: Schema, rename: (name: string) => string): Schema {
  if (typeof schema === "boolean") return schema;
  const inner = mapSubschemas(schema, (child) => renameReferences(child, rename));
  const to = (ref: string): string => refTo(rename(refName(ref)));
  const { $ref, discriminator } = inner;
  if ($ref !== undefined) return to($ref) === $ref ? inner : { ...inner, $ref: to($ref) };
  if (discriminator === undefined) return inner;
  const { mapping, absent, unknown } = discriminator;
  return {
    ...inner,
    discriminator: {
      ...discriminator,
      mapping: Object.fromEntries(Object.entries(mapping).map(([tag, ref]) => [tag, to(ref)])),
      ...(absent !== undefined && { absent: to(absent) }),
      ...(unknown !== undefined && { unknown: to(unknown) }),
    },
  };
}
