/** What docs/fidelity.md says of answers and requests, row by row, of packages that are made and asked. */
import fs from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Contract } from "#generator/contract.js";
import { generate } from "#generator/index.js";

const text = { type: "string" };
const kind = (base: string, own: object = {}) => ({
  allOf: [{ $ref: `#/components/schemas/${base}` }, { type: "object", properties: own, additionalProperties: false }],
});
const mapping = (base: string) => ({ a: `#/components/schemas/${base}A`, b: `#/components/schemas/${base}B` });
const base = (name: string, tag: object, required: readonly string[]) => ({
  ...{ type: "object", required, properties: { kind: tag, name: text }, additionalProperties: false },
  discriminator: { propertyName: "kind", mapping: mapping(name) },
});
const schemas = {
  Flow: {
    type: "object",
    required: ["id", "secret", "mode", "note"],
    additionalProperties: false,
    properties: {
      ...{ id: { ...text, readOnly: true }, secret: { ...text, writeOnly: true }, mode: { ...text, default: "fast" } },
      ...{ note: { type: ["string", "null"] }, extra: text },
      open: { type: "object", properties: { at: { ...text, readOnly: true } } },
      steps: { type: "array", items: { $ref: "#/components/schemas/Step" } },
      part: { $ref: "#/components/schemas/Part" },
      named: {
        allOf: [{ $ref: "#/components/schemas/Named" }, { type: "object", required: ["id", "secret"] }],
      },
      cases: {
        ...{ type: "object", unevaluatedProperties: false },
        anyOf: ["a", "b"].map((key) => ({ type: "object", properties: { [key]: text }, required: [key] })),
      },
    },
  },
  Named: {
    type: "object",
    properties: { id: { ...text, readOnly: true }, secret: { ...text, writeOnly: true } },
  },
  ...{ Step: base("Step", text, ["kind"]), StepA: kind("Step", { input: text }), StepB: kind("Step", { input: text }) },
  ...{ Part: base("Part", { ...text, default: "a" }, ["kind"]), PartA: kind("Part", { a: text }), PartB: kind("Part") },
};
const steps = { of: "Flow", at: "Step", tag: "kind", input: "input", unknownTags: "reject" } as const;
const contract: Contract = {
  schema: "flow.json",
  package: { name: "flow", version: "1.0.0", license: "MIT", description: "A flow." },
  entries: { Flow: { at: "Flow", direction: "both" } },
  steps,
  requireInRequest: { "#/components/schemas/Flow": ["extra"] },
};
const changed: Contract = {
  ...{ ...contract, steps: { ...steps, unknownTags: "pass" }, requests: "open", nulls: "omitted" },
};

const folder = fs.mkdtempSync(path.join(tmpdir(), "stepwright-directions-"));
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

type Guard = (value: object) => boolean;
interface Package {
  readonly isFlow: Guard;
  readonly isFlowRequest: Guard;
}

async function packageOf(name: string, what: Contract): Promise<Package> {
  const document = { openapi: "3.1.0", info: { title: "Flow", version: "1" }, components: { schemas } };
  fs.writeFileSync(path.join(folder, "flow.json"), JSON.stringify(document));
  fs.writeFileSync(path.join(folder, `${name}.json`), JSON.stringify(what));
  const out = path.join(folder, name);
  const { diagnostics } = await generate({ contract: path.join(folder, `${name}.json`), out });
  if (diagnostics.length > 0) throw new Error(JSON.stringify(diagnostics));
  return (await import(pathToFileURL(path.join(out, "validators.js")).href)) as Package;
}

const answer = { id: "1", mode: "slow", note: null };
const request = { secret: "s", note: null, extra: "e" };

describe("answers are read open, requests are checked closed", () => {
  let plain: Package;
  let other: Package;
  beforeAll(async () => {
    plain = await packageOf("plain", contract);
    other = await packageOf("other", changed);
  });
  const without = (value: object, key: string): object => ({ ...value, [key]: undefined });

  // What is changed in both; whether it is valid: as an answer and as a request, then the same with the other contract.
  test.each<[string, object | ((value: object) => object), readonly boolean[]]>([
    ["nothing", {}, [true, true, true, true]],
    ["a property that a closed object does not name", { more: 1 }, [true, false, true, true]],
    ["the same where a condition names it and does not hold", { cases: { a: "a", b: 1 } }, [true, false, true, true]],
    ["a readOnly property of another type, in a closed object", { id: 1 }, [false, false, false, true]],
    ["a readOnly property of another type, in an open object", { open: { at: 1 } }, [false, true, false, true]],
    ["a writeOnly property of another type", { secret: 1 }, [true, false, true, false]],
    ["what a schema beside it requires is absent, as readOnly", { named: { secret: "s" } }, [false, true, false, true]],
    ["what a schema beside it requires is absent, as writeOnly", { named: { id: "1" } }, [true, false, true, false]],
    ["a nullable property is absent", (value) => without(value, "note"), [false, false, true, false]],
    ["a property with a default is absent", (value) => without(value, "mode"), [false, true, false, true]],
    ["a property of requireInRequest is absent", (value) => without(value, "extra"), [true, false, true, false]],
    ["a tag is absent", { steps: [{ name: "n" }] }, [true, false, true, false]],
    ["a tag is absent, and what all kinds have is wrong", { steps: [{ name: 1 }] }, [false, false, false, false]],
    ["a tag with a default is absent", { part: { a: "x" } }, [true, true, true, true]],
    ["a tag with a default is absent, and its kind is wrong", { part: { a: 1 } }, [true, false, true, false]],
    ["a tag that is not listed", { steps: [{ kind: "c", more: 1 }] }, [false, false, true, false]],
    ["the same, and what all kinds have is wrong", { steps: [{ kind: "c", name: 1 }] }, [false, false, false, false]],
    ["another tag that is not listed", { part: { kind: "c" } }, [false, false, true, false]],
  ])("%s", (_, change, expected) => {
    const of = (value: object): object => (typeof change === "function" ? change(value) : { ...value, ...change });
    const verdicts = [plain, other].flatMap(({ isFlow, isFlowRequest }) => [
      isFlow(of(answer)),
      isFlowRequest(of(request)),
    ]);
    expect(verdicts).toEqual(expected);
  });
});
