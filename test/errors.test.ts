/**
 * The error that `parseX` throws and the text of its issues, where people meet them: in Node's console, as the last words of
 * a process, in a log, behind `structuredClone`.
 */
import { spawnSync } from "node:child_process";
import path from "node:path";
import { inspect } from "node:util";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { didYouMean } from "#generator/runtime/did-you-mean.js";
import { taggedUnion } from "#generator/schema/reading/tagged-union.js";
import { editDistance } from "./support/edit-distance.js";
import { validatorsOf } from "./support/validators.js";
import { bundled } from "./support/bundled.js";
import { formatIssues, parseWorkflow, safeParseWorkflow, ValidationError } from "civitai-workflow";

const wrong = { id: "wf_1", status: "suceeded", steps: [{ $type: "imagegen", input: { width: "1024" } }, 5] };
const lines = [
  'status must be one of "unassigned", "preparing", "processing", "succeeded", "failed", "expired", "canceled", ' +
    'got "suceeded" (string); did you mean "succeeded"?',
  'steps[0].$type must be one of "imageGen", "videoGen", "audioGen", "textGen", "transcribe", "tts", "music", "upscale", ' +
    '"interpolate", "training", "comfy", "moderation", got "imagegen" (string); did you mean "imageGen"?',
  "steps[1] must be an object, got 5 (number)",
];
const text = ["3 issues", ...lines].join("\n  ");

function thrown(value: unknown): ValidationError {
  try {
    parseWorkflow(value);
  } catch (error) {
    if (error instanceof ValidationError) return error;
  }
  throw new Error("no ValidationError was thrown");
}

describe("formatIssues", () => {
  test("gives a line for each issue under their number", () => {
    const result = safeParseWorkflow(wrong);
    expect(formatIssues(result.success ? [] : result.issues)).toBe(text);
  });

  test("gives a single issue as it is, and nothing for none", () => {
    expect(formatIssues([{ message: "a is required" }])).toBe("a is required");
    expect(formatIssues([])).toBe("");
  });

  test("lets no value end a line, steer a terminal or turn the text around", () => {
    const hostile = "\n\u001b[31m\u0085\u009b2J\u2028\u202e\u2066";
    const result = safeParseWorkflow({ ...wrong, id: 1, steps: [], cost: { currency: hostile }, status: hostile });
    const shown = formatIssues(result.success ? [] : result.issues);
    expect(shown.split("\n")).toHaveLength(4);
    expect(shown.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]/u);
    expect(shown).toContain('got "\\n\\u001b[31m\\u0085\\u009b2J\\u2028\\u202e\\u2066" (string)');
  });
});

test("who does not ask for a text does not carry what makes it", async () => {
  const guard = await bundled(`export { isWorkflow } from "./generated/index.js"`);
  const issues = await bundled(`export { safeParseWorkflow } from "./generated/index.js"`);
  const error = await bundled(`export { parseWorkflow } from "./generated/index.js"`);
  const holding = (name: string): boolean[] => [guard, issues, error].map((text) => text.includes(name));
  expect(holding("formatIssues")).toEqual([false, false, true]);
  expect(holding("extends Error")).toEqual([false, false, true]);
  expect(holding("didYouMean")).toEqual([false, true, true]);
});

describe("ValidationError", () => {
  const error = thrown(wrong);

  test("says all that is wrong, and carries the issues", () => {
    expect(error).toBeInstanceOf(Error);
    expect(error.name).toBe("ValidationError");
    expect(error.message).toBe(text);
    expect(error.issues.map(({ message }) => message)).toEqual(lines);
  });

  test("its stack opens with its name and its message", () => {
    expect(error.stack?.startsWith(`ValidationError: ${text}\n    at `)).toBe(true);
  });

  test("structuredClone keeps the issues as its cause", () => {
    const clone = structuredClone(error);
    expect(clone).toBeInstanceOf(Error);
    expect(clone.message).toBe(text);
    expect(clone.cause).toEqual(error.issues);
  });

  test("prints in Node as its stack, alone and within something", () => {
    expect(inspect(error)).toBe(error.stack);
    expect(inspect({ error })).toBe(`{\n  error: ${error.stack?.replaceAll("\n", "\n  ")}\n}`);
  });

  test("prints what was added to it", () => {
    const known = Object.assign(thrown(wrong), { requestId: "r1" });
    expect(inspect(known)).toBe(`${known.stack} { requestId: 'r1' }`);
  });

  test("takes another name", () => {
    class OwnError extends ValidationError {
      constructor() {
        super([]);
        this.name = "OwnError";
      }
    }
    const own = new OwnError();
    expect([own.name, String(own), Object.keys(own)]).toEqual(["OwnError", "OwnError", []]);
    expect(thrown(wrong).name).toBe("ValidationError");
  });

  test("prints without a stack, too", () => {
    const bare = thrown(wrong);
    Object.defineProperty(bare, "stack", { value: undefined });
    expect(inspect(bare)).toBe(`ValidationError: ${text}`);
  });

  test("is readable as the last words of a process", () => {
    const program = `import { parseWorkflow } from "civitai-workflow";\nparseWorkflow(${JSON.stringify(wrong)});\n`;
    const { status, stderr } = spawnSync(process.execPath, ["--input-type=module", "--eval", program], {
      cwd: path.resolve("test"),
      encoding: "utf8",
    });
    expect(status).toBe(1);
    expect(stderr).toContain(`\nValidationError: ${text}\n    at parse (`);
    // Node lists what the error carries, which is each issue once.
    expect(stderr.match(/pointer: '\/steps\/1'/g)).toHaveLength(1);
  });
});

