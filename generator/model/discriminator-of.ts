import type { Discriminator, Schema } from "../json/json-schema.js";

/** How a tagged union tells its branches apart; undefined for any other schema. */
export const discriminatorOf = (schema: Schema | undefined): Discriminator | undefined =>
  typeof schema === "object" ? schema.discriminator : undefined;
