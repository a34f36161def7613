/** The harness that asks TypeScript which values a type takes: it has to see every way in which one can be refused. */
import { expect, test } from "vitest";
import type { Json } from "#generator/json/json-schema.js";
import { askAssignable, typeOfValue } from "./support/assignable.js";

const values: readonly Json[] = [
  null,
  -1.5,
  "a\n</\u2028",
  [],
  [1, { a: null }],
  {},
  { __proto__: 0 },
  { a: "x", "b-c": 1 },
];

test("each pair has its own answer, in order", async () => {
  const [all, none, some, weak, broken, empty] = await askAssignable([
    { declarations: "export type T = unknown;", type: "T", values },
    { declarations: "/** Two\n * lines. */\nexport type T = never;", type: "T", values },
    { declarations: "export interface Named {\n  a: string;\n}\n", type: "Named", values },
    { declarations: "export interface T { z?: string }", type: "T", values: [{ a: 1 }, {}, { z: "" }] },
    { declarations: "export type T = Missing;", type: "T", values },
    { declarations: "export type T = [];", type: "T", values: [] },
  ]);
  expect(all).toEqual({ problems: [], refused: new Map() });
  expect([...(none?.refused.keys() ?? [])]).toEqual(values.map((_, index) => index));
  expect([...(some?.refused.keys() ?? [])]).toEqual([0, 1, 2, 3, 4, 5, 6]);
  expect(some?.refused.get(1)).toBe("TS2322: Type 'number' is not assignable to type 'Named'.");
  expect([...(weak?.refused.keys() ?? [])]).toEqual([0]);
  expect(broken?.problems).toEqual(["TS2304: Cannot find name 'Missing'."]);
  expect(empty).toEqual({ problems: [], refused: new Map() });
});

test("the type of a value is exactly that value", () => {
  expect(values.map(typeOfValue)).toEqual([
    ...["null", "-1.5", '"a\\n</\\u2028"', "[]", '[1, { "a": null }]', "{  }", "{  }"],
    '{ "a": "x"; "b-c": 1 }',
  ]);
  expect(typeOfValue(JSON.parse('{"__proto__": [1e400, 1e21]}') as Json)).toBe('{ "__proto__": [number, 1e+21] }');
});