test("a long list of tags is shortened, and the near one is told wherever it stands", async () => {
  const tags = Array.from(
    { length: 60 },
    (_, index) => `step${String.fromCharCode(97 + (index % 26)).repeat(2 + index / 26)}`,
  );
  const Step = { type: "object", required: ["kind"], properties: { kind: { type: "string" } } } as const;
  const union = taggedUnion({}, "kind", new Map(tags.map((tag) => [tag, "Step"])));
  const { messages, issues } = await validatorsOf({ Root: union, Step }, ["Root"]);
  const shown = tags.slice(0, 12).map((tag) => JSON.stringify(tag));
  expect(messages("Root", { kind: "Stephhhh" })).toEqual([
    `kind must be one of ${shown.join(", ")} and 48 more, got "Stephhhh" (string); did you mean "stephhhh"?`,
  ]);
  expect(issues("Root", { kind: "x" })[0]?.expected).toContain('"stephhhh"');
});

describe("did you mean", () => {
  const words = fc.string({ unit: fc.constantFrom("a", "b", "C"), maxLength: 12 });
  const near = (value: string, known: readonly string[]): string | undefined => {
    const most = Math.min(3, Math.floor((value.length + 1) / 4));
    const distances = known.map((each) => editDistance(value.toLowerCase(), each.toLowerCase()));
    const least = Math.min(...distances);
    return least <= most ? known[distances.indexOf(least)] : undefined;
  };

  test("it is the first of the known texts that are fewest edits away", () => {
    fc.assert(
      fc.property(words, fc.array(words, { minLength: 1, maxLength: 4 }), (value, known) => {
        const meant = near(value, known);
        expect(didYouMean(value, known)).toBe(meant === undefined ? "" : `; did you mean ${JSON.stringify(meant)}?`);
      }),
      { numRuns: 2000 },
    );
  });

  test.each([
    ["Widht", ["height", "width"], "width"],
    ["tss", ["tts"], "tts"],
    ["IMAGEGEN", ["imageGen"], "imageGen"],
    ["b", ["a"], undefined],
    ["horse", ["cat", 1, null], undefined],
    ["suceded", ["failed", "succeeded"], "succeeded"],
    ["num_inference_steps", ["numInferenceSteps"], "numInferenceSteps"],
    ["operation", ["duration"], undefined],
    ["count", ["cost"], undefined],
    ["hd", ["sd"], undefined],
    ["first_last_frame_to_video", ["firstLastFrameToVideo"], "firstLastFrameToVideo"],
    ["FIRST-LAST-FRAME-TO-VIDEO", ["imageToVideo", "firstLastFrameToVideo"], "firstLastFrameToVideo"],
    ["5", [4, 5], 5],
    [-5, [4, 5], undefined],
    ["true", [true], true],
    ["1", [-1, 1], 1],
    ["-1", [1, -1], -1],
  ])("%s among %j", (value, known, meant) => {
    expect(didYouMean(value, known)).toBe(meant === undefined ? "" : `; did you mean ${JSON.stringify(meant)}?`);
  });

  test("what may have no text is never near", () => {
    expect(didYouMean("[object Object]", [{ toString: 1 }, null])).toBe("");
  });

  test("a text that is far too long is like none", () => {
    const known = Array.from({ length: 1000 }, (_, index) => `${"a".repeat(60)}${index}`);
    expect(didYouMean("a".repeat(1e6), known)).toBe("");
  });
});
