/**
 * What validator modules are made of, and what counts as a value: tables of schemas and values that AJV is no judge of.
 */
import { inspect } from "node:util";
import { parseModule } from "meriyah";
import { describe, expect, test } from "vitest";
import type { Definitions, Json, Schema } from "#generator/json/json-schema.js";
import { taggedUnion } from "#generator/schema/reading/tagged-union.js";
import { deepFreeze } from "../support/deep-freeze.js";
import { validatorsOf, validatorText } from "../support/validators.js";

const text = { type: "string" } as const;
const short = { type: "string", maxLength: 2, pattern: "^a" } as const;
const json = (value: string): Json => JSON.parse(value) as Json;

describe("what counts as valid", () => {
  const inherited = Object.create({ id: "a" }) as object;
  const cases: readonly { name: string; schema: Schema; valid?: readonly unknown[]; invalid?: readonly unknown[] }[] = [
    {
      name: "only own properties count",
      schema: { type: "object", required: ["id"], properties: { id: text } },
      valid: [{ id: "a" }, Object.assign(Object.create(null) as object, { id: "a" })],
      invalid: [inherited, {}],
    },
    {
      name: "what every object inherits is not there",
      schema: { type: "object", required: ["toString", "constructor", "hasOwnProperty", "__proto__"] },
      valid: [json('{"toString":1,"constructor":1,"hasOwnProperty":1,"__proto__":1}')],
      invalid: [{}, json('{"toString":1,"constructor":1,"hasOwnProperty":1}')],
    },
    {
      name: "an optional property with a name that every object inherits is checked when it is there",
      schema: { properties: { toString: text, constructor: text, valueOf: text } },
      valid: [{}, { toString: "a" }],
      invalid: [{ toString: 1 }, { constructor: {} }, { valueOf: null }],
    },
    {
      name: "a property that is called as AJV calls something of its own",
      schema: {
        properties: Object.fromEntries(
          ["data1", "data0", "func1", "pattern0", "obj0", "i0"].map((name) => [name, short]),
        ),
        additionalProperties: false,
      },
      valid: [{}, { data1: "a", data0: "ab", func1: "a", pattern0: "a", obj0: "a", i0: "a" }],
      invalid: ["data1", "data0", "func1", "pattern0", "obj0", "i0"].map((name) => ({ [name]: "abc" })),
    },
    {
      name: "__proto__ is a property like any other",
      schema: {
        type: "object",
        properties: json('{"__proto__":{"type":"string"}}') as Definitions,
        additionalProperties: false,
      },
      valid: [{}, json('{"__proto__":"a"}')],
      invalid: [json('{"__proto__":1}'), json('{"__proto__":{"a":1}}'), { b: 1 }],
    },
    {
      name: "__proto__ is no additional property where it is not named",
      schema: { type: "object", additionalProperties: false },
      valid: [{}],
      invalid: [json('{"__proto__":1}')],
    },
    {
      name: "__proto__ in a pattern, a dependency and a constant",
      schema: {
        patternProperties: json('{"__proto__":{"type":"string"}}') as Definitions,
        dependentRequired: json('{"__proto__":["a"]}') as Record<string, string[]>,
        dependentSchemas: json('{"__proto__":{"maxProperties":2}}') as Definitions,
        not: { const: json('{"__proto__":"no","a":1}') },
      },
      valid: [{}, json('{"__proto__":"yes","a":1}')],
      invalid: [
        json('{"__proto__":1,"a":1}'),
        json('{"__proto__":"yes"}'),
        json('{"__proto__":"yes","a":1,"b":1}'),
        json('{"__proto__":"no","a":1}'),
      ],
    },
    {
      name: "a property named with half a surrogate pair, quotes, slashes or nothing",
      schema: {
        properties: { "\ud800": text, "'\"`\\": text, "a/b~c%25": text, "": text, "\u2028\n": text, "</script>": text },
      },
      valid: [{ "\ud800": "a", "'\"`\\": "a", "a/b~c%25": "a", "": "a", "\u2028\n": "a", "</script>": "a" }],
      invalid: [{ "\ud800": 1 }, { "'\"`\\": 1 }, { "a/b~c%25": 1 }, { "": 1 }, { "\u2028\n": 1 }, { "</script>": 1 }],
    },
    {
      name: "an own property that is undefined counts as absent",
      schema: { type: "object", required: ["a"], properties: { a: text, b: text } },
      valid: [{ a: "x", b: undefined }],
      invalid: [{ a: undefined }],
    },
    {
      name: "and is not counted",
      schema: { type: "object", minProperties: 1, maxProperties: 2 },
      valid: [
        { a: 1, b: undefined },
        { a: 1, b: 2, c: undefined },
      ],
      invalid: [{ a: undefined }, { a: 1, b: 2, c: 3 }],
    },
    {
      name: "NaN and Infinity are no numbers",
      schema: { type: "number" },
      valid: [0, -0, 1.5, 5e-324],
      invalid: [Number.NaN, Infinity, -Infinity, "1", new Number(1)],
    },
    {
      name: "NaN and Infinity are no integers",
      schema: { type: "integer" },
      valid: [1, 1e300],
      invalid: [Number.NaN, Infinity, 1.5, 10n],
    },
    {
      name: "a union of types takes neither NaN nor Infinity",
      schema: { anyOf: [{ type: "number" }, { type: "null" }] },
      valid: [1, null],
      invalid: [Infinity, Number.NaN],
    },
    {
      name: "an array is no object, null is no object, a function is none",
      schema: { type: "object" },
      valid: [{}, new Date()],
      invalid: [[], null, () => 1, "a"],
    },
    {
      name: "a hole in an array is an item",
      schema: { items: text },
      valid: [["a"], []],
      invalid: [Object.assign([], { length: 1 }), [undefined]],
    },
    { name: "-0 is 0", schema: { enum: [0] }, valid: [-0, 0] },
    {
      name: "1.0 is an integer and equal to 1, deep in a constant too",
      schema: { const: { a: [1.0] } },
      valid: [{ a: [1] }],
      invalid: [{ a: [1, 1] }, { a: ["1"] }, { a: { 0: 1 } }],
    },
    {
      name: "the order of properties in a constant means nothing",
      schema: { const: { a: 1, b: [{}] } },
      valid: [{ b: [{}], a: 1 }],
      invalid: [{ a: 1 }, { a: 1, b: [[]] }, { a: 1, b: [{}], c: 1 }],
    },
    {
      name: "an empty array and an empty object are constants",
      schema: { enum: [[], {}] },
      valid: [[], {}],
      invalid: [[1], { a: 1 }, null],
    },
    {
      name: "a numeric format is checked where the bounds leave something to check",
      schema: {
        properties: {
          a: { type: "integer", format: "int32", minimum: 0 },
          b: { type: "number", format: "int32", minimum: 0, maximum: 9 },
        },
      },
      valid: [{ a: 2 ** 31 - 1, b: 9 }],
      invalid: [{ a: 2 ** 31 }, { b: 1.5 }],
    },
    {
      name: "single precision does not hold every number, whether it is of a type, bounded or listed",
      schema: {
        properties: {
          a: { type: "number", format: "float" },
          b: { format: "float" },
          c: { type: "number", format: "float", minimum: 0, maximum: 1e39 },
          d: { type: "number", format: "float", enum: [1, 1e39] },
        },
      },
      valid: [{ a: -3.4028235e38, b: "a", c: 3.4028235e38, d: 1 }],
      invalid: [{ a: 1e39 }, { b: -1e39 }, { c: 1e39 }, { d: 1e39 }],
    },
    {
      name: "19.99 is a multiple of 0.01",
      schema: { multipleOf: 0.01 },
      valid: [19.99, 0, 1e21, "a"],
      invalid: [19.995, 5e-324],
    },
    {
      name: "1e250 is a multiple of 1e-200",
      schema: { multipleOf: 1e-200 },
      valid: [1e250, 1e-200],
      invalid: [1e-201],
    },
    {
      name: "an array of no realm",
      schema: { contains: text, uniqueItems: true },
      valid: [Object.setPrototypeOf(["a", "b"], null)],
      invalid: [Object.setPrototypeOf(["a", "a"], null), Object.setPrototypeOf([1], null)],
    },
    {
      name: "a value with a toString of its own can be compared",
      schema: { uniqueItems: true, not: { const: { toString: 1 } } },
      valid: [[{ toString: 1 }, { toString: 2 }], { toString: 2 }],
      invalid: [[{ toString: 1 }, { toString: 1 }], { toString: 1 }],
    },
    {
      name: "nothing satisfies an enum without values, and one that its type forbids",
      schema: { anyOf: [{ enum: [] }, { type: "string", enum: [1] }, { type: "string", const: null }] },
      invalid: [1, null, "a"],
    },
    {
      name: "a constant beside a reference, an enum beside a union: all hold",
      schema: { $ref: "#/$defs/Short", const: { a: 1 }, anyOf: [{ type: "object" }], enum: [{ a: 1 }, 2] },
      valid: [{ a: 1 }],
      invalid: [{}, 2],
    },
    {
      name: "keywords that the standard does not know say nothing",
      schema: {
        type: "string",
        call: ["Nothing"],
        nullable: true,
        id: "x",
        unlessReference: false,
      },
      valid: ["a"],
      invalid: [null],
    },
    { name: "then and else without if say nothing", schema: { then: false, else: false }, valid: [1] },
    {
      name: "prefixItems and contains of an empty array",
      schema: { prefixItems: [text], contains: { const: 1 } },
      valid: [["a", 1]],
      invalid: [[]],
    },
    {
      name: "length counts code points",
      schema: { minLength: 2, maxLength: 2 },
      valid: ["😀😀", "e\u0301"],
      invalid: ["😀", "abc"],
    },
    {
      name: "a pattern is read as Unicode text, slashes and line ends included",
      schema: { pattern: "^(?:\\p{L}/\u2028|\\/)$" },
      valid: ["é/\u2028", "/"],
      invalid: ["é"],
    },
    { name: "an empty pattern matches everything", schema: { pattern: "" }, valid: ["", "a"] },
    {
      name: "a format that nobody knows says nothing, one for numbers nothing about text",
      schema: {
        anyOf: [
          { type: "string", format: "color" },
          { type: "string", format: "int32" },
        ],
      },
      valid: ["a"],
    },
  ];
  test.for(cases.map((each) => [each.name, each] as const))("%s", async ([, { schema, valid = [], invalid = [] }]) => {
    const $defs = deepFreeze({ Root: schema, Short: { maxProperties: 1 } });
    const validators = await validatorsOf($defs);
    for (const value of valid)
      expect([validators.accepts("Root", value), validators.messages("Root", value)], inspect(value)).toEqual([
        true,
        [],
      ]);
    for (const value of invalid) {
      expect(validators.accepts("Root", value), `guard of ${inspect(value)}`).toBe(false);
      expect(validators.messages("Root", value).length, `collector of ${inspect(value)}`).toBeGreaterThan(0);
    }
  });

  test("a list of thousands of values", async () => {
    const values = Array.from({ length: 20_000 }, (_, index) => `value${index}`);
    const { accepts } = await validatorsOf({ Root: { enum: values } });
    expect([accepts("Root", "value19999"), accepts("Root", "value20000")]).toEqual([true, false]);
  });

  test("a condition within a condition is asked once", async () => {
    const child: Schema = { properties: { child: { $ref: "#/$defs/Root" } } };
    const root: Schema = { if: child, then: { required: ["a"] }, else: { required: ["b"] } };
    const { accepts } = await validatorsOf({ Root: root });
    const nested = Array.from({ length: 60 }).reduce<object>((inner) => ({ a: 1, child: inner }), { a: 1 });
    expect([accepts("Root", nested), accepts("Root", { child: nested })]).toEqual([true, false]);
  });

  test("a tagged union of hundreds of variants", async () => {
    const tags = Array.from({ length: 300 }, (_, index) => `tag${index}`);
    const variants = tags.map((tag, index) => [
      `V${index}`,
      { type: "object", required: ["kind"], properties: { kind: { const: tag }, [tag]: text } },
    ]);
    const union = taggedUnion({}, "kind", new Map(tags.map((tag, index) => [tag, `V${index}`])));
    const { accepts } = await validatorsOf({ Root: union, ...Object.fromEntries(variants) }, ["Root"]);
    expect([
      accepts("Root", { kind: "tag299", tag299: "a", tag1: 1 }),
      accepts("Root", { kind: "tag299", tag299: 1 }),
    ]).toEqual([true, false]);
  });
});

