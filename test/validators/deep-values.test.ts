/**
 * Values that are nested deeper than any stack, and circles: a verdict and an issue, never a RangeError.
 */
import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { describe, expect, test } from "vitest";
import type { Definitions, Schema, SchemaObject } from "#generator/json/json-schema.js";
import { validatorsOf, validatorText, type Validators } from "../support/validators.js";

const limit = 1000;
const node = { $ref: "#/$defs/Node" } as const;

/** One level around a value; around undefined, the innermost. */
type Wrap = (value: unknown) => unknown;
const inArray: Wrap = (value) => (value === undefined ? [] : [value]);
const inNext: Wrap = (value) => (value === undefined ? {} : { next: value });
const tagged =
  (kind: string): Wrap =>
  (next) => ({ kind, next });

/** From the outermost level inwards, the wraps take turns. */
function nested(levels: number, ...wraps: readonly Wrap[]): unknown {
  let value: unknown;
  for (let level = levels - 1; level >= 0; level--) value = wraps[level % wraps.length]?.(value);
  return value;
}

/** The same, where the innermost level is the outermost one again. */
function circle(...wraps: readonly Wrap[]): unknown {
  const end = {};
  const value = wraps.reduceRight<unknown>((inner, wrap) => wrap(inner), end);
  const close = (container: Record<string, unknown>): void => {
    for (const [key, each] of Object.entries(container)) {
      if (each === end) container[key] = value;
      else if (typeof each === "object") close(each as Record<string, unknown>);
    }
  };
  close(value as Record<string, unknown>);
  return value;
}

interface Shape {
  readonly name: string;
  readonly node: Schema;
  readonly others?: Definitions;
  readonly wraps: readonly Wrap[];
}

const shapes: readonly Shape[] = [
  { name: "arrays", node: { type: "array", items: node }, wraps: [inArray] },
  { name: "tuples", node: { type: "array", prefixItems: [node] }, wraps: [inArray] },
  { name: "objects", node: { type: "object", properties: { next: node } }, wraps: [inNext] },
  { name: "a map", node: { type: "object", additionalProperties: node }, wraps: [inNext] },
  { name: "a pattern's properties", node: { type: "object", patternProperties: { "^n": node } }, wraps: [inNext] },
  { name: "both", node: { items: node, additionalProperties: node }, wraps: [inArray, inNext] },
  {
    name: "a mixture through anyOf",
    node: {
      anyOf: [
        { type: "array", items: node },
        { type: "object", additionalProperties: node },
      ],
    },
    wraps: [inArray, inNext],
  },
  {
    name: "oneOf",
    node: { oneOf: [{ type: "null" }, { type: "object", properties: { next: node } }] },
    wraps: [inNext],
  },
  {
    name: "allOf",
    node: { allOf: [{ $ref: "#/$defs/Base" }, { properties: { next: node } }] },
    others: { Base: { type: "object", maxProperties: 3 } },
    wraps: [inNext],
  },
  {
    name: "two types in turn",
    node: { type: "object", properties: { next: { $ref: "#/$defs/Other" } } },
    others: { Other: { type: "array", items: node } },
    wraps: [inNext, inArray],
  },
  {
    name: "unique items",
    node: { type: "array", items: node, uniqueItems: true },
    wraps: [inArray],
  },
  {
    name: "if and then",
    node: { if: { type: "object" }, then: { properties: { next: node } } },
    wraps: [inNext],
  },
  { name: "contains", node: { type: "array", minContains: 0, maxContains: 9, contains: node }, wraps: [inArray] },
  {
    name: "a dependency",
    node: { type: "object", dependentSchemas: { next: { properties: { next: node } } } },
    wraps: [inNext],
  },
  {
    name: "a tagged union",
    node: {
      oneOf: [{ $ref: "#/$defs/Leaf" }, { $ref: "#/$defs/Pair" }],
      discriminator: { propertyName: "kind", mapping: { leaf: "#/$defs/Leaf", pair: "#/$defs/Pair" } },
    },
    others: {
      Leaf: { type: "object", required: ["kind"], properties: { kind: { const: "leaf" }, next: node } },
      Pair: { type: "object", required: ["kind"], properties: { kind: { const: "pair" }, next: node, other: node } },
    },
    wraps: [tagged("leaf"), tagged("pair")],
  },
];

