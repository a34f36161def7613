/** Rule measure: what the entries reach, counted. */
import { expect, test } from "vitest";
import { measure, mostCharacters, mostMembers, mostValues } from "#generator/schema/measure.js";
import { contextOf, told } from "../support/rules.js";

const values = (count: number) => Array.from({ length: count }, () => 0);

const cases = [
  { name: "as many values as may be", in: { enum: values(mostValues - 2) }, problems: [] },
  {
    name: "one value more",
    in: { enum: values(mostValues - 1) },
    problems: [`SW217 the entries reach more than ${mostValues} values`],
  },
  { name: "as many branches as may be", in: { anyOf: values(mostMembers).map(() => ({})) }, problems: [] },
  {
    name: "one property more than may be",
    in: { properties: Object.fromEntries(values(mostMembers + 1).map((_, index) => [`p${index}`, true])) },
    problems: [`SW218 ${mostMembers + 1} members stand side by side, and more than ${mostMembers} are not read`],
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
  measure(last, context);
  expect(told(context.problems)).toEqual(problems);
});
