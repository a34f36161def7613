import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { codePoints } from "#generator/runtime/code-points.js";
import { equal } from "#generator/runtime/equal.js";
import { propertyCount } from "#generator/runtime/property-count.js";
import { hasDuplicates } from "#generator/runtime/unique.js";

const settings = { seed: 1, numRuns: 1_000 };
const parsed = (text: string): unknown => JSON.parse(text);

describe("codePoints counts code points", () => {
  const cases: readonly (readonly [text: string, count: number])[] = [
    ["", 0],
    ["abc", 3],
    ["é", 1],
    ["e\u0301", 2],
    ["💩", 1],
    ["a💩b💩", 4],
    ["👨‍👩‍👧", 5],
    ["\ud800", 1],
    ["\udc00", 1],
    ["\udc00\ud800", 2],
    ["\ud83d\ud83d\udca9", 2],
    ["\ud83d\udca9\udca9", 2],
  ];
  test.each(cases)("%j has %i", (text, count) => expect(codePoints(text)).toBe(count));
  test("as iteration does, in any text", () =>
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom("a", "💩", "\ud83d", "\udca9", "é") }), (text) => {
        expect(codePoints(text)).toBe([...text].length);
      }),
      settings,
    ));
});

test.each([
  [{}, 0],
  [{ a: null, b: 0 }, 2],
  [{ a: undefined, b: 1 }, 1],
  [Object.create({ a: 1 }) as object, 0],
])("%j has so many properties: %i", (value, count) => expect(propertyCount(value)).toBe(count));

const pairs: readonly { readonly name: string; readonly a: string; readonly b: string; readonly same: boolean }[] = [
  { name: "1.0 is 1", a: "1.0", b: "1", same: true },
  { name: "-0 is 0", a: "-0", b: "0", same: true },
  { name: "1e2 is 100", a: "[1e2]", b: "[100]", same: true },
  {
    name: "the order of properties means nothing",
    a: '{"a":1,"b":{"c":2,"d":3}}',
    b: '{"b":{"d":3,"c":2},"a":1}',
    same: true,
  },
  { name: "an escape is its character", a: '{"\\u0061":"\\u0062"}', b: '{"a":"b"}', same: true },
  { name: "__proto__ is data", a: '{"__proto__":{"a":1}}', b: '{"__proto__":{"a":1}}', same: true },
  { name: "empty containers", a: "[[],{}]", b: "[[],{}]", same: true },
  { name: "a number is no string", a: "1", b: '"1"', same: false },
  { name: "nor inside", a: "[1]", b: '["1"]', same: false },
  { name: "a number is no boolean", a: "1", b: "true", same: false },
  { name: "0 is not false", a: "[0]", b: "[false]", same: false },
  { name: "a boolean is no string", a: "true", b: '"true"', same: false },
  { name: "null is no string", a: "null", b: '"null"', same: false },
  { name: "null is no object", a: "null", b: "{}", same: false },
  { name: "an array is no object", a: "[1]", b: '{"0":1}', same: false },
  { name: "an empty array is no empty object", a: "[]", b: "{}", same: false },
  { name: "an array is not the object that counts as long", a: "[]", b: '{"length":0}', same: false },
  { name: "the order of items matters", a: "[1,2]", b: "[2,1]", same: false },
  { name: "longer is other", a: "[1]", b: "[1,1]", same: false },
  { name: "nesting matters", a: "[[1],2]", b: "[[1,2]]", same: false },
  { name: "and where a property stands", a: '{"a":{"b":1}}', b: '{"a":{},"b":1}', same: false },
  { name: "as many properties of other names", a: '{"a":1}', b: '{"b":1}', same: false },
  { name: "an inherited name is not there", a: '{"toString":1}', b: '{"a":1}', same: false },
  { name: "nor is __proto__", a: '{"__proto__":{}}', b: '{"a":{}}', same: false },
  { name: "__proto__ differs", a: '{"__proto__":{"a":1}}', b: '{"__proto__":{"a":2}}', same: false },
  { name: "text that looks like JSON", a: '"{}"', b: "{}", same: false },
  { name: "punctuation in text", a: '["a","b"]', b: '["a\\",\\"b"]', same: false },
  { name: "punctuation in a name", a: '{"a":1,"b":2}', b: '{"a\\":1,\\"b":2}', same: false },
  { name: "a lone surrogate and its escape as text", a: '"\\ud800"', b: '"\\\\ud800"', same: false },
];

describe("equal and hasDuplicates", () => {
  test.each(pairs)("$name: $a, $b", ({ a, b, same }) => {
    const [left, right] = [parsed(a), parsed(b)];
    expect([equal(left, right), equal(right, left)]).toEqual([same, same]);
    expect([hasDuplicates([left, right]), hasDuplicates([right, 7, left])]).toEqual([same, same]);
    expect([equal(left, parsed(a)), hasDuplicates([left, parsed(a)])]).toEqual([true, true]);
  });

  test("a value of undefined is not an absent property", () => {
    expect(equal({ a: undefined }, { b: 1 })).toBe(false);
  });

  test("they agree on any two values", () => {
    const value = fc.oneof(
      fc.jsonValue({ maxDepth: 2 }),
      fc.array(fc.constantFrom(0, 1, "0", "1", true, null, [], {}, [0], { 0: 0 }, { a: 1, b: 2 }, { b: 2, a: 1 }), {
        maxLength: 2,
      }),
    );
    fc.assert(
      fc.property(value, value, (a, b) => {
        expect(hasDuplicates([a, b])).toBe(equal(a, b));
      }),
      settings,
    );
    fc.assert(
      fc.property(value, (a) => {
        expect(equal(a, structuredClone(a))).toBe(true);
      }),
      settings,
    );
  });
});

describe("hasDuplicates", () => {
  test("of nothing and of one", () => expect([hasDuplicates([]), hasDuplicates([1])]).toEqual([false, false]));

  test("looks at 10,000 objects once each", () => {
    let looks = 0;
    const counted = Array.from({ length: 10_000 }, (_, id) => {
      const item = { id, name: `item ${id % 7}`, tags: ["a", { b: id % 3 }] };
      return Object.defineProperty(item, "id", {
        enumerable: true,
        get: () => {
          looks += 1;
          return id;
        },
      });
    });
    expect(hasDuplicates(counted)).toBe(false);
    expect(looks).toBe(10_000);
    expect(hasDuplicates([...counted, { tags: ["a", { b: 0 }], name: "item 3", id: 9_999 }])).toBe(true);
  });

  test("takes values 100,000 levels deep", () => {
    const deep = (end: string): unknown => parsed(`${'{"a":['.repeat(50_000)}${end}${"]}".repeat(50_000)}`);
    expect([hasDuplicates([deep("1"), deep("2")]), hasDuplicates([deep("1"), deep("1")])]).toEqual([false, true]);
  });

  test("compares circles by what is in them, and ends", () => {
    const circle = (name: string): unknown => {
      const inner: unknown[] = [];
      const outer = { name, inner };
      inner.push(outer, inner);
      return outer;
    };
    expect([hasDuplicates([circle("a"), circle("b")]), hasDuplicates([circle("a"), circle("a")])]).toEqual([
      false,
      true,
    ]);
  });

  test("what is there twice is no circle", () => {
    const twice = { a: 1 };
    expect(
      hasDuplicates([
        [twice, twice],
        [twice, [twice]],
      ]),
    ).toBe(false);
    expect(
      hasDuplicates([
        [twice, twice],
        [{ a: 1 }, { a: 1 }],
      ]),
    ).toBe(true);
  });
});