describe.each(shapes)("levels of $name", ({ node: schema, others = {}, wraps }) => {
  const $defs: Definitions = {
    Node: schema,
    Holder: { type: "object", required: ["tree"], properties: { tree: node } },
    ...others,
  };
  const value = (levels: number): unknown => nested(levels, ...wraps);

  test("some hundreds are valid, 100,000 are not, and one issue says so", async () => {
    const { accepts, issues } = await validatorsOf($defs, ["Node", "Holder"]);
    for (const levels of [1, 500, limit]) {
      expect([accepts("Node", value(levels)), issues("Node", value(levels))]).toEqual([true, []]);
    }
    for (const levels of [limit + 2, 100_000]) {
      expect(accepts("Node", value(levels))).toBe(false);
      expect(issues("Node", value(levels))).toMatchObject([{ path: [], pointer: "", keyword: "depth" }]);
      expect(accepts("Holder", { tree: value(levels) })).toBe(false);
      expect(issues("Holder", { tree: value(levels) })).toMatchObject([
        { path: ["tree"], pointer: "/tree", expected: "nested at most 1000 levels deep" },
      ]);
    }
  });

  test("a circle is no value", async () => {
    const { accepts, issues } = await validatorsOf($defs, ["Node"]);
    const value = circle(...wraps);
    expect([accepts("Node", value), issues("Node", value).length]).toEqual([false, 1]);
  });
});

