/** docs/fidelity.md is what `npm run docs:fidelity` writes, and has a row for every keyword of the vocabularies of 2020-12. */
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { format, resolveConfig } from "prettier";
import { expect, test } from "vitest";

const file = path.join(import.meta.dirname, "../../docs/fidelity.md");
const written = readFileSync(file, "utf8");

test("docs/fidelity.md is what the table says", async () => {
  const { fidelityText } = (await import(path.join(import.meta.dirname, "fidelity.mjs"))) as {
    fidelityText(): string;
  };
  expect(written).toBe(await format(fidelityText(), { ...(await resolveConfig(file)), filepath: file }));
});

const vocabularies = path.join(
  path.dirname(createRequire(import.meta.url).resolve("ajv/package.json")),
  "dist/refs/json-schema-2020-12/meta",
);

test.each(readdirSync(vocabularies))("every keyword of %s has a row that says who honours it", (vocabulary) => {
  const { properties } = JSON.parse(readFileSync(path.join(vocabularies, vocabulary), "utf8")) as {
    properties: object;
  };
  const rows = written.split("\n").map((line) => line.split("|").map((cell) => cell.trim()));
  const honoured = rows.filter(([, , by]) => by !== undefined && by !== "").map(([, keyword]) => keyword);
  expect(Object.keys(properties)).not.toEqual([]);
  expect(Object.keys(properties).filter((keyword) => !honoured.includes(`\`${keyword}\``))).toEqual([]);
});
