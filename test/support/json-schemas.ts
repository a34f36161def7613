/**
 * Definitions of a canonical schema in; what the emitted `json-schema.js` tells of an entry out.
 */
import { emitJsonSchema } from "#generator/emit/json-schema.js";
import type { Definitions } from "#generator/json/json-schema.js";
import type { StandardJsonSchema } from "#generator/runtime/json-schema/standard-json-schema-types.js";
import { modelOf, validatorText } from "./validators.js";

/** Gives the JSON Schema of an entry. @throws RangeError as the package does. */
export async function jsonSchemasOf(
  $defs: Definitions,
  entries: readonly string[],
): Promise<(entry: string, target: string) => Record<string, unknown>> {
  const schema = { $schema: "https://json-schema.org/draft/2020-12/schema", $defs } as const;
  const text = emitJsonSchema(schema, modelOf(entries));
  const validators = moduleUrl(validatorText($defs, [...entries]));
  const exports = (await import(moduleUrl(text.replace("./validators.js", validators)))) as Readonly<
    Record<string, StandardJsonSchema<unknown>>
  >;
  return (entry, target) => {
    const { "~standard": standard } = exports[`${entry.charAt(0).toLowerCase()}${entry.slice(1)}Schema`] ?? {};
    if (standard === undefined) throw new Error(`json-schema.js has nothing for ${entry}`);
    return standard.jsonSchema.input({ target });
  };
}

const moduleUrl = (text: string): string => `data:text/javascript,${encodeURIComponent(text)}`;

/** Undefined where the target has no words for the schema. */
export function unlessWordless<T>(make: () => T): T | undefined {
  try {
    return make();
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