describe("where the counting stands", () => {
  const $defs: Definitions = {
    Tree: { type: "array", items: { $ref: "#/$defs/Tree" } },
    NoTree: { not: { $ref: "#/$defs/Tree" } },
    Maybe: { if: { $ref: "#/$defs/Tree" }, then: { type: "array" }, else: true },
    Forest: {
      type: "object",
      properties: { name: { type: "string" }, trees: { type: "array", items: { $ref: "#/$defs/Tree" } } },
    },
    Plain: { type: "object", properties: { tags: { type: "array", items: { type: "string" } } } },
  };
  const of = (entries: readonly string[]): Promise<Validators> => validatorsOf($defs, [...entries]);
  const deep = nested(100_000, inArray);

  test("what is too deep is refused where a plain no would be right", async () => {
    const { accepts, issues } = await of(["NoTree", "Maybe"]);
    for (const entry of ["NoTree", "Maybe"]) {
      expect(accepts(entry, deep)).toBe(false);
      expect(issues(entry, deep)).toMatchObject([{ keyword: "depth" }]);
    }
    expect(accepts("NoTree", 1)).toBe(true);
  });

  test("the issue names the place where a type that contains itself begins, and others stay", async () => {
    const { messages } = await of(["Forest"]);
    expect(messages("Forest", { name: 1, trees: [[], deep, [1], deep] })).toEqual([
      "name must be a string, got 1 (number)",
      "trees[1] must be nested at most 1000 levels deep, got an array of 1",
      "trees[2][0] must be an array, got 1 (number)",
      "trees[3] must be nested at most 1000 levels deep, got an array of 1",
    ]);
  });

  test("what is wrong within the limit is said there", async () => {
    const { issues } = await of(["Tree"]);
    let value: unknown = "leaf";
    for (let level = 0; level < limit; level++) value = [value];
    expect(issues("Tree", value)).toMatchObject([{ keyword: "type", received: '"leaf" (string)' }]);
    expect(issues("Tree", value)[0]?.path.length).toBe(limit);
  });

  test("no function outside of a cycle counts", async () => {
    const { text } = await of(["Forest", "Plain"]);
    const signatures = [
      ...text.matchAll(/^(?:export )?function ((?:is|check|collect)(?:Forest|Plain|Tree)\(.*\)) \{$/gm),
    ].map(([, it]) => it);
    expect(signatures).toEqual([
      "checkForest(data)",
      "isForest(value)",
      "isPlain(data)",
      "collectForest(data, max)",
      "checkTree(data, depth)",
      "collectTree(data, max, depth)",
      "collectPlain(data, max)",
    ]);
    expect((await of(["Plain"])).text).not.toMatch(/maxDepth|tooDeep/);
  });

  test("a guard takes no second argument of its caller's", async () => {
    const { exports } = await of(["Tree"]);
    const isTree = exports["isTree"] as (value: unknown) => boolean;
    expect(Array.from({ length: limit + 2 }, () => []).every(isTree)).toBe(true);
  });

  test("an error that is the value's own is not taken for depth", async () => {
    const { accepts, issues } = await of(["Forest"]);
    const value = {
      get trees() {
        throw new TypeError("a getter's own");
      },
    };
    expect(() => accepts("Forest", value)).toThrow("a getter's own");
    expect(() => issues("Forest", value)).toThrow("a getter's own");
  });
});

describe("a stack that is shorter", () => {
  /** What `isNode` and `safeParseNode` say in a thread with so much of a stack (Node's own has about 1 MB). */
  async function withStack(
    stackSizeMb: number,
    schema: Schema,
    levels: number,
    others: Definitions = {},
  ): Promise<unknown> {
    const text = validatorText({ Node: schema, ...others }, ["Node"]);
    const program = `
      const { parentPort } = require("node:worker_threads");
      import(${JSON.stringify(`data:text/javascript,${encodeURIComponent(text)}`)}).then((package) => {
        let value = {};
        for (let level = 1; level < ${levels}; level++) value = { next: value };
        const { issues = [] } = package.safeParseNode(value);
        parentPort.postMessage([package.isNode(value), issues.map(({ keyword }) => keyword)]);
      });`;
    const thread = new Worker(program, { eval: true, resourceLimits: { stackSizeMb } });
    const [answer] = (await once(thread, "message")) as [unknown];
    await thread.terminate();
    return answer;
  }
  /** A level of the value is twenty calls deep. */
  const long = Array.from({ length: 20 }, (_, index): Schema => ({
    maxProperties: 40 - index,
    ...(index < 19 ? { $ref: `#/$defs/Part${index + 1}` } : { type: "object", properties: { next: node } }),
  }));
  const parts = Object.fromEntries(long.map((part, index) => [`Part${index}`, part]));

  test("half of the usual one is enough for 1,000 levels", async () => {
    expect(await withStack(0.5, { type: "object", properties: { next: node } }, limit)).toEqual([true, []]);
  });

  test("one that ends before the limit does gives the same verdict", async () => {
    expect(await withStack(0.5, { $ref: "#/$defs/Part0" }, 50, parts)).toEqual([true, []]);
    expect(await withStack(0.5, { $ref: "#/$defs/Part0" }, limit, parts)).toEqual([false, ["depth"]]);
  });
});

describe("what is asked about one value by several is found out once", () => {
  const kid: Schema = { properties: { kid: { $ref: "#/$defs/Root" } }, required: ["kid"] };
  const leaf: Schema = { properties: { leaf: { type: "string" } }, required: ["leaf"] };
  const roots: readonly (readonly [name: string, Root: Schema])[] = [
    ["by a schema and its parts", { type: "object", allOf: [{ anyOf: [kid, leaf] }, { oneOf: [kid, leaf] }] }],
    ["by a condition", { type: "object", anyOf: [kid, leaf], if: kid, else: leaf }],
    [
      "below a property",
      { anyOf: [leaf, { properties: { kid: { allOf: [{ $ref: "#/$defs/Root" }, { anyOf: [kid, leaf] }] } } }] },
    ],
    ["by a pattern", { patternProperties: { "^k": { $ref: "#/$defs/Root" }, d$: { $ref: "#/$defs/Root" } } }],
  ];
  test.each(roots)("%s", async (_, Root) => {
    const { accepts, issues } = await validatorsOf({ Root });
    let reads = 0;
    const around = (inner: unknown): unknown => ({
      get kid() {
        reads += 1;
        return inner;
      },
    });
    const levels = 40;
    const value = Array.from({ length: levels }).reduce(around, { leaf: "x" });
    expect(accepts("Root", value)).toBe(true);
    expect(issues("Root", value)).toEqual([]);
    expect(reads).toBeLessThan(20 * levels);
  });

  const kidIsRoot: Schema = { type: "object", properties: { kid: { $ref: "#/$defs/Root" } } };
  const leafIsText: Schema = { properties: { leaf: { type: "string" } } };
  test.each<readonly [by: string, Root: Schema]>([
    ["a schema and its base", { ...kidIsRoot, allOf: [{ $ref: "#/$defs/Base" }, leafIsText] }],
    ["two of its parts", { allOf: [{ $ref: "#/$defs/Base" }, kidIsRoot, leafIsText] }],
    [
      "patterns",
      { ...leafIsText, type: "object", patternProperties: { "^k": kidIsRoot, d$: { $ref: "#/$defs/Root" } } },
    ],
  ])("and what is wrong is told once, in its place, by %s", async (_, Root) => {
    const { issues } = await validatorsOf({ Root, Base: { ...kidIsRoot, minProperties: 1 } }, ["Root"]);
    const levels = 400;
    const value = Array.from({ length: levels }).reduce((kid) => ({ kid }), { leaf: 1, kid: [] });
    const kids = "/kid".repeat(levels);
    const places = issues("Root", value).map(({ pointer }) => pointer);
    expect(places.toSorted()).toEqual([`${kids}/kid`, `${kids}/leaf`]);
  });

  /** How often the parts of a value are read while a guard and a collector look at it: each part is the only one, at a key. */
  async function readsOf($defs: Definitions, key: string, innermost: unknown, levels: number): Promise<number> {
    const { accepts, issues } = await validatorsOf($defs, ["Root"]);
    let reads = 0;
    const get = (inner: unknown) => (): unknown => {
      reads += 1;
      return inner;
    };
    const around = (inner: unknown): unknown =>
      Object.defineProperty(key === "0" ? [] : {}, key, { get: get(inner), enumerable: true });
    const value = Array.from({ length: levels }).reduce(around, innermost);
    expect(issues("Root", value).length === 0).toBe(accepts("Root", value));
    return reads;
  }

  const root: Schema = { $ref: "#/$defs/Root" };
  const branch = (tag: string): Schema => ({
    type: "object",
    required: [tag],
    properties: { kind: { const: tag }, kid: root, [tag]: { type: "string" } },
  });
  const branches = [branch("a"), branch("b"), branch("c")];
  const [a, b, c] = ["#/$defs/Branch0", "#/$defs/Branch1", "#/$defs/Branch2"] as const;
  const tags: Schema = {
    oneOf: [{ $ref: a }, { $ref: b }, { $ref: c }],
    discriminator: { propertyName: "kind", mapping: { a, b, c }, absent: a },
  };
  test.each<readonly [by: string, Root: Schema, key: string, innermost: unknown]>([
    ["contains beside items", { type: ["array", "number"], contains: root, items: root }, "0", 1],
    ["contains beside a tuple", { type: ["array", "number"], contains: root, prefixItems: [root] }, "0", 1],
    ["tags that a value may have forgotten", tags, "kid", { kid: 1 }],
  ])("by %s", async (_, Root, key, innermost) => {
    const Branches = Object.fromEntries(branches.map((each, index) => [`Branch${index}`, each]));
    expect(await readsOf({ Root, ...Branches }, key, innermost, 10)).toBeLessThan(200);
  });

  const text: Schema = { type: "object", properties: { kid: { type: "string" } } };
  test.each<readonly [by: string, around: (next: SchemaObject, index: number) => Schema, leaf: unknown]>([
    [
      "allOf",
      (next, index) => ({
        allOf: [
          { ...next, minProperties: 1 },
          { ...next, maxProperties: 9 + index },
        ],
      }),
      1,
    ],
    [
      "anyOf",
      (next, index) => ({
        anyOf: [
          { ...next, minProperties: 2 },
          { ...next, minProperties: 3 + index },
        ],
      }),
      "x",
    ],
    ["conditions", (next, index) => ({ if: { ...next, maxProperties: 9 + index }, then: next, else: next }), 1],
  ])("by types that refer to one another in %s, and none to itself", async (_, around, leaf) => {
    const count = 16;
    const names = ["Root", ...Array.from({ length: count }, (_, index) => `Part${index}`)];
    const types = names.map((_, index) => around({ $ref: `#/$defs/Part${index}` }, index));
    const $defs = Object.fromEntries(
      names.map((name, index) => [name, index < count ? (types[index] as Schema) : text]),
    );
    expect(await readsOf($defs, "kid", leaf, 1)).toBeLessThan(10_000);
  });

  test("and of a value without parts as well", async () => {
    const count = 40;
    const names = ["Root", ...Array.from({ length: count }, (_, index) => `Part${index}`)];
    const limits = names.map((_, index): Schema => {
      const next: SchemaObject = { $ref: `#/$defs/Part${index}` };
      return index < count
        ? {
            allOf: [
              { ...next, minimum: -index },
              { ...next, maximum: 9 + index },
            ],
          }
        : true;
    });
    const { accepts, messages } = await validatorsOf(
      Object.fromEntries(names.map((name, index) => [name, limits[index] as Schema])),
      ["Root"],
    );
    expect([accepts("Root", 9), accepts("Root", 10), accepts("Root", "x")]).toEqual([true, false, true]);
    expect(messages("Root", 10)).toEqual(["the value must be at most 9, got 10 (number)"]);
    expect(messages("Root", 11).length).toBe(2);
  });

  test("and what was meant is told as deep as it is", async () => {
    const operation = (key: string): Schema => ({
      type: "object",
      required: ["kid", key],
      properties: { kid: root, [key]: { type: "string" } },
    });
    const Root: Schema = { oneOf: [{ type: "number" }, operation("a"), operation("b"), operation("c")] };
    const { messages } = await validatorsOf({ Root });
    const levels = 500;
    const value = Array.from({ length: levels }).reduce((kid) => ({ kid, b: "" }), "x" as unknown);
    const place = Array.from({ length: levels }, () => "kid").join(".");
    const objects = ["a", "b"].map((key) => `an object with "kid" and "${key}"`).join(", ");
    const wish = `a number, ${objects} or an object with "kid" and "c", as "oneOf" describes`;
    expect(messages("Root", value)).toEqual([`${place} must be ${wish}, got "x" (string)`]);
    expect(await readsOf({ Root }, "kid", "x", levels)).toBeLessThan(20 * levels);
  });

  test("and is put into words once, not once a level", async () => {
    const { messages } = await validatorsOf({ Root: { ...kidIsRoot, allOf: [{ properties: { kid: root } }] } });
    let reads = 0;
    const list = new Proxy([], {
      get(items, key) {
        reads += key === "length" ? 1 : 0;
        return Reflect.get(items, key) as unknown;
      },
    });
    const levels = 50;
    const value = Array.from({ length: levels }).reduce((kid) => ({ kid }), list as unknown);
    const place = Array.from({ length: levels }, () => "kid").join(".");
    expect(messages("Root", value)).toEqual([`${place} must be an object, got an empty array`]);
    expect(reads).toBeLessThan(20);
  });

  test("but once a run: a value may change in between", async () => {
    const { accepts } = await validatorsOf({ Root: { type: "object", anyOf: [kid, leaf], if: kid, else: leaf } });
    const value: Record<string, unknown> = { leaf: "x" };
    expect(accepts("Root", { kid: value })).toBe(true);
    value["leaf"] = 1;
    expect(accepts("Root", { kid: value })).toBe(false);
  });
});
