/**
 * Any value inside a step's input may be a reference to another step's output, `{ "$ref": "<step>", "path": "…" }`, where
 * the contract says so. In: the request's definitions. Out: the same with the reference as a second choice for each value.
 */
import type { Context } from "./context.js";
import { propertyOf, refName, refTo, type Schema, type SchemaObject } from "./json-schema.js";
import type { Named } from "./name.js";
import { referencesIn } from "./references-in.js";
import { inputOf } from "./step-input.js";
import { definitionOf } from "./tagged-union.js";
import { mapSubschemas, without, type Position } from "./walk.js";

export const stepReference = "StepReference";

const definition: SchemaObject = {
  description: "The output of another step of the same workflow, in place of a value.",
  type: "object",
  required: ["$ref", "path"],
  properties: {
    $ref: { type: "string", description: "The name of the step." },
    path: { type: "string", description: "Where in that step the value stands: `output.images[0].url`." },
  },
  additionalProperties: false,
};

/** Said of the place, not of the value. */
const words = [
  "title",
  "description",
  "default",
  "deprecated",
  "readOnly",
  "writeOnly",
  "examples",
  "example",
] as const;

type Shapes = ReadonlyMap<string, Schema>;

export function referable(request: Shapes, named: Named, { inputs: { contract } }: Context): Shapes {
  const { steps } = contract;
  if (steps?.stepReferences !== true) return request;
  const $defs = Object.fromEntries(request);
  const union = $defs[named.nameAt.get(steps.at) ?? ""];
  const variants = typeof union === "object" ? Object.values(union.discriminator?.mapping ?? {}) : [];
  const inputs = variants.map((ref) => propertyOf(definitionOf($defs[refName(ref)], $defs), inputOf(steps)) ?? true);
  const inside = new Set(inputs.flatMap(referencesIn));
  // A set that grows while it is read: a chain of references may be longer than the stack.
  for (const own of inside) for (const next of referencesIn($defs[own] ?? true)) inside.add(next);
  const widened = [...request].map(([own, schema]) => [own, inside.has(own) ? widen(schema) : schema] as const);
  return new Map([...widened, [stepReference, definition]]);

  function widen(schema: Schema): Schema {
    if (typeof schema === "boolean") return schema;
    return mapSubschemas(schema, (child, position) =>
      holdsValue(position) ? choice(widen(child), position, $defs) : widen(child),
    );
  }
}

/** What a value is that may be a reference to another step's output instead; undefined for any other schema. */
export function referableValue({ anyOf }: SchemaObject): SchemaObject | undefined {
  const [value, reference, ...more] = anyOf ?? [];
  const isChoice =
    typeof value === "object" && typeof reference === "object" && reference.$ref === refTo(stepReference);
  return isChoice && more.length === 0 ? value : undefined;
}

const holdsValue = ([keyword]: Position): boolean =>
  keyword === "properties" || keyword === "items" || keyword === "prefixItems" || keyword === "additionalProperties";

/** Tags stay as they are, and what accepts or refuses everything needs no choice. */
function choice(schema: Schema, [keyword]: Position, $defs: Readonly<Record<string, Schema>>): Schema {
  if (typeof schema === "boolean" || Object.keys(without(schema, ...words)).length === 0) return schema;
  if (keyword === "properties" && isTag(schema)) return schema;
  if (definitionOf(schema, $defs) === true) return schema;
  const said = Object.fromEntries(words.filter((word) => word in schema).map((word) => [word, schema[word]]));
  return { anyOf: [without(schema, ...words), { $ref: refTo(stepReference) }], ...said };
}

const isTag = (schema: SchemaObject): boolean =>
  schema.const !== undefined ||
  (schema.enum !== undefined &&
    schema.type === undefined &&
    schema.enum.filter((value) => value !== null).length === 1);
