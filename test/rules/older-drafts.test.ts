/** Rule dialect for the drafts before 2020-12: their keywords in, those of 2020-12 out; and every pointer leads where it led. */
import { describe, expect, test } from "vitest";
import type { Json, SchemaObject } from "#generator/json/json-schema.js";
import { bundle } from "#generator/schema/bundle/bundle.js";
import { dialect } from "#generator/schema/dialect/dialect.js";
import {
  addresses,
  anchors,
  dependencies,
  exclusiveBounds,
  referenceAlone,
  staticRecursion,
  toDraft202012,
  tuples,
} from "#generator/schema/dialect/older-drafts.js";
import { annotatedIn, contextOf, plain, told, type Setting } from "../support/rules.js";

const text = { type: "string" } as const;

describe("one schema's keywords", () => {
  const draft04 = (schema: SchemaObject): SchemaObject => toDraft202012(schema, "draft-04");
  const draft06 = (schema: SchemaObject): SchemaObject => toDraft202012(schema, "draft-06");
  const draft07 = (schema: SchemaObject): SchemaObject => toDraft202012(schema, "draft-07");
  const draft2019 = (schema: SchemaObject): SchemaObject => toDraft202012(schema, "2019-09");
  const cases: readonly {
    readonly name: string;
    readonly by: (schema: SchemaObject) => SchemaObject;
    readonly in: Json;
    readonly out: Json;
  }[] = [
    { name: "a list of items is a tuple", by: tuples, in: { items: [text] }, out: { prefixItems: [text] } },
    {
      name: "additionalItems are the items behind a tuple",
      by: tuples,
      in: { items: [text], additionalItems: false },
      out: { prefixItems: [text], items: false },
    },
    {
      name: "without a tuple additionalItems says nothing",
      by: tuples,
      in: { items: text, additionalItems: false },
      out: { items: text },
    },
    { name: "an empty tuple says nothing", by: tuples, in: { items: [], additionalItems: text }, out: { items: text } },
    {
      name: "dependencies are lists of properties and schemas",
      by: dependencies,
      in: { dependencies: { a: ["b"], c: text, d: true } },
      out: { dependentRequired: { a: ["b"] }, dependentSchemas: { c: text, d: true } },
    },
    {
      name: "what stands beside a reference is ignored, but for definitions",
      by: referenceAlone,
      in: { $ref: "#/definitions/A", minLength: 1, $id: "x", definitions: { A: text } },
      out: { $ref: "#/definitions/A", definitions: { A: text } },
    },
    { name: "an $id with a name is an anchor", by: anchors, in: { $id: "#a" }, out: { $anchor: "a" } },
    {
      name: "an address with a name is both",
      by: anchors,
      in: { $id: "b.json#a" },
      out: { $id: "b.json", $anchor: "a" },
    },
    { name: "an $id that is a pointer names nothing", by: anchors, in: { $id: "#/properties/a" }, out: {} },
    { name: "an $id without a name stays", by: anchors, in: { $id: "b.json#" }, out: { $id: "b.json#" } },
    {
      name: "recursion with one place to lead to",
      by: staticRecursion,
      in: { $recursiveRef: "#" },
      out: { $ref: "#" },
    },
    { name: "an id is an $id", by: addresses, in: { id: "b.json#a" }, out: { $id: "b.json#a" } },
    {
      name: "a bound that is exclusive is an exclusive bound",
      by: exclusiveBounds,
      in: { minimum: 1, exclusiveMinimum: true, maximum: 2, exclusiveMaximum: true },
      out: { exclusiveMinimum: 1, exclusiveMaximum: 2 },
    },
    {
      name: "a bound that is not exclusive stays",
      by: exclusiveBounds,
      in: { minimum: 1, exclusiveMinimum: false, maximum: 2 },
      out: { minimum: 1, maximum: 2 },
    },
    {
      name: "draft-04 does not know the keywords of later drafts",
      by: draft04,
      in: { ...text, $id: "a", id: "#b", const: 1, contains: text, propertyNames: text, if: text, minContains: 1 },
      out: { ...text, $anchor: "b" },
    },
    {
      name: "draft-06 has numbers as exclusive bounds, and no conditions",
      by: draft06,
      in: { $id: "a", id: "b", const: 1, exclusiveMinimum: 1, if: text, then: text, else: text, items: [text] },
      out: { $id: "a", id: "b", const: 1, exclusiveMinimum: 1, prefixItems: [text] },
    },
    {
      name: "draft-07 does not know the keywords of later drafts",
      by: draft07,
      in: { ...text, minContains: 1, dependentRequired: {}, prefixItems: [], $recursiveRef: "#" },
      out: text,
    },
    {
      name: "2019-09 ignores nothing beside a reference, and does not know 2020-12",
      by: draft2019,
      in: { $ref: "#", minContains: 1, $dynamicRef: "#", prefixItems: [] },
      out: { $ref: "#", minContains: 1 },
    },
  ];
  test.each(cases)("$name", (each) => expect(plain(each.by(each.in as SchemaObject))).toEqual(each.out));
});

