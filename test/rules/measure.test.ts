/** Rule measure: what the entries reach, counted. */
import { expect, test } from "vitest";
import { measure, mostCharacters, mostValues } from "#generator/schema/measure.js";
import { contextOf, told } from "../support/rules.js";

const cases = [
  { name: "as many values as may be", in: { enum: Array.from({ length: mostValues - 2 }, () => 0) }, problems: [] },
  {
    name: "one value more",
    in: { enum: Array.from({ length: mostValues - 1 }, () => 0) },
    problems: [`SW217 the entries reach more than ${mostValues} values`],
  },
  { name: "as many characters as may be", in: { title: "a".repeat(mostCharacters - 5) }, problems: [] },
  {
    name: "one character more, in a name",
    in: { title: "", properties: { ["a".repeat(mostCharacters - 14)]: true } },
    problems: [`SW217 the entries reach more than ${mostCharacters} characters of names and words`],
  },
];

test.for(cases.map((each) => [each.name, each] as const))("%s", ([, { in: schema, problems }]) => {
  const context = contextOf(true);
  const last = { $defs: { "#": schema } };
  expect(measure(last, context)).toBe(last);
  expect(told(context.problems)).toEqual(problems);
});
