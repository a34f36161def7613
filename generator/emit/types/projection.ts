/** What is known wherever a schema is read into a type. */
import type { Definitions, Schema } from "../../json/json-schema.js";
import type { KindReader } from "../../schema/reading/kind-reader.js";
import type { Breadth } from "./breadth.js";
import type { TypeNode } from "./nodes.js";
import type { Placeholders } from "./placeholders.js";

export interface Projection {
  readonly placeholders: Placeholders;
  /** Whether callers write values of these types: an optional property then takes `undefined`. */
  readonly sent: boolean;
  readonly kinds: KindReader;
  readonly $defs: Definitions;
  readonly breadth: Breadth;
  /** The type of a schema inside this one. */
  readonly project: (schema: Schema) => TypeNode;
}
