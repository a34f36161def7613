/** What was compiled when the generator was built says of a document what AJV would say of it now. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { Ajv, type ErrorObject, type ValidateFunction } from "ajv";
import { Ajv2019 } from "ajv/dist/2019.js";
import { Ajv2020 } from "ajv/dist/2020.js";
import { expect, test } from "vitest";
import { metaSchemaOf } from "#generator/schema/dialect/dialects.js";

const precompiled = (file: string) => createRequire(import.meta.url)(`../dist/${file}`) as ValidateFunction;
const options = { allErrors: true, verbose: true, logger: false } as const;

function errorsOf(validate: ValidateFunction, document: unknown): readonly ErrorObject[] {
  validate(document);
  return validate.errors ?? [];
}

const broken = [
  { type: "text", properties: { a: { minimum: "1" }, b: 1 }, required: ["a", "a"] },
  { $id: 1, allOf: [], items: { pattern: 1, enum: {} }, anyOf: [{ not: { type: ["string", "string"] } }] },
  { $ref: {}, definitions: { a: { multipleOf: -1 } }, $defs: { a: { maxLength: -1 } } },
];

test.each(Object.entries({ "draft-07": Ajv, "2019-09": Ajv2019, "2020-12": Ajv2020 } as const))(
  "the meta-schema of %s",
  (dialect, AjvOfDialect) => {
    const name = metaSchemaOf[dialect as keyof typeof metaSchemaOf];
    const compiled = new AjvOfDialect({ ...options, strict: false }).getSchema(name) as ValidateFunction;
    const built = precompiled(`schema/dialect/meta-schema-${dialect}.cjs`);
    for (const document of broken) {
      const errors = errorsOf(built, document);
      expect(errors).not.toEqual([]);
      expect(errors).toEqual(errorsOf(compiled, document));
    }
    expect(errorsOf(built, { type: "object", properties: { a: { items: { type: "string" } } } })).toEqual([]);
  },
);

test("the schema of contracts", () => {
  const schema: object = JSON.parse(readFileSync("schemas/contract.schema.json", "utf8"));
  const errors = errorsOf(precompiled("load/contract-validator.cjs"), {
    schema: 1,
    entries: { "1": {} },
    steps: { of: "" },
  });
  expect(errors).not.toEqual([]);
  expect(errors).toEqual(
    errorsOf(new Ajv2020(options).compile(schema), { schema: 1, entries: { "1": {} }, steps: { of: "" } }),
  );
});
