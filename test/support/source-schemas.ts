/**
 * For fast-check: small JSON Schema 2020-12 documents as people write them, with definitions that refer to each other by
 * pointer, `$anchor`, `$dynamicAnchor` and `$id`, and keywords beside a reference.
 */
import fc from "fast-check";
import type { Definitions, Schema, SchemaObject } from "#generator/json/json-schema.js";
import { saysUnevaluated } from "./judges.js";
import { optional, schemas } from "./keyword-groups.js";

export type SourceSchema = SchemaObject & { readonly $defs: Definitions };

/** How each definition can be referred to. A definition refers for its own value to later ones only. */
const references = {
  Tree: ["#/$defs/Tree", "#tree"],
  "leaf ~ of/it": ["#/$defs/leaf%20~0%20of~1it"],
  Twig: ["twig", "twig#", "#/$defs/Twig"],
} as const;
const names = Object.keys(references) as readonly (keyof typeof references)[];

const referenceTo = ($refs: readonly string[]): fc.Arbitrary<SchemaObject> =>
  fc.constantFrom(...$refs).map(($ref) => ({ $ref }));

const more = (same: fc.Arbitrary<Schema>, inner: fc.Arbitrary<Schema>): readonly fc.Arbitrary<SchemaObject>[] => [
  optional(
    { allOf: fc.array(same, { minLength: 1, maxLength: 2 }), unevaluatedProperties: inner },
    "unevaluatedProperties",
  ),
  optional({ anyOf: fc.array(same, { minLength: 1, maxLength: 2 }), unevaluatedItems: inner }, "unevaluatedItems"),
  optional({ oneOf: fc.array(inner.map(tagged), { minLength: 2, maxLength: 3 }).map(distinct) }),
];

/** `{ kind: "cat", … }` */
const tagged = (own: Schema): SchemaObject => ({
  type: "object",
  required: ["kind"],
  properties: { kind: true, own },
});

const distinct = (branches: readonly SchemaObject[]): readonly SchemaObject[] =>
  branches.map((branch, index) => ({
    ...branch,
    properties: { ...branch.properties, kind: { const: ["cat", "dog", "eel"][index] ?? "" } },
  }));

const annotations = fc.record(
  { description: fc.constantFrom("Of any kind.", "*/ it ends here", "`${a}`"), $comment: fc.constant("not for users") },
  { requiredKeys: [] },
);

const definition = (index: number): fc.Arbitrary<Schema> =>
  schemas({
    inPlace: names.slice(index + 1).map((name) => referenceTo(references[name])),
    anywhere: ["#", ...names].map((name) => referenceTo(name === "#" ? ["#"] : references[name as "Tree"])),
    more,
  });

/** A resource of its own: `#` is itself there. */
const twig = schemas({ inPlace: [], anywhere: [referenceTo(["#"])], more });

const asObject = (schema: Schema): SchemaObject => (typeof schema === "boolean" ? { allOf: [schema] } : schema);

export const sourceSchemas: fc.Arbitrary<SourceSchema> = fc
  .tuple(definition(-1), definition(0), definition(1), twig, annotations)
  .map(([root, tree, leaf, ownTwig, words]) =>
    judgeable({
      $schema: "https://json-schema.org/draft/2020-12/schema",
      title: "Root",
      ...asObject(root),
      ...words,
      $defs: {
        Tree: { ...asObject(tree), $anchor: "tree" },
        "leaf ~ of/it": leaf,
        Twig: { ...asObject(ownTwig), $id: "twig" },
      },
    }),
  );

/** The judge of `unevaluated…` does not know our formats. */
const judgeable = (schema: SourceSchema): SourceSchema =>
  saysUnevaluated(schema)
    ? (JSON.parse(
        JSON.stringify(schema, (key, value: unknown) => (key === "format" ? undefined : value)),
      ) as SourceSchema)
    : schema;
