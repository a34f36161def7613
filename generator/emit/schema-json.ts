/** schema.json: the schema after its overlay comes in, JSON text goes out. Places kept under symbols are not JSON. */
import type { Json } from "../json/json-schema.js";

export const emitSchemaJson = (annotated: Json): string => `${JSON.stringify(annotated, null, 2)}\n`;
