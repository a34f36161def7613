/**
 * Every accepted body, and a made-up one for every leaf of the document, with one thing changed: refused with one issue at
 * the changed place, but for what is legal.
 */
import path from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { accepted, type Json } from "./bodies.js";
import { caseOf, surprise, type Case } from "./cases.js";
import { OpenApiDocument } from "./document.js";
import type { Mutate } from "./mutant.js";
import * as kinds from "./request-mutants.js";
import { isThere, loadPackage, packageFolder, titled, type Entry } from "./package.js";
import { pointerOf, valueAt, withValue } from "./places.js";
import { samplesOf } from "./samples.js";

describe.skipIf(!isThere)(titled("mutants"), () => {
  let document: OpenApiDocument;
  let real: readonly Case[];
  let madeUp: readonly Case[];
  beforeAll(async () => {
    const exports = await loadPackage();
    document = new OpenApiDocument(path.join(packageFolder(), "schema.json"));
    real = accepted.map(({ file, type, value }) => caseOf(exports, document, file, type, value));
    madeUp = (["minimal", "full"] as const).flatMap((fill) =>
      samplesOf(document, "WorkflowStepTemplate", fill).map((value) =>
        caseOf(exports, document, fill, "WorkflowStepTemplate", value),
      ),
    );
  });

  test("a step for each of the 45 types and each leaf inside is accepted, with what is required and with all there is", () => {
    expect(new Set(madeUp.map(({ subject }) => valueAt(subject.value, ["$type"]))).size).toBe(45);
    expect(madeUp.length).toBeGreaterThan(500);
    expect(madeUp.flatMap((each) => surprise({ ...each, value: each.subject.value, due: [] }))).toEqual([]);
  });

  test.each(Object.entries(kinds) as [string, Mutate][])("%s", (_, mutate) => {
    for (const cases of [real, madeUp]) {
      const mutants = cases.flatMap((each) => mutate(each.subject).map((mutant) => ({ ...each, ...mutant })));
      expect(mutants.length).toBeGreaterThan(0);
      expect(mutants.flatMap(surprise).slice(0, 20)).toEqual([]);
    }
  });

  test("an unknown tag lists the valid ones and says which was meant", () => {
    for (const { entry, subject } of [...real, ...madeUp]) {
      for (const { value, due } of [...kinds.unknownStepType(subject), ...kinds.unknownTag(subject)]) {
        const [issue] = entry.issuesOf(value);
        expect(issue).toMatchObject({ keyword: "discriminator", message: expect.stringContaining(" must be ") });
        expect(issue?.message).toContain(`did you mean "${String(valueAt(subject.value, due[0] ?? []))}"?`);
      }
    }
  });

  test("a tag with a default that is left out or null says the default, or is the one thing that is missing", () => {
    const pairs = [...real, ...madeUp].flatMap(({ name, entry, subject: { value, places } }) =>
      places.objects.flatMap(({ path: at, members }) =>
        [...members].flatMap(([key, { tag }]) => {
          if (tag?.standard === undefined) return [];
          const [said, absent, isNull] = [tag.standard, undefined, null].map((each) =>
            pointersOf(entry, withValue(value, [...at, key], each)),
          );
          const tagAlone = said === "" ? said : pointerOf([...at, key]);
          return [{ name: `${name} ${pointerOf([...at, key])}`, said, tagAlone, absent, isNull }];
        }),
      ),
    );
    expect(pairs.length).toBeGreaterThan(150);
    expect(
      pairs.filter(({ said, tagAlone, absent, isNull }) =>
        [absent, isNull].some((each) => each !== said && each !== tagAlone),
      ),
    ).toEqual([]);
    expect(pairs.filter(({ said, tagAlone, absent }) => absent === tagAlone && absent !== said).length).toBeGreaterThan(
      50,
    );
  });

  test("the input of another step type is refused, but where the document gives both the same members", () => {
    const inputs = [...real, ...madeUp].flatMap(({ subject: { value, steps } }) =>
      steps.map(
        (step) => [String(valueAt(value, [...step, "$type"])), valueAt(value, [...step, "input"]) ?? null] as const,
      ),
    );
    // Minimal inputs come after the real ones, full ones after those: of each type the first and the last.
    const others = [...new Map(inputs.toReversed()), ...new Map(inputs)];
    const taken = [...real, ...madeUp.slice(0, madeUp.length / 2)].flatMap(({ entry, subject: { value, steps } }) =>
      steps.flatMap((step) => {
        const own = String(valueAt(value, [...step, "$type"]));
        const accepted = others.filter(
          ([type, input]) => type !== own && entry.issuesOf(withValue(value, [...step, "input"], input)).length === 0,
        );
        return accepted.map(([type]) => `${own} takes ${type}`);
      }),
    );
    expect([...new Set(taken)].sort()).toEqual(sameMembers.flatMap(([types, more]) => pairs(types, more)).sort());
  });
});

/** Step types whose inputs have the same members, and types whose input has optional ones beside them. */
const sameMembers: readonly (readonly [types: readonly string[], more: readonly string[]])[] = [
  [["ageClassification", "mediaCaptioning", "wdTagging"], ["transcription"]], // mediaUrl
  [["modelClamScan", "modelHash", "modelParseMetadata", "modelPickleScan"], []], // model
  [
    ["videoBackgroundRemoval", "videoMetadata"],
    ["videoInterpolation", "videoUpscaler"],
  ], // video
  [["imageBackgroundRemoval"], ["imageUpscaler"]], // image
  [["audioCaptioning"], ["mediaCaptioning"]], // mediaUrl, temperature, maxNewTokens
];

const pairs = (types: readonly string[], more: readonly string[]): readonly string[] =>
  [...types, ...more].flatMap((own) => types.filter((type) => type !== own).map((type) => `${own} takes ${type}`));

const pointersOf = (entry: Entry, value: Json): string =>
  entry
    .issuesOf(value)
    .map(({ pointer }) => pointer)
    .sort()
    .join();
