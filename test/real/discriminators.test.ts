/**
 * Every discriminator of the document that the entries reach is a union of the emitted types, every mapping entry a leaf
 * of it (or leaves) with that literal tag; and the unions hold nothing else.
 */
import { readFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { OpenApiDocument, type Base } from "./document.js";
import { EmittedTypes } from "./emitted-types.js";
import { dataFile, isThere, packageFolder, titled } from "./package.js";

const requests = ["WorkflowTemplate", "WorkflowStepTemplate"];
const responses = ["Workflow", "WorkflowStep", "WorkflowEvent", "WorkflowStepEvent", "WorkflowStepJobEvent"];

/** Components whose name every program knows, and what the contract calls them. */
const renamed = new Map([["Blob", "MediaBlob"]]);

describe.skipIf(!isThere)(titled("discriminators"), () => {
  let document: OpenApiDocument;
  let types: EmittedTypes;
  beforeAll(() => {
    document = new OpenApiDocument(dataFile("civitai-orchestration-openapi.json"));
    types = new EmittedTypes(path.join(packageFolder(), "types.d.ts"));
  });

  test("131 of 132 are reached, with 45 step types in both directions", () => {
    expect(document.bases.size).toBe(132);
    expect(document.reachedFrom([...requests, ...responses])).toHaveLength(131);
    expect(document.bases.get("WorkflowStepTemplate")?.children.size).toBe(45);
    expect(document.bases.get("WorkflowStep")?.children.size).toBe(45);
  });

  test("in a request a base is the exact union of its leaves, with the tags of their ancestors as literals", () => {
    const bases = document.reachedFrom(requests);
    expect(bases).toHaveLength(128);
    expect(bases.flatMap((base) => differences(base, ownName(base.name), []))).toEqual([]);
  });

  test("in a response it is the same, and one rest for an absent tag at each level", () => {
    const bases = document.reachedFrom(responses);
    expect(bases).toHaveLength(130);
    const wrong = bases.flatMap((base) => {
      const name = ownName(base.name);
      const answered = types.has(`${name}Response`) ? `${name}Response` : name;
      return differences(base, answered, levelsOf(base));
    });
    expect(wrong).toEqual([]);
  });

  test("every one of them is in the emitted constant or type of its tag: 45 step types", async () => {
    const text = readFileSync(path.join(packageFolder(), "constants.js"), "utf8");
    for (const tag of document.bases.get("WorkflowStepTemplate")?.children.keys() ?? [])
      expect(text).toContain(`"${tag}"`);
  });

  /** A component's name as a type's: in PascalCase. */
  const ownName = (component: string): string => renamed.get(component) ?? component.replaceAll("_", "");

  /** The bases below a base and itself. */
  const levelsOf = (base: Base): readonly Base[] => [
    base,
    ...[...base.children.values()].flatMap((child) => document.bases.get(child) ?? []).flatMap(levelsOf),
  ];

  /** What the union of a base lacks and what it has too much, in words. `untagged` are the bases that have a rest. */
  function differences(base: Base, name: string, untagged: readonly Base[]): readonly string[] {
    const above = document.tagsAbove(base.name);
    const wanted = document
      .leavesOf(base)
      .map((leaf) => ({ name: ownName(leaf.name), tags: { ...above, ...leaf.tags } }));
    const rests = untagged.map((rest) => ({
      name: `Untagged${ownName(rest.name)}`,
      tags: document.tagsAbove(rest.name),
    }));
    const expected = new Map([...wanted, ...rests].map((leaf) => [leaf.name, leaf.tags]));
    const emitted = new Map(
      types.leavesOf(name).map((leaf) => [leaf.replace(/Response$/, ""), types.literalsOf(leaf)]),
    );
    const missing = [...expected].flatMap(([leaf, tags]) =>
      Object.entries(tags)
        .filter(([tag, value]) => emitted.get(leaf)?.get(tag)?.join() !== value)
        .map(([tag, value]) => `${name} lacks ${leaf} with ${tag}: "${value}"`),
    );
    const surplus = [...emitted.keys()].filter((leaf) => !expected.has(leaf)).map((leaf) => `${name} has ${leaf}`);
    return [...missing, ...surplus];
  }
});
