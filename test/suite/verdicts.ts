/**
 * One draft of the official suite through the whole pipeline, as tests: of each of its values the emitted guard and the
 * emitted collector say what the suite says, or the generator refuses the schema, and the list of refusals says why.
 */
import { describe, expect, test } from "vitest";
import { Failure } from "#generator/diagnostics.js";
import { groupsOf, hasOfficialSuite, neededBy, remotesOf, type Group } from "./official-suite.js";
import { emittedFor, type Emitted, type Settings } from "./pipeline.js";
import type { Refusal } from "./refused.js";

export function testVerdicts(draft: string, refused: readonly Refusal[]): void {
  describe.skipIf(!hasOfficialSuite)(hasOfficialSuite ? draft : "skipped: no official suite", () => {
    const groups = hasOfficialSuite ? groupsOf(draft) : [];
    const remotes = hasOfficialSuite ? remotesOf(draft) : new Map();
    const codeOf = new Map(refused.flatMap(({ groups: names, code }) => names.map((name) => [name, code] as const)));
    const emitted = async ({ name, schema }: Group): Promise<Emitted> =>
      emittedFor(schema, neededBy(schema, remotes), settings(name, draft));

    test("what is refused is a group of the suite", () => {
      const names = new Set(groups.map(({ name }) => name));
      expect([...codeOf.keys()].filter((name) => !names.has(name))).toEqual([]);
    });

    test.for(groups.map((group) => [group.name, group] as const))("%s", async ([name, group]) => {
      const code = codeOf.get(name);
      if (code === undefined) expect(differences(group, await emitted(group))).toEqual([]);
      else expect(await codesOf(emitted(group))).toContain(code);
    });
  });
}

/** What a group needs said in its contract. */
export function settings(group: string, draft: string): Settings {
  // By default a format is an annotation in JSON Schema, and a promise here.
  if (group.startsWith("format.json: ")) return { formats: "annotations" };
  // `Node` is a global type of the DOM.
  if (group === "ref.json: Recursive references between schemas")
    return { names: { [draft === "draft7" ? "#/definitions/node" : "#/$defs/node"]: "TreeNode" } };
  return {};
}

/** `guard takes: an integer is not a string` */
function differences({ tests }: Group, { guard, collector }: Emitted): readonly string[] {
  const wrong = (way: string, answers: (value: unknown) => boolean): readonly string[] =>
    tests
      .filter(({ data, valid }) => answers(data) !== valid)
      .map(({ description, valid }) => `${way} ${valid ? "refuses" : "takes"}: ${description}`);
  return [...wrong("guard", guard), ...wrong("collector", collector)];
}

async function codesOf(generation: Promise<unknown>): Promise<readonly string[]> {
  const failure = await generation.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (failure instanceof Failure) return failure.diagnostics.map(({ code }) => code);
  throw failure ?? new Error("not refused");
}
