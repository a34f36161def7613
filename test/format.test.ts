/** Files in, what is told of those that do not parse out; how the others are formatted, the golden cases show. */
import { expect, test } from "vitest";
import { exitCodeOf, Failure } from "#generator/diagnostics.js";
import { format } from "#generator/format.js";

test("a text that does not parse is a diagnostic for each file, and never passed through", async () => {
  const texts = new Map([
    ["index.js", "export {};"],
    ["validators.js", "export const isA = () =>\n"],
    ["types.d.ts", "export interface Wrong-Name {}"],
    ["steps.js", 'export const text = "\n";'],
  ]);
  const error = await format(texts).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(Failure);
  const problems = (error as Failure).diagnostics;
  expect(exitCodeOf(problems)).toBe(3);
  expect(problems.map(({ code, message }) => `${code} ${message.replace(/:.*/s, "")}`)).toEqual([
    "SW240 the text of validators.js does not parse",
    "SW240 the text of types.d.ts does not parse",
    "SW240 the text of steps.js does not parse",
  ]);
});

test("a wide table is not aligned: a longer cell changes its own row and no other", async () => {
  const rows = (cell: string): string =>
    `| Property | Description |\n| --- | --- |\n| \`a\` | ${cell} |\n| \`b\` | ${"so ".repeat(30)} |\n`;
  const [short, long] = await Promise.all(
    ["Short.", "Longer. ".repeat(30)].map(async (cell) => (await format([["README.md", rows(cell)]])).get("README.md")),
  );
  const changed = (short ?? "").split("\n").filter((line) => !long?.includes(line));
  expect(changed).toEqual(["| `a` | Short. |"]);
});
