/** docs/contract.md is what `npm run docs:contract` writes, and its examples and defaults are what a contract may say. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { format, resolveConfig } from "prettier";
import { describe, expect, test } from "vitest";

interface Row {
  readonly path: string;
  readonly isRequired: boolean;
  readonly default?: unknown;
  readonly example?: unknown;
}

const root = path.join(import.meta.dirname, "../..");
const file = path.join(root, "docs/contract.md");
const schema = JSON.parse(readFileSync(path.join(root, "schemas/contract.schema.json"), "utf8")) as object;
const { contractText, rowsOf } = (await import(path.join(import.meta.dirname, "contract.mjs"))) as {
  contractText(schema: object): string;
  rowsOf(schema: object): readonly Row[];
};
const rows = rowsOf(schema);

test("docs/contract.md is what the schema says", async () => {
  const text = await format(contractText(schema), { ...(await resolveConfig(file)), filepath: file });
  expect(readFileSync(file, "utf8"), "npm run docs:contract writes it").toBe(text);
});

test("every key has a row", () => {
  const keys: string[] = [];
  JSON.stringify(schema, (key, value: unknown) => {
    if (key === "properties") keys.push(...Object.keys(value as object));
    return value;
  });
  const named = new Set(rows.map((row) => row.path.split(".").at(-1)));
  expect(keys.filter((key) => !named.has(key))).toEqual([]);
});

describe("a contract may say", () => {
  const validate = new Ajv2020().compile(schema);
  const entry = { at: "#", direction: "both" };
  const base = {
    schema: "x.json",
    package: { name: "x", version: "1.0.0", license: "MIT", description: "X." },
    entries: { NAME: entry },
  };
  const steps = { of: "NAME", at: "#", tag: "kind", unknownTags: "reject" };
  const said = rows.flatMap(({ path: key, default: usual, example }) =>
    [usual, example].filter((value) => value !== undefined).map((value) => [key, value] as const),
  );

  test.each(said)("%s: %j", (key, value) => {
    const contract: Record<string, unknown> = structuredClone({ ...base, ...(key.startsWith("steps.") && { steps }) });
    const segments = key.split(".");
    const last = segments.pop() ?? "";
    const holder = segments.reduce((each, segment) => each[segment] as typeof contract, contract);
    holder[last] = value;
    expect(validate(contract), JSON.stringify(validate.errors)).toBe(true);
  });
});

test("what has no example is an object whose members have one, and what is not required may be left out", () => {
  const bare = rows.filter(({ example }) => example === undefined).map((row) => row.path);
  expect(bare).toEqual(["package", "steps"]);
});
