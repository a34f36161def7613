/**
 * A definition and a target come in; a JSON Schema of that dialect goes out, with the definitions it needs and no others.
 */
import { asDraft07, besideReference } from "./draft-07.js";
import { asOpenApi30 } from "./openapi-3.0.js";
import { readyForLists } from "./openapi-3.0-tuples.js";
import { changeSubschemas, changeValues, type SchemaKeywords, type SchemaNode } from "./subschemas.js";

/** A named schema of the package, built when it is asked for. */
export type Definition = () => {
  readonly name: string;
  /** What its references name. */
  readonly uses: readonly Definition[];
  /** JSON Schema 2020-12; a `discriminator` is OpenAPI's. */
  readonly schema: SchemaNode;
};

/** What a target has to say for itself. */
interface Dialect {
  readonly head: SchemaKeywords;
  readonly definitions: "$defs" | "definitions";
  /** A schema whose subschemas are of the dialect already. */
  readonly rewrite: (schema: SchemaKeywords) => SchemaKeywords;
  /** Whether a schema may be `true` or `false` wherever it stands. */
  readonly hasBooleans: boolean;
}

/** @throws RangeError for an unknown target, and for one in which the schema cannot be said. */
export function jsonSchemaOf(root: Definition, target: string): Record<string, unknown> {
  const dialect = dialectOf(target);
  const inDialect = (child: SchemaNode, keyword?: string): SchemaNode => {
    if (typeof child === "object") return dialect.rewrite(pointing(changeSubschemas(child, inDialect), dialect));
    return dialect.hasBooleans || keyword === "additionalProperties" ? child : asObject(child);
  };
  const used = usedBy(root);
  const isRecursive = used.has(root);
  const whole: SchemaNode = isRecursive ? { $ref: `#/$defs/${root().name}` } : root().schema;
  const schemas = new Map([...used].map((each) => [each().name, each().schema]));
  const ready = target === "openapi-3.0" ? readyForLists(schemas) : (schema: SchemaNode): SchemaNode => schema;
  const definitions = [...schemas].map(([name, schema]) => [name, inDialect(ready(schema))] as const);
  const told = {
    ...dialect.head,
    ...asObject(inDialect(isRecursive ? whole : ready(whole))),
    ...(definitions.length > 0 && { [dialect.definitions]: Object.fromEntries(definitions) }),
  };
  return dialect.definitions === "$defs" ? told : besideReference(told);
}

function dialectOf(target: string): Dialect {
  switch (target) {
    case "draft-2020-12": {
      const head = { $schema: "https://json-schema.org/draft/2020-12/schema" };
      return { head, definitions: "$defs", rewrite: withoutDiscriminator, hasBooleans: true };
    }
    case "draft-07": {
      const rewrite = (schema: SchemaKeywords): SchemaKeywords => asDraft07(withoutDiscriminator(schema));
      const head = { $schema: "http://json-schema.org/draft-07/schema#" };
      return { head, definitions: "definitions", rewrite, hasBooleans: true };
    }
    case "openapi-3.0":
      return { head: {}, definitions: "definitions", rewrite: asOpenApi30, hasBooleans: false };
    default:
      throw new RangeError(`no JSON Schema for the target "${target}": use draft-2020-12, draft-07 or openapi-3.0`);
  }
}

/** Every definition that is needed beside the root, and the root itself where something in it refers to it. */
function usedBy(root: Definition): ReadonlySet<Definition> {
  const used = new Set(root().uses);
  for (const each of used) for (const below of each().uses) used.add(below); // grows while it is read
  return used;
}

const asObject = (schema: SchemaNode): SchemaKeywords =>
  typeof schema === "object" ? schema : schema ? {} : { not: {} };

function withoutDiscriminator(schema: SchemaKeywords): SchemaKeywords {
  const { discriminator: _, ...others } = schema;
  return others;
}

/** A schema whose references lead to where its dialect keeps definitions. */
function pointing(schema: SchemaKeywords, { definitions }: Dialect): SchemaKeywords {
  const moved = (ref: unknown): string => String(ref).replace("$defs", definitions);
  const { $ref, discriminator } = schema as { $ref?: string; discriminator?: { mapping: SchemaKeywords } };
  return {
    ...schema,
    ...($ref !== undefined && { $ref: moved($ref) }),
    ...(discriminator && { discriminator: { ...discriminator, mapping: changeValues(discriminator.mapping, moved) } }),
  };
}
