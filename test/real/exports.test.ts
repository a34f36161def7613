/**
 * What the package exports: for each of the 45 step types a factory, and types, guards and parsers of the step in both
 * directions and of its input; the same for the entry types.
 */
import path from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { OpenApiDocument } from "./document.js";
import { EmittedTypes } from "./emitted-types.js";
import { dataFile, isThere, loadPackage, packageFolder, titled, type Exports } from "./package.js";

const entries = [
  ...["WorkflowTemplate", "WorkflowStepTemplate", "Workflow", "WorkflowStep"],
  ...["WorkflowEvent", "WorkflowStepEvent", "WorkflowStepJobEvent"],
];

describe.skipIf(!isThere)(titled("exports"), () => {
  let exports: Exports;
  let document: OpenApiDocument;
  let types: EmittedTypes;
  beforeAll(async () => {
    exports = await loadPackage();
    document = new OpenApiDocument(dataFile("civitai-orchestration-openapi.json"));
    types = new EmittedTypes(path.join(packageFolder(), "types.d.ts"));
  });

  /** What is missing of a type, its guard, its parsers and its Standard Schema. */
  const missingOf = (type: string): readonly string[] => [
    ...(types.has(type) ? [] : [`type ${type}`]),
    ...[`is${type}`, `parse${type}`, `safeParse${type}`].filter((name) => typeof exports[name] !== "function"),
    ...[`${type.charAt(0).toLowerCase()}${type.slice(1)}Schema`].filter((name) => typeof exports[name] !== "object"),
  ];

  test("the entry types", () => {
    expect(entries.flatMap(missingOf)).toEqual([]);
  });

  test.each(["WorkflowStepTemplate", "WorkflowStep"])("the children of %s", (base) => {
    const steps = [...(document.bases.get(base)?.children.values() ?? [])];
    expect(steps).toHaveLength(45);
    expect(steps.flatMap(missingOf)).toEqual([]);
  });

  test("a factory for each, and a guard and a parser for each input that has a name", () => {
    const steps = [...(document.bases.get("WorkflowStepTemplate")?.children ?? [])];
    expect(steps.filter(([tag]) => typeof exports[tag] !== "function")).toEqual([]);
    const inputs = steps.flatMap(([, step]) => document.membersOf(step).properties.get("input")?.$ref ?? []);
    expect(inputs).toHaveLength(44); // an image upload's is a text
    expect(inputs.flatMap((ref) => missingOf(ref.slice(ref.lastIndexOf("/") + 1)))).toEqual([]);
  });
});
