import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { exitCodeOf, Failure } from "#generator/diagnostics.js";
import { checkContract } from "#generator/load/check-contract.js";
import { withoutFrames } from "../support/without-frames.js";

const fine = {
  schema: "x.schema.json",
  package: { name: "x", version: "1.0.0", license: "MIT", description: "X." },
  entries: { Workflow: { at: "#", direction: "both" } },
  steps: { of: "Workflow", at: "#/properties/steps/items", tag: "$type", input: "input", unknownTags: "reject" },
};

const check = (text: string) => checkContract({ file: "x.contract.json", text, value: JSON.parse(text) });

function mistakes(text: string): Failure {
  try {
    throw new Error("not refused", { cause: check(text) });
  } catch (error) {
    if (error instanceof Failure) return error;
    throw error;
  }
}

const { steps, package: packageInfo, ...rest } = fine;
const cases: readonly { name: string; in: object | string; out: readonly string[] }[] = [
  {
    name: "an unknown key",
    in: { ...fine, entires: {} },
    out: [`/entires SW120 unknown key "entires" (did you mean "entries"?)`],
  },
  {
    name: "an unknown key far from all known ones",
    in: { ...fine, package: { ...packageInfo, repository: "" } },
    out: [`/package/repository SW120 unknown key "repository" (known here: name, version, license, description)`],
  },
  {
    name: "a key __proto__",
    in: `{ "__proto__": {}, ${JSON.stringify(fine).slice(1)}`,
    out: [
      `/__proto__ SW120 unknown key "__proto__" (known here: $schema, schema, overlay, package, command, entries, steps, callback, requireInRequest, requests, plainNames, nulls, formats, unknownFormats, names, constants)`,
    ],
  },
  {
    name: "missing keys",
    in: { schema: "x", entries: fine.entries, package: { name: "x", version: "1.0.0", license: "MIT" } },
    out: [`/package SW121 "description" is missing (What the package is, in one sentence.)`],
  },
  {
    name: "a missing package",
    in: rest,
    out: [` SW121 "package" is missing (What the emitted package.json says.)`],
  },
  {
    name: "a list instead of a contract",
    in: [],
    out: [" SW122 the contract must be a Stepwright contract, not an empty array"],
  },
  {
    name: "a schema instead of a contract",
    in: { $schema: "https://json-schema.org/draft/2020-12/schema", title: "X", properties: {}, required: [] },
    out: [
      ` SW138 this is a JSON Schema, not a contract (a contract is a small file beside it: {"schema":"x.contract.json","package":{"name":"my-workflow","version":"0.1.0","license":"MIT","description":"My workflow, typed."},"entries":{"Workflow":{"at":"#","direction":"both"}}})`,
    ],
  },
  {
    name: "an OpenAPI document instead of a contract",
    in: { openapi: "3.1.0", info: {}, paths: {}, components: {} },
    out: [" SW138 this is an OpenAPI document, not a contract"],
  },
  {
    name: "an overlay instead of a contract",
    in: { overlay: "1.0.0", info: { title: "T", version: "1" }, actions: [] },
    out: [
      ` SW138 this is an overlay, not a contract (a contract is a small file beside it: {"schema":"my-workflow.schema.json","overlay":"x.contract.json","package":{"name":"my-workflow","version":"0.1.0","license":"MIT","description":"My workflow, typed."},"entries":{"Workflow":{"at":"#","direction":"both"}}})`,
    ],
  },
  {
    name: "a contract with a schema's keys",
    in: { ...fine, type: "object" },
    out: [`/type SW120 unknown key "type"`],
  },
  {
    name: "no entry",
    in: { ...rest, package: packageInfo, entries: {} },
    out: [`/entries SW122 "entries" must be an object with at least one type name as its key, not an empty object`],
  },
  {
    name: "an entry whose name is no type name",
    in: { ...fine, entries: { ...fine.entries, "a-b": fine.entries.Workflow } },
    out: [`/entries/a-b SW122 the key must be a type name: a capital letter, then letters, digits and _, not "a-b"`],
  },
  {
    name: "a direction that is none",
    in: { ...fine, entries: { Workflow: { at: "#", direction: "reqest" } } },
    out: [
      `/entries/Workflow/direction SW122 "direction" must be "request", "response" or "both", not "reqest" (did you mean "request"?)`,
    ],
  },
  {
    name: "pointers that are none, as value and as key",
    in: { ...fine, names: { "/properties": "A", "#/a": "b", "$defs/C": "C", "": "D" }, constants: { A: "#/~2" } },
    out: [
      `/names/~1properties SW122 the key must be a JSON Pointer with # in front, or a component's name, not "/properties"`,
      `/names/$defs~1C SW122 the key must be a JSON Pointer with # in front, or a component's name, not "$defs/C"`,
      `/names/ SW122 the key must be a JSON Pointer with # in front, or a component's name, not ""`,
      `/names/#~1a SW122 "#/a" must be a type name: a capital letter, then letters, digits and _, not "b"`,
      `/constants/A SW122 "A" must be a JSON Pointer with # in front, or a component's name, not "#/~2"`,
    ],
  },
  {
    name: "a property that is required twice",
    in: { ...fine, requireInRequest: { "#": ["a", "a"] } },
    out: [`/requireInRequest/# SW122 "#" must be a list of property names, each once, not "a" twice`],
  },
  {
    name: "a package that npm would refuse",
    in: { ...fine, package: { name: "Bad Name", version: "1", license: "", description: 3 } },
    out: [
      `/package/name SW122 "name" must be a package name that npm takes, not "Bad Name"`,
      `/package/version SW122 "version" must be a semantic version, not "1"`,
      `/package/license SW122 "license" must be an SPDX licence expression, not ""`,
      `/package/description SW122 "description" must be a sentence, not 3`,
    ],
  },
  {
    name: "a package that would be an option of npm's, of which nothing can be seen",
    in: { ...fine, package: { ...packageInfo, name: "-g", license: " ", description: "\u200b" }, command: "\n" },
    out: [
      `/package/name SW122 "name" must be a package name that npm takes, not "-g"`,
      `/package/license SW122 "license" must be an SPDX licence expression, not " "`,
      `/package/description SW122 "description" must be a sentence, not "\u200b"`,
      `/command SW122 "command" must be a command, not "\\n"`,
    ],
  },
  {
    name: "a package whose name is longer than npm takes",
    in: { ...fine, package: { ...packageInfo, name: "x".repeat(220) } },
    out: [
      `/package/name SW122 "name" must be a package name that npm takes, not one of 220 letters (Up to 214 lower-case letters, digits and - . _ ~, the first a letter or a digit; a scope may stand in front.)`,
    ],
  },
  {
    name: "a long text where another is expected",
    in: { ...fine, package: { ...packageInfo, name: "Bad".repeat(30) } },
    out: [
      `/package/name SW122 "name" must be a package name that npm takes, not "BadBadBadBadBadBadBadBadBadBadBadBadBadBadBadBadBadBadBad…"`,
    ],
  },
  {
    name: "a licence that SPDX does not know",
    in: { ...fine, package: { ...packageInfo, license: "MITT" } },
    out: [
      `/package/license SW122 "license" must be an SPDX licence expression, not "MITT" (take one from https://spdx.org/licenses, such as MIT, or UNLICENSED where nobody else may use the package)`,
    ],
  },
  {
    name: "steps of an entry that is not there",
    in: { ...fine, steps: { ...steps, of: "Workflows" } },
    out: [`/steps/of SW122 "of" must be the name of an entry, not "Workflows" (did you mean "Workflow"?)`],
  },
  {
    name: "steps of an inherited property",
    in: { ...fine, steps: { ...steps, of: "constructor" } },
    out: [`/steps/of SW122 "of" must be the name of an entry, not "constructor" (known here: Workflow)`],
  },
  {
    name: "callbacks and steps of entries that are not there",
    in: { ...fine, steps: { ...steps, of: "workflow" }, callback: "toString" },
    out: [
      `/steps/of SW122 "of" must be the name of an entry, not "workflow" (did you mean "Workflow"?)`,
      `/callback SW122 "callback" must be the name of an entry whose direction is "response" or "both", not "toString" (known here: Workflow)`,
    ],
  },
  {
    name: "callbacks with what only the caller writes",
    in: { ...fine, entries: { ...fine.entries, Order: { at: "#", direction: "request" } }, callback: "Order" },
    out: [
      `/callback SW122 "callback" must be the name of an entry whose direction is "response" or "both", not "Order" (known here: Workflow)`,
    ],
  },
  {
    name: "callbacks where the caller writes everything",
    in: { ...fine, entries: { Workflow: { at: "#", direction: "request" } }, callback: "Workflow" },
    out: [
      `/callback SW122 "callback" must be the name of an entry whose direction is "response" or "both", not "Workflow" (no entry has such a direction)`,
    ],
  },
  {
    name: "references to steps that are neither wanted nor not",
    in: { ...fine, steps: { ...steps, stepReferences: "yes" } },
    out: [
      `/steps/stepReferences SW122 "stepReferences" must be true or false, not "yes" (Whether any value inside a step's input, except tags and constants, may be a reference to another step's output, {"$ref": NAME, "path": PATH}. So it is in requests, and in answers that repeat the input, except in types that outputs are made of as well. A type that requests also have outside of inputs gets a second form for inputs, named with Referable in front.)`,
    ],
  },
  {
    name: "a factory that is no identifier",
    in: { ...fine, steps: { ...steps, factories: { "3d": "3d" } } },
    out: [`/steps/factories/3d SW122 "3d" must be a function name, not "3d"`],
  },
];