describe("a document", () => {
  function read(schema: Json, setting?: Setting): { problems: readonly string[]; $defs: unknown } {
    const context = contextOf(schema, setting);
    const { $defs } = bundle(dialect(annotatedIn(context), context), context);
    return { problems: told(context.problems), $defs: plain($defs) };
  }
  const $schema = "http://json-schema.org/draft-07/schema#";
  const draft2019 = "https://json-schema.org/draft/2019-09/schema";
  const draft2020 = "https://json-schema.org/draft/2020-12/schema";
  const to = (location: string): { $ref: string } => ({ $ref: `#/$defs/${location}` });

  const cases: readonly ({ readonly name: string; readonly in: Json; readonly out: Json } & Setting)[] = [
    {
      name: "pointers through tuples, what is behind them and dependencies lead where they led",
      in: {
        $schema,
        items: [{ items: [text] }],
        additionalItems: { type: "null" },
        dependencies: { a: text },
        properties: {
          a: { $ref: "#/items/0" },
          b: { $ref: "#/additionalItems" },
          c: { $ref: "#/dependencies/a" },
          d: { $ref: "#/items/0/items/0" },
        },
      },
      out: {
        "#": {
          prefixItems: [{ prefixItems: [text] }],
          items: { type: "null" },
          dependentSchemas: { a: text },
          properties: {
            a: to("#/items/0"),
            b: to("#/additionalItems"),
            c: to("#/dependencies/a"),
            d: to("#/items/0/items/0"),
          },
        },
        "#/items/0": { prefixItems: [text] },
        "#/additionalItems": { type: "null" },
        "#/dependencies/a": text,
        "#/items/0/items/0": text,
      },
    },
    {
      name: "definitions beside a reference at the top, by pointer, name and address",
      in: {
        $schema,
        $ref: "#/definitions/A",
        definitions: {
          A: { properties: { b: { $ref: "#b" }, c: { $ref: "c.json" } } },
          B: { $id: "#b", ...text },
          C: { $id: "c.json", type: "null" },
        },
      },
      out: {
        "#": to("#/definitions/A"),
        "#/definitions/A": { properties: { b: to("#/definitions/B"), c: to("#/definitions/C") } },
        "#/definitions/B": text,
        "#/definitions/C": { type: "null" },
      },
    },
    {
      name: "a document with a reference at the top keeps its name, and words stay beside a reference",
      in: {
        $schema,
        $id: "https://example.org/a.json",
        $ref: "https://example.org/a.json#/definitions/A",
        definitions: { A: { items: { $ref: "#/definitions/B", description: "D", minLength: 1 } }, B: text },
      },
      out: {
        "#": to("#/definitions/A"),
        "#/definitions/A": { items: { ...to("#/definitions/B"), description: "D" } },
        "#/definitions/B": text,
      },
    },
    {
      name: "a resource within a document is read by the dialect that it declares, whatever is around it",
      in: {
        $schema,
        properties: { new: { $ref: "new.json#/$defs/A" }, old: { $ref: "old.json" }, own: { items: [text] } },
        definitions: {
          New: {
            $schema: draft2020,
            $id: "new.json",
            $defs: { A: { prefixItems: [{ dependentRequired: { a: ["b"] } }], $ref: "#/$defs/B" }, B: text },
          },
          Old: {
            $schema: draft2019,
            $id: "old.json",
            items: [{ $schema, $id: "older.json", items: [text], prefixItems: [] }],
            dependentRequired: { a: ["b"] },
          },
        },
      },
      out: {
        "#": {
          properties: {
            new: to("#/definitions/New/$defs/A"),
            old: to("#/definitions/Old"),
            own: { prefixItems: [text] },
          },
        },
        "#/definitions/New/$defs/A": {
          prefixItems: [{ dependentRequired: { a: ["b"] } }],
          ...to("#/definitions/New/$defs/B"),
        },
        "#/definitions/Old": { prefixItems: [{ prefixItems: [text] }], dependentRequired: { a: ["b"] } },
        "#/definitions/New/$defs/B": text,
      },
    },
    {
      name: "each file is read by its own dialect, and by the schema's where it declares none",
      in: { $schema, properties: { a: { $ref: "new.json" }, b: { $ref: "old.json" } } },
      files: {
        "new.json": { $schema: "https://json-schema.org/draft/2020-12/schema", prefixItems: [text] },
        "old.json": { items: [text] },
      },
      out: {
        "#": { properties: { a: to("new.json#"), b: to("old.json#") } },
        "new.json#": { prefixItems: [text] },
        "old.json#": { prefixItems: [text] },
      },
    },
    {
      name: "recursion in 2019-09, with and without its anchor",
      in: { $schema: draft2019, $recursiveAnchor: true, items: [{ $recursiveRef: "#" }] },
      out: { "#": { prefixItems: [to("#")] } },
    },
    {
      name: "but not of 2020-12, which has no such keyword",
      in: { items: { $recursiveRef: "#" } },
      out: { "#": { items: { $recursiveRef: "#" } } },
    },
  ];
  test.each(cases)("$name", ({ in: schema, out, ...setting }) => {
    expect(read(schema, setting)).toEqual({ problems: [], $defs: out });
  });

  test("recursion leads to the outermost document, and stays, to be refused, where only others have an anchor", () => {
    const tree = { $schema: draft2019, $recursiveAnchor: true, items: { $recursiveRef: "#" } };
    const files = { "tree.json": tree, "other.json": tree };
    const properties = { a: { $ref: "tree.json" }, b: { $ref: "other.json" } };
    expect(read({ ...tree, properties }, { files }).$defs).toMatchObject({
      "#": { items: to("#") },
      "tree.json#": { items: to("#") },
    });
    expect(read({ $schema: draft2019, properties }, { files }).$defs).toMatchObject({
      "tree.json#": { items: { $recursiveRef: "#" } },
    });
  });

  test("is checked against its own meta-schema", () => {
    expect(read({ $schema, items: [5], dependencies: { a: 1 } }).problems).toEqual([
      `SW201 api/x.schema.json#/items/0 not a JSON Schema: 5 in "items" must be an object or a boolean`,
      `SW201 api/x.schema.json#/dependencies/a not a JSON Schema: "a" must be an object or a boolean`,
    ]);
    expect(read({ $schema, items: { type: "text" } }).problems).toEqual([
      `SW201 api/x.schema.json#/items/type not a JSON Schema: "type" must be one of array, boolean, integer, null, number, object, string`,
    ]);
    expect(read({ $schema, items: [], dependencies: { a: ["b", "b"] }, type: [] }).problems).toEqual([
      `SW201 api/x.schema.json#/items not a JSON Schema: "items" must not be empty`,
      `SW201 api/x.schema.json#/dependencies/a not a JSON Schema: "a" must not say "b" twice`,
      `SW201 api/x.schema.json#/type not a JSON Schema: "type" must not be empty`,
    ]);
    const inside = { $schema: draft2020, $id: "a", items: [5], minContains: -1 };
    expect(read({ $schema, definitions: { A: inside }, items: [{ minItems: -1 }], minContains: -1 }).problems).toEqual([
      `SW201 api/x.schema.json#/items/0/minItems not a JSON Schema: "minItems" must be 0 or more`,
      `SW201 api/x.schema.json#/definitions/A/items not a JSON Schema: "items" must be an object or a boolean; a list is called "prefixItems", unless "$schema" says draft-07`,
      `SW201 api/x.schema.json#/definitions/A/minContains not a JSON Schema: "minContains" must be 0 or more`,
    ]);
    const draft03 = { $schema: "http://json-schema.org/draft-03/schema#", $id: "a" };
    expect(read({ $schema, type: "object", definitions: { A: draft03 } }).problems).toEqual([
      `SW202 api/x.schema.json#/definitions/A/$schema the dialect http://json-schema.org/draft-03/schema# is not read`,
    ]);
    const draft04 = { $schema: "http://json-schema.org/draft-04/schema#", id: "a" };
    const wrong = { ...draft04, minimum: 1, exclusiveMinimum: 0, items: true, maxLength: -1 };
    expect(read({ $schema, type: "object", definitions: { A: wrong } }).problems).toEqual([
      `SW201 api/x.schema.json#/definitions/A/exclusiveMinimum not a JSON Schema: "exclusiveMinimum" must be a boolean`,
      `SW201 api/x.schema.json#/definitions/A/items not a JSON Schema: "items" must be an object`,
      `SW201 api/x.schema.json#/definitions/A/maxLength not a JSON Schema: "maxLength" must be 0 or more`,
    ]);
    expect(
      read({
        ...draft04,
        ...text,
        definitions: { A: { ...inside, items: text }, B: { $schema, id: "b", items: true } },
      }),
    ).toMatchObject({
      problems: [
        `SW201 api/x.schema.json#/definitions/A/minContains not a JSON Schema: "minContains" must be 0 or more`,
      ],
    });
    const draft06 = { $schema: "http://json-schema.org/draft-06/schema#", exclusiveMinimum: true, items: true };
    expect(read(draft06).problems).toEqual([
      `SW201 api/x.schema.json#/exclusiveMinimum not a JSON Schema: "exclusiveMinimum" must be a number`,
    ]);
    expect(read({ $schema: draft2019, minContains: -1 }).problems).toEqual([
      `SW201 api/x.schema.json#/minContains not a JSON Schema: "minContains" must be 0 or more`,
    ]);
  });
});
