/** Rule bundle: documents in, one schema keyed by location out. */
import { describe, expect, test } from "vitest";
import type { Json } from "#generator/json/json-schema.js";
import { bundle } from "#generator/schema/bundle/bundle.js";
import { annotatedIn, contextOf, plain, told, type Setting } from "../support/rules.js";

const file = "api/x.schema.json";
const ref = (location: string): { $ref: string } => ({ $ref: `#/$defs/${location}` });
const text = { type: "string" } as const;
const dynamic = { $dynamicRef: "#a" };
const inTwoResources = {
  B: { $id: "b.json", $dynamicAnchor: "a", contains: dynamic },
  C: { $id: "c.json", $dynamicAnchor: "a", allOf: [{ $ref: "b.json" }] },
};
const throughAnother = {
  ...inTwoResources,
  Outer: { $dynamicAnchor: "next", $ref: "b.json" },
  List: {
    $id: "list.json",
    contains: { $dynamicRef: "#next" },
    $defs: { Next: { $dynamicAnchor: "next", $ref: "c.json" } },
  },
};
const json = (value: string): Json => JSON.parse(value) as Json;

describe("what the entries reach becomes an entry of $defs", () => {
  const cases: readonly ({ readonly name: string; readonly in: Json; readonly out: Json } & Setting)[] = [
    {
      name: "a schema without references is one entry",
      in: { $schema: "x", $comment: "y", title: "z", ...text },
      out: { "#": { title: "z", ...text } },
    },
    { name: "true is a schema", in: true, out: { "#": true } },
    {
      name: "a reference by pointer, and nothing that is not reached",
      in: { properties: { a: { $ref: "#/$defs/A" } }, $defs: { A: text, B: text } },
      out: { "#": { properties: { a: ref("#/$defs/A") } }, "#/$defs/A": text },
    },
    {
      name: "a reference into definitions, which 2020-12 still has",
      in: { items: { $ref: "#/definitions/A" }, definitions: { A: { items: { $ref: "#/definitions/B" } }, B: text } },
      out: {
        "#": { items: ref("#/definitions/A") },
        "#/definitions/A": { items: ref("#/definitions/B") },
        "#/definitions/B": text,
      },
    },
    {
      name: "a reference to any place, escaped and percent-encoded",
      in: { properties: { "a/b c%": { items: text }, d: { $ref: "#/properties/a~1b%20c%25/items" } } },
      out: {
        "#": { properties: { "a/b c%": { items: text }, d: ref("#/properties/a~1b c%/items") } },
        "#/properties/a~1b c%/items": text,
      },
    },
    {
      name: "a reference to the whole",
      in: { properties: { next: { $ref: "#" } } },
      out: { "#": { properties: { next: ref("#") } } },
    },
    {
      name: "references in a circle",
      in: { $ref: "#/$defs/A", $defs: { A: { items: { $ref: "#/$defs/B" } }, B: { items: { $ref: "#/$defs/A" } } } },
      out: {
        "#": ref("#/$defs/A"),
        "#/$defs/A": { items: ref("#/$defs/B") },
        "#/$defs/B": { items: ref("#/$defs/A") },
      },
    },
    {
      name: "files whose names mean something in an address: none is taken for another",
      in: { prefixItems: [{ $ref: "a%23b.json" }, { $ref: "a%3Fb.json#/$defs/A" }, { $ref: "a%2523b.json" }] },
      files: { "a#b.json": { title: "#" }, "a?b.json": { $defs: { A: { title: "?" } } }, "a%23b.json": { title: "%" } },
      out: {
        "#": { prefixItems: [ref("a%23b.json#"), ref("a?b.json#/$defs/A"), ref("a%2523b.json#")] },
        "a%23b.json#": { title: "#" },
        "a?b.json#/$defs/A": { title: "?" },
        "a%2523b.json#": { title: "%" },
      },
    },
    {
      name: "a reference by $anchor",
      in: { items: { $ref: "#money" }, $defs: { Money: { $anchor: "money", ...text } } },
      out: { "#": { items: ref("#/$defs/Money") }, "#/$defs/Money": text },
    },
    {
      name: "a dynamic reference that leads to one place: by a name that only one resource has, or none dynamically",
      in: {
        prefixItems: [{ $dynamicRef: "#money" }, { $dynamicRef: "#/$defs/Cent" }, { $ref: "#money" }],
        $defs: { Money: { $dynamicAnchor: "money", ...text }, Cent: text },
      },
      out: {
        "#": { prefixItems: [ref("#/$defs/Money"), ref("#/$defs/Cent"), ref("#/$defs/Money")] },
        "#/$defs/Money": text,
        "#/$defs/Cent": text,
      },
    },
    {
      name: "a dynamic reference leads to the anchor of the resource in which every validation begins",
      in: {
        items: { $ref: "in.json" },
        $defs: { A: { $dynamicAnchor: "a", ...text }, In: { $id: "in.json", $dynamicAnchor: "a", contains: dynamic } },
      },
      out: {
        "#": { items: ref("#/$defs/In") },
        "#/$defs/In": { contains: ref("#/$defs/A") },
        "#/$defs/A": text,
      },
    },
    {
      name: "to that of the first resource on the way that has one",
      in: { items: { $ref: "c.json" }, $defs: inTwoResources },
      out: {
        "#": { items: ref("#/$defs/C") },
        "#/$defs/C": { allOf: [ref("#/$defs/B")] },
        "#/$defs/B": { contains: ref("#/$defs/C") },
      },
    },
    {
      name: "one that leads to different places stays, to be refused: it is reached through resources with different anchors",
      in: { prefixItems: [{ $ref: "b.json" }, { $ref: "c.json" }], $defs: inTwoResources },
      out: {
        "#": { prefixItems: [ref("#/$defs/B"), ref("#/$defs/C")] },
        "#/$defs/B": { contains: dynamic },
        "#/$defs/C": { allOf: [ref("#/$defs/B")] },
      },
    },
    {
      name: "so does one that is reached through another, which leads where no way was seen",
      in: { items: { $ref: "list.json" }, $defs: throughAnother },
      out: {
        "#": { items: ref("#/$defs/List") },
        "#/$defs/List": { contains: ref("#/$defs/Outer") },
        "#/$defs/Outer": ref("#/$defs/B"),
        "#/$defs/B": { contains: dynamic },
      },
    },
    {
      name: "so does one that only a mapping leads to by another way",
      in: {
        prefixItems: [{ $ref: "b.json" }, { discriminator: { propertyName: "kind", mapping: { c: "c.json" } } }],
        $defs: inTwoResources,
      },
      out: {
        "#": {
          prefixItems: [
            ref("#/$defs/B"),
            { discriminator: { propertyName: "kind", mapping: { c: "#/$defs/#/$defs/C" } } },
          ],
        },
        "#/$defs/B": { contains: dynamic },
        "#/$defs/C": { allOf: [ref("#/$defs/B")] },
      },
    },
    {
      name: "so does one where validation begins in several resources",
      in: { $dynamicAnchor: "a", items: dynamic, $defs: inTwoResources },
      contract: {
        entries: { Root: { at: "#", direction: "response" }, B: { at: "#/$defs/B", direction: "response" } },
      },
      out: { "#": { items: dynamic }, "#/$defs/B": { contains: dynamic } },
    },
    {
      name: "a reference to an anchor by the path of a file that calls itself something else",
      in: {
        prefixItems: [{ $ref: "a.json#money" }, { $dynamicRef: "a.json#cent" }],
        $defs: { C: { $id: "c", $dynamicAnchor: "cent" } },
      },
      files: {
        "a.json": {
          $id: "https://x.test/a",
          $defs: { Money: { $anchor: "money", ...text }, Cent: { $dynamicAnchor: "cent", ...text } },
        },
      },
      out: {
        "#": { prefixItems: [ref("a.json#/$defs/Money"), ref("a.json#/$defs/Cent")] },
        "a.json#/$defs/Money": text,
        "a.json#/$defs/Cent": text,
      },
    },
    {
      name: "a reference by $id, absolute and relative, and by pointer and anchor within it",
      in: {
        $id: "https://x.test/root.json",
        prefixItems: [
          { $ref: "money.json" },
          { $ref: "https://x.test/money.json#/$defs/Cent" },
          { $ref: "money.json#cent" },
          { $ref: "root.json#/$defs/Money" },
        ],
        $defs: {
          Money: { $id: "money.json", items: { $ref: "#/$defs/Cent" }, $defs: { Cent: { $anchor: "cent", ...text } } },
        },
      },
      out: {
        "#": {
          prefixItems: [
            ref("#/$defs/Money"),
            ref("#/$defs/Money/$defs/Cent"),
            ref("#/$defs/Money/$defs/Cent"),
            ref("#/$defs/Money"),
          ],
        },
        "#/$defs/Money": { items: ref("#/$defs/Money/$defs/Cent") },
        "#/$defs/Money/$defs/Cent": text,
      },
    },
    {
      name: "a file beside a schema whose name is no address, to which no path is relative",
      in: { $id: "urn:example:a", prefixItems: [{ $ref: "a.json" }, { $ref: "#/$defs/Own" }], $defs: { Own: text } },
      files: { "a.json": { minItems: 1 } },
      out: {
        "#": { prefixItems: [ref("a.json#"), ref("#/$defs/Own")] },
        "a.json#": { minItems: 1 },
        "#/$defs/Own": text,
      },
    },
    {
      name: "an anchor means the schema of its own resource",
      in: {
        $anchor: "a",
        items: { $ref: "#a" },
        $defs: { In: { $id: "in.json", $anchor: "a", items: { $ref: "#a" } } },
        contains: { $ref: "in.json#a" },
      },
      out: { "#": { items: ref("#"), contains: ref("#/$defs/In") }, "#/$defs/In": { items: ref("#/$defs/In") } },
    },
    {
      name: "a reference to a file, to a place in it, from it and back",
      in: { prefixItems: [{ $ref: "common/a.json" }, { $ref: "common/a.json#/$defs/B" }], $defs: { Own: text } },
      files: {
        "common/a.json": { items: { $ref: "../x.schema.json#/$defs/Own" }, $defs: { B: { $ref: "b.json#b" } } },
        "common/b.json": { $anchor: "b", ...text },
      },
      out: {
        "#": { prefixItems: [ref("common/a.json#"), ref("common/a.json#/$defs/B")] },
        "common/a.json#": { items: ref("#/$defs/Own") },
        "common/a.json#/$defs/B": ref("common/b.json#"),
        "#/$defs/Own": text,
        "common/b.json#": text,
      },
    },
    {
      name: "what looks like a reference in data is data",
      in: {
        default: { $ref: "#/no" },
        const: { $ref: "#/no" },
        enum: [{ $ref: "#/no" }],
        examples: [{ $ref: "https://x.test" }],
        properties: { $ref: text },
      },
      out: {
        "#": {
          default: { $ref: "#/no" },
          const: { $ref: "#/no" },
          enum: [{ $ref: "#/no" }],
          examples: [{ $ref: "https://x.test" }],
          properties: { $ref: text },
        },
      },
    },
    {
      name: "what stands beside a reference stays",
      in: { items: { description: "x", $ref: "#/$defs/A", minLength: 2 }, $defs: { A: text } },
      out: { "#": { items: { description: "x", ...ref("#/$defs/A"), minLength: 2 } }, "#/$defs/A": text },
    },
    {
      name: "hostile keys are keys",
      in: json(
        '{"properties":{"__proto__":{"$ref":"#/$defs/constructor"},"$defs":{"type":"string"}},"$defs":{"constructor":{"$ref":"#/$defs/__proto__"},"__proto__":{"type":"string"}}}',
      ),
      out: json(
        '{"#":{"properties":{"__proto__":{"$ref":"#/$defs/#/$defs/constructor"},"$defs":{"type":"string"}}},"#/$defs/constructor":{"$ref":"#/$defs/#/$defs/__proto__"},"#/$defs/__proto__":{"type":"string"}}',
      ),
    },
    {
      name: "several entries, and the step, begin",
      in: { properties: { a: text, b: { items: text } }, $defs: { C: text } },
      contract: {
        entries: { A: { at: "#/properties/a", direction: "request" }, C: { at: "#/$defs/C", direction: "response" } },
        steps: { of: "A", at: "#/properties/b/items", tag: "t", input: "i", unknownTags: "reject" },
      },
      out: { "#/properties/a": text, "#/$defs/C": text, "#/properties/b/items": text },
    },
    {
      name: "a discriminator's mapping refers",
      in: {
        type: "object",
        properties: { t: text },
        discriminator: { propertyName: "t", mapping: { a: "#/$defs/A" } },
        $defs: { A: { type: "object" } },
      },
      out: {
        "#": {
          type: "object",
          properties: { t: text },
          discriminator: { propertyName: "t", mapping: { a: "#/$defs/#/$defs/A" } },
        },
        "#/$defs/A": { type: "object" },
      },
    },
    {
      name: "of a discriminator nothing else stays: its other members are the generator's own",
      in: { discriminator: { propertyName: "t", mapping: {}, absent: 5, unknown: ["#"], "x-a": true } },
      out: { "#": { discriminator: { propertyName: "t", mapping: {} } } },
    },
    {
      name: "a schema of an OpenAPI document",
      in: {
        openapi: "3.1.0",
        components: { schemas: { A: { items: { $ref: "#/components/schemas/B" } }, B: text, C: text } },
      },
      contract: { entries: { A: { at: "#/components/schemas/A", direction: "response" } } },
      out: { "#/components/schemas/A": { items: ref("#/components/schemas/B") }, "#/components/schemas/B": text },
    },
  ];
  test.for(cases.map((each) => [each.name, each] as const))("%s", ([, { in: schema, out, ...setting }]) => {
    const context = contextOf(schema, setting);
    const { $defs } = bundle(annotatedIn(context), context);
    expect(told(context.problems)).toEqual([]);
    expect(JSON.stringify($defs, null, 1)).toBe(JSON.stringify(out, null, 1));
  });
});