describe("a tagged union", () => {
  const variant = (tag: Schema, more: object = {}): Schema => ({
    type: "object",
    properties: { kind: tag, a: text },
    ...more,
  });
  const cat = variant({ const: "cat" }, { required: ["kind"] });
  const dog = variant({ const: "dog" }, { required: ["kind", "a"] });
  const branches = new Map([
    ["cat", "Cat"],
    ["dog", "Dog"],
  ]);
  const cases: readonly { name: string; $defs: Definitions; valid: readonly unknown[]; invalid: readonly unknown[] }[] =
    [
      {
        name: "refuses a tag that is absent, inherited, no string or not listed",
        $defs: { Root: taggedUnion({}, "kind", branches), Cat: cat, Dog: dog },
        valid: [{ kind: "cat" }, { kind: "dog", a: "x" }],
        invalid: [
          {},
          { kind: undefined },
          { kind: null },
          { kind: "bird" },
          { kind: "dog" },
          { kind: "toString" },
          Object.create({ kind: "cat" }),
          { kind: ["cat"] },
          [],
          null,
          "cat",
        ],
      },
      {
        name: "asks what else its tag must be",
        $defs: {
          Root: taggedUnion({}, "kind", branches),
          Cat: variant({ const: "cat", maxLength: 2 }, { required: ["kind"] }),
          Dog: variant({ const: "dog", enum: ["dog", "cat"] }, { required: ["kind"] }),
        },
        valid: [{ kind: "dog" }],
        invalid: [{ kind: "cat" }],
      },
      {
        name: "takes a value without the tag for the untagged rest",
        $defs: {
          Root: taggedUnion({}, "kind", branches, { absent: "Rest" }),
          Cat: cat,
          Dog: dog,
          Rest: variant(false),
        },
        valid: [{}, { a: "x" }, { kind: undefined }],
        invalid: [{ a: 1 }, { kind: null }, { kind: "bird" }],
      },
      {
        name: "takes a listed tag's branch, and any other string's, where unknown tags pass",
        $defs: {
          Root: taggedUnion({}, "kind", branches, { unknown: "Unlisted" }),
          Cat: cat,
          Dog: dog,
          Unlisted: variant({ type: "string", not: { enum: ["cat", "dog"] } }, { required: ["kind"] }),
        },
        valid: [{ kind: "bird" }, { kind: "cat" }],
        invalid: [{ kind: "dog" }, { kind: "bird", a: 1 }, { kind: 1 }, {}],
      },
      {
        name: "takes null for an absent tag where the tag has a default",
        $defs: {
          Root: {
            ...taggedUnion({}, "kind", branches),
            discriminator: {
              propertyName: "kind",
              mapping: { cat: "#/$defs/Cat", dog: "#/$defs/Dog" },
              absent: "#/$defs/Cat",
              nullIsAbsent: true,
            },
          },
          Cat: variant({ enum: ["cat", null] }),
          Dog: dog,
        },
        valid: [{}, { kind: null }, { kind: "cat" }, { kind: "dog", a: "x" }],
        invalid: [{ a: 1 }, { kind: null, a: 1 }, { kind: "bird" }],
      },
      {
        name: "is checked beside what stands beside it",
        $defs: { Root: { ...taggedUnion({ required: ["b"], type: "object" }, "kind", branches) }, Cat: cat, Dog: dog },
        valid: [{ kind: "cat", b: 1 }],
        invalid: [{ kind: "cat" }, { b: 1 }],
      },
      {
        name: "closed variants take their own tag and nothing unknown",
        $defs: {
          Root: taggedUnion({}, "kind", branches),
          Cat: variant({ const: "cat" }, { required: ["kind"], additionalProperties: false }),
          Dog: variant({ const: "dog" }, { required: ["kind"], additionalProperties: false }),
        },
        valid: [{ kind: "cat", a: "x" }, { kind: "dog" }],
        invalid: [{ kind: "cat", b: 1 }],
      },
      {
        name: "in another one: each tag picks its branch",
        $defs: {
          Root: taggedUnion(
            {},
            "group",
            new Map([
              ["pet", "Pet"],
              ["other", "Other"],
            ]),
          ),
          Pet: taggedUnion({}, "kind", branches),
          Cat: variant(
            { const: "cat" },
            { required: ["kind", "group"], properties: { kind: { const: "cat" }, group: { const: "pet" } } },
          ),
          Dog: variant(
            { const: "dog" },
            { required: ["kind", "group"], properties: { kind: { const: "dog" }, group: { const: "pet" } } },
          ),
          Other: { type: "object", required: ["group"], properties: { group: { const: "other" }, b: text } },
        },
        valid: [
          { group: "pet", kind: "cat" },
          { group: "other", kind: 1 },
        ],
        invalid: [{ kind: "cat" }, { group: "pet" }, { group: "pet", kind: "bird" }, { group: "other", b: 1 }],
      },
    ];
  test.for(cases.map((each) => [each.name, each] as const))("%s", async ([, { $defs, valid, invalid }]) => {
    const validators = await validatorsOf(deepFreeze($defs), ["Root"]);
    for (const value of valid)
      expect([validators.accepts("Root", value), validators.messages("Root", value)]).toEqual([true, []]);
    for (const value of invalid) {
      expect(validators.accepts("Root", value), inspect(value)).toBe(false);
      expect(validators.messages("Root", value), inspect(value)).toHaveLength(1);
    }
  });

  test("whose variants differ by their tag only has one body for all", () => {
    const module = validatorText(
      { Root: taggedUnion({}, "kind", branches), Cat: cat, Dog: variant({ const: "dog" }, { required: ["kind"] }) },
      ["Root"],
    );
    expect(module.match(/^function check/gm)).toHaveLength(1);
  });
});

