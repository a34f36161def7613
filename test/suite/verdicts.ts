/**
 * One draft of the official suite through the whole pipeline, as tests: of each of its values the emitted guard, the emitted
 * collector and AJV at run time say what the suite says, or the generator refuses the schema, and the list of refusals says
 * why.
 */
import { describe, expect, test } from "vitest";
import { Failure } from "#generator/diagnostics.js";
import type { Json } from "#generator/json/json-schema.js";
import { ajvFor } from "./ajv.js";
import { ajvErrors } from "./ajv-errors.js";
import { groupsOf, hasOfficialSuite, neededBy, remotesOf, type Draft, type Group } from "./official-suite.js";
import { emittedFor, type Emitted, type Settings } from "./pipeline.js";
import type { Refusal } from "./refused.js";

/** Files of `optional/format` that ask for what is an annotation here. */
const annotations = ["idn-email.json", "idn-hostname.json", "iri.json", "iri-reference.json", "uri-template.json"];

export function testVerdicts(draft: Draft, refused: readonly Refusal[]): void {
  describe.skipIf(!hasOfficialSuite)(hasOfficialSuite ? draft : "skipped: no official suite", () => {
    const groups = hasOfficialSuite ? groupsOf(draft) : [];
    const formats = hasOfficialSuite ? groupsOf(draft, "optional/format").filter(isChecked) : [];
    const remotes = hasOfficialSuite ? remotesOf(draft) : new Map();
    const codeOf = new Map(refused.flatMap(({ groups: names, code }) => names.map((name) => [name, code] as const)));
    const wrongInAjv = new Set(ajvErrors[draft].flatMap(({ groups: names }) => names));
    const emitted = async ({ name, schema }: Group): Promise<Emitted> =>
      emittedFor(schema, neededBy(schema, remotes), settings(name, draft));

    test("what is refused is a group of the suite, and so is what AJV gets wrong", () => {
      const names = new Set(groups.map(({ name }) => name));
      expect([...codeOf.keys(), ...wrongInAjv].filter((name) => !names.has(name))).toEqual([]);
      expect([...wrongInAjv].filter((name) => codeOf.has(name))).toEqual([]);
    });

    test.for(groups.map((group) => [group.name, group] as const))("%s", async ([name, group]) => {
      const code = codeOf.get(name);
      if (code !== undefined) return expect(await codesOf(emitted(group))).toContain(code);
      expect(emittedErrors(group, await emitted(group))).toEqual([]);
      const ajv = await ajvErrorsIn(group, draft, remotes);
      if (wrongInAjv.has(name)) expect(ajv).not.toEqual([]);
      else expect(ajv).toEqual([]);
    });

    // AJV would check them with the runtime's own functions, so it is not asked.
    test.for(formats.map((group) => [group.name, group] as const))("optional/format/%s", async ([, group]) => {
      expect(emittedErrors(group, await emitted(group))).toEqual([]);
    });

    test("each format of the draft that is checked is among them", () => {
      const files = new Set(formats.map(({ name }) => name.slice(0, name.indexOf(":"))));
      expect([...files].sort()).toEqual([...checkedFiles, ...(draft === "draft7" ? [] : since201909)].sort());
    });
  });
}

const isChecked = ({ name }: Group): boolean => !annotations.some((file) => name.startsWith(`${file}: `));

const since201909 = ["duration.json", "uuid.json"];
const checkedFiles = [
  ...[
    "date-time.json",
    "date.json",
    "time.json",
    "email.json",
    "hostname.json",
    "ipv4.json",
    "ipv6.json",
    "regex.json",
  ],
  ...["uri.json", "uri-reference.json", "json-pointer.json", "relative-json-pointer.json"],
  ...["ecmascript-regex.json", "unknown.json"],
];

/** What a group needs said in its contract. */
export function settings(group: string, draft: Draft): Settings {
  // By default a format is an annotation in JSON Schema, and a promise here.
  if (group.startsWith("format.json: ")) return { formats: "annotations" };
  // `Node` is a global type of the DOM.
  if (group === "ref.json: Recursive references between schemas")
    return { names: { [draft === "draft7" ? "#/definitions/node" : "#/$defs/node"]: "TreeNode" } };
  return {};
}

export const emittedErrors = (group: Group, { guard, collector }: Emitted): readonly string[] => [
  ...errors(group, guard).map((test) => `guard: ${test}`),
  ...errors(group, collector).map((test) => `collector: ${test}`),
];

async function ajvErrorsIn(group: Group, draft: Draft, remotes: ReadonlyMap<string, Json>): Promise<readonly string[]> {
  const validateFormats = settings(group.name, draft).formats !== "annotations";
  const needed = neededBy(group.schema, remotes);
  return ajvFor(draft, group.schema, needed, { validateFormats }).then(
    (answers) => errors(group, answers),
    (error: unknown) => [`does not compile: ${String(error)}`],
  );
}

/** The tests that get another verdict, or none. */
const errors = ({ tests }: Group, answers: (value: unknown) => boolean): readonly string[] =>
  tests.filter(({ data, valid }) => verdict(answers, data) !== valid).map(({ description }) => description);

function verdict(answers: (value: unknown) => boolean, value: unknown): boolean | undefined {
  try {
    return answers(value);
  } catch {
    return undefined; // is no verdict, so that it is among the errors
  }
}

async function codesOf(generation: Promise<unknown>): Promise<readonly string[]> {
  const failure = await generation.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (failure instanceof Failure) return failure.diagnostics.map(({ code }) => code);
  throw failure ?? new Error("not refused");
}