describe("a reference that cannot be followed is told at its place", () => {
  const cases: readonly ({
    readonly name: string;
    readonly in: Json;
    readonly problems: readonly string[];
  } & Setting)[] = [
    {
      name: "to nowhere",
      in: {
        properties: {
          a: { $ref: "#/$defs/A" },
          b: { $ref: "#a" },
          c: { $ref: "#/properties/toString" },
          d: { $ref: "#/type" },
        },
        type: "object",
      },
      problems: [
        `SW210 ${file}#/properties/a/$ref $ref #/$defs/A leads nowhere`,
        `SW210 ${file}#/properties/b/$ref $ref #a leads nowhere`,
        `SW210 ${file}#/properties/c/$ref $ref #/properties/toString leads nowhere`,
        `SW225 ${file}#/properties/d/$ref $ref #/type leads to a string, which is no schema`,
      ],
    },
    {
      name: "to what only looks like a schema, as the meta-schema says where it stands",
      in: { properties: { type: { const: 1 }, a: { $ref: "#/properties" }, b: { $ref: "#/x" } }, x: { minimum: "1" } },
      problems: [
        `SW201 ${file}#/properties/type not a JSON Schema: "type" must be one of array, boolean, integer, null, number, object, string`,
        `SW201 ${file}#/x/minimum not a JSON Schema: "minimum" must be a number`,
      ],
    },
    {
      name: "to a name that several have",
      in: {
        prefixItems: [{ $ref: "a.json" }, { $ref: "a.json#/items" }, { $ref: "b.json#x" }, { $ref: "#y" }],
        $defs: {
          A: { $id: "a.json", items: text },
          B: { $id: "a.json", items: true },
          C: { $id: "b.json", prefixItems: [{ $anchor: "x" }, { $dynamicAnchor: "x" }] },
          D: { $anchor: "y" },
          E: { $id: "e.json", $anchor: "y" },
        },
      },
      problems: ["a.json", "a.json#/items", "b.json#x"].map(
        (each, index) => `SW226 ${file}#/prefixItems/${index}/$ref $ref ${each} leads to several schemas`,
      ),
    },
    {
      name: "with a broken escape",
      in: { prefixItems: [{ $ref: "#/%" }, { $ref: "#/a~2" }] },
      problems: [
        `SW210 ${file}#/prefixItems/0/$ref $ref #/% leads nowhere`,
        `SW210 ${file}#/prefixItems/1/$ref $ref #/a~2 leads nowhere`,
      ],
    },
    {
      name: "to the network",
      in: { prefixItems: [{ $ref: "https://x.test/a.json" }, { $ref: "//x.test/a.json#/b" }, { $ref: "urn:x" }] },
      problems: ["https://x.test/a.json", "//x.test/a.json#/b", "urn:x"].map(
        (each, index) =>
          `SW211 ${file}#/prefixItems/${index}/$ref $ref ${each} leads to the network, which is never read`,
      ),
    },
    {
      name: "to an address that is none",
      in: { $ref: "http://[" },
      problems: [`SW211 ${file}#/$ref $ref http://[ leads to the network, which is never read`],
    },
    {
      name: "out of the folder",
      in: { $ref: "../a.json" },
      unavailable: { "../a.json": { why: "outside" } },
      problems: [`SW212 ${file}#/$ref $ref ../a.json leads out of the schema's folder`],
    },
    {
      name: "to a file that is not there",
      in: { $ref: "a.json#/x" },
      unavailable: { "a.json": { why: "missing" } },
      problems: [`SW224 ${file}#/$ref $ref a.json#/x leads to a file that does not exist: a.json`],
    },
    {
      name: "to a file that is not there, from a file in another folder",
      in: { $ref: "common/b.json" },
      files: { "common/b.json": { items: { $ref: "a.json" } } },
      unavailable: { "common/a.json": { why: "missing" } },
      problems: ["SW224 api/common/b.json#/items/$ref $ref a.json leads to a file that does not exist: common/a.json"],
    },
    {
      name: "into a file that is no schema, told once",
      in: { prefixItems: [{ $ref: "a.json#/$defs/A" }, { $ref: "a.json#/$defs/B" }, { $ref: "b.json" }] },
      files: {
        "a.json": { $defs: { A: { type: "text" }, B: true } },
        "b.json": { $schema: "http://json-schema.org/draft-03/schema#" },
      },
      problems: [
        'SW201 api/a.json#/$defs/A/type not a JSON Schema: "type" must be one of array, boolean, integer, null, number, object, string',
        "SW202 api/b.json#/$schema the dialect http://json-schema.org/draft-03/schema# is not read",
      ],
    },
    {
      name: "to nowhere in a file",
      in: { $ref: "a.json" },
      files: { "a.json": { $ref: "#/x" } },
      problems: ["SW210 api/a.json#/$ref $ref #/x leads nowhere"],
    },
    {
      name: "to a file that is a list, and to a list in a file",
      in: { prefixItems: [{ $ref: "a.json" }, { $ref: "b.json#/required" }] },
      files: { "a.json": [{}], "b.json": { required: ["a"] } },
      problems: [
        "SW201 api/a.json# not a JSON Schema: it must be an object or a boolean",
        `SW225 ${file}#/prefixItems/0/$ref $ref a.json leads to an array, which is no schema`,
        `SW225 ${file}#/prefixItems/1/$ref $ref b.json#/required leads to an array, which is no schema`,
      ],
    },
    {
      name: "an entry and a step that are not there, each told in the contract",
      in: { properties: { a: text } },
      contract: {
        entries: { A: { at: "#/properties/b", direction: "both" }, "B/C": { at: "#/properties", direction: "both" } },
        steps: { of: "A", at: "#/x", answered: "#/y", tag: "t", input: "i", unknownTags: "reject" },
      },
      problems: [
        "SW110 api/x.contract.json#/entries/A/at the schema has no #/properties/b",
        "SW123 api/x.contract.json#/entries/B/C/at #/properties is no schema",
        "SW110 api/x.contract.json#/steps/at the schema has no #/x",
        "SW110 api/x.contract.json#/steps/answered the schema has no #/y",
      ],
    },
  ];
  test.for(cases.map((each) => [each.name, each] as const))("%s", ([, { in: schema, problems, ...setting }]) => {
    const context = contextOf(schema, setting);
    bundle(annotatedIn(context), context);
    expect(told(context.problems)).toEqual(problems);
  });
});