describe("a module", () => {
  const $defs: Definitions = {
    Root: {
      type: "object",
      required: ["id"],
      properties: {
        id: { type: "string", description: "UNSAID", pattern: "^a" },
        at: { format: "uri" },
        list: { items: { $ref: "#/$defs/Tree" }, uniqueItems: true },
      },
      examples: ["UNSAID"],
    },
    Tree: {
      anyOf: [{ type: "null" }, { type: "object", properties: { next: { $ref: "#/$defs/Tree" } }, minProperties: 1 }],
    },
  };

  test("imports nothing, evaluates nothing, and holds no schema", () => {
    const module = validatorText($defs, ["Root"]);
    expect(module).not.toMatch(
      /\bimport\b|\brequire\(|\beval\b|\bnew Function\b|\bFunction\(|\$defs|\$ref|schemaPath|UNSAID|minProperties: /,
    );
    expect(module).not.toMatch(/\bajv\b|vErrors|_errs|\bvalid\d|\$guard|\$runtime/i);
  });

  test("declares every name that it uses, and each once", async () => {
    const module = validatorText($defs, ["Root"]);
    expect(() => parseModule(module, { next: true })).not.toThrow();
    const names = [...module.matchAll(/^(?:export )?(?:function|const|class) (\w+)/gm)].map(([, name]) => name);
    expect(new Set(names).size).toBe(names.length);
    const { accepts, messages } = await validatorsOf($defs, ["Root"]);
    expect(accepts("Root", { id: "a", at: "urn:a", list: [null, { next: null }] })).toBe(true);
    expect(messages("Root", { id: "b", at: "", list: [null, null] })).toHaveLength(3);
  });

  test("is the same text each time", () => {
    expect(validatorText($defs, ["Root"])).toBe(validatorText($defs, ["Root"]));
  });

  test("exports a guard, two parsers and a Standard Schema for each entry, and the error", async () => {
    const { exports } = await validatorsOf({ Root: true, Other: true }, ["Root"]);
    expect(Object.keys(exports).sort()).toEqual([
      "ValidationError",
      "formatIssues",
      "isRoot",
      "parseRoot",
      "rootSchema",
      "safeParseRoot",
    ]);
  });

  test("keeps the runtime's functions apart from types of the same name", async () => {
    const uri: Schema = { type: "string", format: "uri" };
    const { accepts, exports } = await validatorsOf({
      Uri: uri,
      Standard: { multipleOf: 2, properties: { at: uri } },
      MultipleOf: { multipleOf: 3 },
    });
    expect([
      accepts("Uri", "urn:a"),
      accepts("Uri", "a b"),
      accepts("Standard", 2),
      accepts("Standard", { at: "a b" }),
      accepts("MultipleOf", 3),
      accepts("MultipleOf", 2),
    ]).toEqual([true, false, true, false, true, false]);
    expect(Object.keys(exports)).toContain("standardSchema");
  });

  test("keeps a definition apart from what a projection would call so", async () => {
    const { accepts } = await validatorsOf(
      {
        Root: { anyOf: [{ minLength: 3 }, { $ref: "#/$defs/RootBranch" }] },
        RootBranch: { const: "a" },
        RootBody: true,
      },
      ["Root"],
    );
    expect([accepts("Root", "a"), accepts("Root", "abc"), accepts("Root", "ab")]).toEqual([true, true, false]);
  });

  test("hides nothing from a reader, and ends no script", () => {
    const module = validatorText({
      Root: {
        properties: { "</script>": true, "\u202e": text, "\u2028": { enum: ["</script>", "\ufeff"] } },
        additionalProperties: false,
        patternProperties: { "\u202e</script>": text },
      },
    });
    expect(module).not.toMatch(/<\/script|[\u202e\u2028\ufeff]/);
  });
});
