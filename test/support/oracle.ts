/**
 * A contract in; AJV itself on its canonical schema out, as a second opinion on what the emitted validators answer.
 */
import { Ajv2020 } from "ajv/dist/2020.js";
import type { Schema } from "#generator/json/json-schema.js";
import type { Inputs } from "#generator/load/document.js";
import { load } from "#generator/load/load.js";
import { prepare } from "#generator/generate.js";
import { formats as known } from "#generator/schema/reading/formats.js";
import { mapDefinitions, mapSubschemas } from "#generator/schema/reading/walk.js";

interface Oracle {
  /** Whether a value is of a type, by its name in the canonical schema. */
  accepts(type: string, value: unknown): boolean;
}

export const oracleOf = async (contract: string): Promise<Oracle> => oracleFor(await load(contract));

export async function oracleFor(inputs: Inputs): Promise<Oracle> {
  const { canonical } = prepare(inputs);
  const $defs = mapDefinitions(canonical.schema.$defs, (schema) => byTag(withProto(schema)));
  // Without `allErrors` it would not miss a required property whose name is empty.
  const ajv = new Ajv2020({
    allErrors: true,
    strict: false,
    ownProperties: true,
    inlineRefs: false,
    formats: await runtimeFormats(),
  });
  ajv.addSchema({ ...canonical.schema, $defs, $id: "stepwright:canonical" });
  return { accepts: (type, value) => ajv.validate(`stepwright:canonical#/$defs/${type}`, value) };
}

/** A tag picks its branch, whatever else the value might fit. AJV takes any branch: those with another tag refuse it. */
function byTag(schema: Schema): Schema {
  if (typeof schema === "boolean") return schema;
  const { oneOf, ...inner } = mapSubschemas(schema, byTag);
  return oneOf === undefined ? inner : { ...inner, [inner.discriminator === undefined ? "oneOf" : "anyOf"]: oneOf };
}

/** AJV leaves a property `__proto__` unchecked, but not one that a pattern names. */
export function withProto(schema: Schema): Schema {
  if (typeof schema === "boolean") return schema;
  const inner = mapSubschemas(schema, withProto);
  const { ["__proto__"]: proto, ...properties } = inner.properties ?? {};
  if (!Object.hasOwn(inner.properties ?? {}, "__proto__")) return inner;
  return {
    ...inner,
    properties,
    patternProperties: { ...inner.patternProperties, "^__proto__$": proto ?? true },
  };
}

/** The runtime's own: what a format means is tested elsewhere. */
export async function runtimeFormats() {
  const formats = [...known].map(async ([format, { check, type }]) => {
    const module = (await import(`#generator/runtime/formats/${format}.js`)) as Record<
      string,
      (value: never) => boolean
    >;
    return [format, { type, validate: module[check] }] as const;
  });
  return Object.fromEntries(await Promise.all(formats)) as Record<string, { type: "string"; validate: () => boolean }>;
}
