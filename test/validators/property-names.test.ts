/** Properties that are called as anything in the code of a validator, AJV's or ours: none is taken for what it is called after. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { Definitions, Schema } from "#generator/json/json-schema.js";
import { validatorsOf } from "../support/validators.js";

const emitted = ["generated", "test/golden/recursion/expected", "test/golden/unions-and-nullables/expected"].map(
  (folder) => readFileSync(`${folder}/validators.js`, "utf8"),
);
const own = emitted.join("\n").match(/[A-Za-z_$][\w$]*/g) ?? [];
const ofAjv =
  "_errs coerced count data default evaluated fmt formats func i item key len missing obj pattern prop root schema valid";
const counted = ofAjv.split(" ").flatMap((word) => [word, ...Array.from({ length: 10 }, (_, index) => word + index)]);
const names = [...new Set([...own, ...counted])].filter((name) => name !== "__proto__");
const [first = ""] = names;

const short: Schema = { type: "string", maxLength: 2, pattern: "^a" };
const list: Schema = { type: "array", items: { enum: ["aa", 5] }, maxItems: 2 };
const each = (schema: Schema): Schema => ({ type: "object", properties: of(schema), additionalProperties: false });
const of = <Value>(value: Value): Record<string, Value> => Object.fromEntries(names.map((name) => [name, value]));

const $defs: Definitions = {
  Texts: each(short),
  Lists: each(list),
  Objects: each({ type: "object", required: [first], properties: { [first]: { type: "integer" } } }),
  Whole: { type: "object", required: names },
};

test.for<[type: string, valid: unknown, wrong: readonly unknown[]]>([
  ["Texts", "ab", ["b", "abc", 1]],
  ["Lists", ["aa", 5], [["b"], [5, 5, 5], {}]],
  ["Objects", { [first]: 1 }, [{}, { [first]: "" }]],
])("%s", async ([type, valid, wrong]) => {
  const { accepts, issues } = await validatorsOf($defs, [type]);
  const isRight = (name: string): boolean =>
    accepts(type, { [name]: valid }) && issues(type, { [name]: valid }).length === 0;
  const isWrong = (name: string, value: unknown): boolean =>
    !accepts(type, { [name]: value }) && issues(type, { [name]: value })[0]?.path[0] === name;
  expect(names.length).toBeGreaterThan(500);
  expect(names.filter((name) => !isRight(name) || !wrong.every((value) => isWrong(name, value)))).toEqual([]);
});

test("a name that is demanded is missed", async () => {
  const { accepts, issues } = await validatorsOf($defs, ["Whole"]);
  const whole = of(1);
  expect(accepts("Whole", whole)).toBe(true);
  const missed = names.filter((name) => {
    const { [name]: _, ...others } = whole;
    return !accepts("Whole", others) && issues("Whole", others)[0]?.path[0] === name;
  });
  expect(missed).toEqual(names);
});
