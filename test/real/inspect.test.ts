/** What `stepwright inspect` says of the official document: the lines that a reader looks for. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { inspect } from "#generator/inspect/inspect.js";
import type { Json } from "#generator/json/json-schema.js";
import { inputsOf } from "../support/inputs.js";
import { document } from "./inputs.js";
import { isThere, titled } from "./package.js";

describe.skipIf(!isThere)(titled("inspect"), () => {
  const component = (name: string): string => `#/components/schemas/${name}`;
  const entries = Object.fromEntries(
    [...(["WorkflowTemplate", "WorkflowStepTemplate"] as const), ...(["Workflow", "WorkflowStep"] as const)].map(
      (name) => [
        name,
        { at: component(name), direction: name.endsWith("Template") ? ("request" as const) : ("response" as const) },
      ],
    ),
  );
  const steps = { of: "WorkflowTemplate", at: component("WorkflowStepTemplate"), answered: component("WorkflowStep") };
  const published = (): string => {
    const value = JSON.parse(readFileSync(document, "utf8")) as Json;
    const names = { [component("Blob")]: "MediaBlob" };
    const contract = {
      entries,
      names,
      steps: { ...steps, tag: "$type", input: "input", unknownTags: "pass" as const },
    };
    return inspect(inputsOf(value, { contract })).text;
  };
  const text = isThere ? published() : "";

  test("has its 45 step types, each once, and what they are chosen by", () => {
    expect(text).toContain("\n45 step types, told apart by $type\n");
    const [, table = ""] = /\n {2}step type .*\n([^]*?)\n\n/.exec(text) ?? [];
    const types = [...table.matchAll(/^ {2}(\S+) +(\S+)\(input, options\?\) +(\S+)(?: +(\d+) leaves)?$/gm)];
    expect(new Set(types.map(([, tag]) => tag)).size).toBe(45);
    expect(types.filter(([, tag, factory]) => tag !== factory)).toEqual([]);
    expect(types.flatMap(([, tag, , , leaves]) => (leaves === undefined ? [] : [`${tag} ${leaves}`]))).toContain(
      "imageGen 100",
    );
    for (const line of [
      "    engine: flux2 → model: dev | flex | pro | max | klein → operation: createImage | editImage",
      "    engine: qwen → operation: createImage (default) | editImage",
      "      version: v2.5 → provider: fal (default) → operation: text-to-image (default) | image-to-image",
      "        model: edit | editTurbo → operation: editImage",
    ]) {
      expect(table.split("\n")).toContain(line);
    }
  });

  test("has the lines of a page, not of a book", () => {
    const report = text.indexOf("\nWhere types and validators part");
    expect(text.slice(0, report).split("\n").length).toBeLessThan(160);
    expect(text.split("\n").filter((line) => line.length > 160)).toEqual([]);
  });

  test("counts what the types lose", () => {
    for (const line of [
      "    pattern: 77 places",
      "    uniqueItems: 4 places",
      "    format date-span: 3 places",
      "    tags that the schema does not list: 130 places",
    ]) {
      expect(text.split("\n")).toContain(line);
    }
    // Every format of this document is known.
    expect(text.slice(text.indexOf("nobody checks"))).not.toContain("format");
  });
});