describe("the hint says which reference was probably meant", () => {
  const otherwise = "point at a schema of this document, or at a file below its folder";
  const cases: readonly (readonly [ref: string, hint: string])[] = [
    ["#/$defs/Mony", "did you mean #/$defs/Money?"],
    ["#/$defs/Order/properties/totl", "did you mean #/$defs/Order/properties/total?"],
    ["types.json#/$defs/Mony", "did you mean types.json#/$defs/Money?"],
    ["#/$defs/Quite/other", otherwise],
    ["#Mony", otherwise],
    ["https://x.test/", "save the document below the schema's folder and refer to the file"],
    [
      "https://x.test/v1/bag%20of.json?a#/b",
      "save the document as bag of.json in the schema's folder if that address is its $id, or else below the schema's folder and refer to the file",
    ],
    ["Money", "did you mean #/$defs/Money?"],
    ["Mony", "a path in a `$ref` starts at the folder of the file that it stands in, in an overlay at the schema's"],
  ];
  const Money = { type: "integer" };
  test.for(cases)("%s", ([ref, hint]) => {
    const schema = { $ref: ref, $defs: { Money, Order: { properties: { total: text } } } };
    const missing = { why: "missing" } as const;
    const files = { "types.json": { $defs: { Money } } };
    const context = contextOf(schema, { files, unavailable: { Money: missing, Mony: missing } });
    bundle(annotatedIn(context), context);
    expect(context.problems.map((each) => each.hint)).toEqual([hint]);
  });

  test("of the first hundred, which is no slip any more", () => {
    const refs = Array.from({ length: 150 }, () => ({ $ref: "#/$defs/Mony" }));
    const context = contextOf({ prefixItems: refs, $defs: { Money } });
    bundle(annotatedIn(context), context);
    expect(context.problems).toHaveLength(150);
    expect(context.problems.filter(({ hint }) => hint !== otherwise)).toHaveLength(100);
  });
});

test("the schema that came in is still there", () => {
  const schema = { properties: { a: { $ref: "#/$defs/A" } }, $defs: { A: text } };
  const context = contextOf(schema);
  bundle(annotatedIn(context), context);
  expect(plain(context.inputs.schema.value)).toEqual(schema);
});