describe("a mistake is reported at its place", () => {
  test.each(cases)("$name", (each) => {
    const text = typeof each.in === "string" ? each.in : JSON.stringify(each.in);
    const { diagnostics } = mistakes(text);
    const found = diagnostics.map(({ place, code, message, hint }) => `${place?.pointer} ${code} ${message} (${hint})`);
    expect(found).toHaveLength(each.out.length);
    for (const [index, expected] of each.out.entries()) {
      expect(expected.endsWith(")") ? found[index] : found[index]?.replace(/ \(.*\)$/, "")).toBe(expected);
    }
    expect(exitCodeOf(diagnostics)).toBe(2);
    expect(diagnostics.every(({ place, hint }) => place?.file === "x.contract.json" && hint.length > 0)).toBe(true);
  });

  test("and printed with line and column", () => {
    const text = JSON.stringify({ ...fine, entries: { Workflow: { at: "#", direction: "requests" } } }, null, 2);
    const { diagnostics } = mistakes(text);
    expect(withoutFrames(diagnostics, () => text)).toBe(
      `x.contract.json:12:20 error SW122 "direction" must be "request", "response" or "both", not "requests"\n  did you mean "request"?`,
    );
  });
});

describe("contract.schema.json", () => {
  const schema = JSON.parse(readFileSync("schemas/contract.schema.json", "utf8"));

  test("is a schema in AJV's strict mode", () => {
    const schema = JSON.parse(readFileSync("schemas/contract.schema.json", "utf8")) as object;
    expect(() => new Ajv2020({ strict: true }).compile(schema)).not.toThrow();
  });

  test("every field is described, says what belongs there, and no object is open", () => {
    const bare: string[] = [];
    const visit = (node: unknown, at: string): void => {
      if (typeof node !== "object" || node === null) return;
      const {
        type,
        enum: values,
        title,
        description,
        $ref,
        properties,
        additionalProperties,
      } = node as Record<string, unknown>;
      if ((typeof type === "string" || Array.isArray(values)) && !(title && description)) bare.push(at);
      if ($ref !== undefined && /\/properties\/[^/]+$/.test(at) && !description) bare.push(at);
      if (properties !== undefined && additionalProperties !== false) bare.push(`${at} is open`);
      for (const [key, child] of Object.entries(node)) if (key !== "examples") visit(child, `${at}/${key}`);
    };
    visit(schema, "#");
    expect(bare).toEqual([]);
  });

  test("accepts the bundled contracts and what a contract may leave out", () => {
    const bundled = readFileSync("schemas/civitai-workflow.contract.json", "utf8");
    expect(check(bundled).steps?.tag).toBe("$type");
    expect(check(JSON.stringify({ ...rest, package: packageInfo })).steps).toBeUndefined();
  });

  test.each(["MIT", "(MIT OR Apache-2.0)", "Apache-2.0 WITH LLVM-exception", "LicenseRef-ours", "UNLICENSED"])(
    "accepts the licence %s",
    (license) =>
      expect(check(JSON.stringify({ ...fine, package: { ...packageInfo, license } })).package.license).toBe(license),
  );

  test("accepts a component's name of any letters", () => {
    const entries = { Step: { at: "Stëp 1<x>", direction: "both" } };
    expect(check(JSON.stringify({ ...rest, package: packageInfo, entries })).entries).toEqual(entries);
  });

  test("accepts a place in a file beside the schema, where something there is named", () => {
    const names = { "map.json#": "MapState", "common/types.json#/$defs/Error": "FailError" };
    expect(check(JSON.stringify({ ...fine, names })).names).toEqual(names);
  });

  test("accepts a callback that is written by both sides", () => {
    expect(check(JSON.stringify({ ...fine, callback: "Workflow" })).callback).toBe("Workflow");
  });
});

test("the schema is the published one: its sha256 is the one in schemas/README.md", () => {
  const hash = createHash("sha256").update(readFileSync("schemas/civitai-workflow.schema.json")).digest("hex");
  expect(readFileSync("schemas/README.md", "utf8")).toContain(`sha256  ${hash}  civitai-workflow.schema.json`);
});
