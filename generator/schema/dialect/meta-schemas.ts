/** The meta-schemas of the dialects, by URI: a schema may refer to them, for a value that is a schema itself. */
import { createRequire } from "node:module";
import type { Json } from "../../json/json-schema.js";
import { withoutScheme } from "./dialects.js";

export interface MetaSchema {
  /** What it calls itself. */
  readonly address: string;
  readonly document: Json;
}

/** @param uri without a fragment; with `http:` or `https:`, as both are written. */
export function metaSchemaAt(uri: string): MetaSchema | undefined {
  const name = withoutScheme(uri);
  // Few schemas refer to one: for the others nothing is read.
  return name.startsWith("//json-schema.org/") ? documents()[name] : undefined;
}

/** Made when the generator was built, by `precompile.mjs`. */
const documents = (): Readonly<Record<string, MetaSchema>> =>
  createRequire(import.meta.url)("./meta-schemas.cjs") as Record<string, MetaSchema>;
