/** A schema comes in; how it tells its branches apart goes out, or undefined where it is no tagged union. */
import type { Discriminator, Schema } from "../json/json-schema.js";

export const discriminatorOf = (schema: Schema | undefined): Discriminator | undefined =>
  typeof schema === "object" ? schema.discriminator : undefined;
