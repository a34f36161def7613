/** What an editor shows of civitai-workflow: short named types, every field with the schema's words, errors on the field. */
import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { STEP_TYPES } from "civitai-workflow";
import { openEditor, type Editor } from "./support/editor.js";

const start = `import { imageGen, isStep, matchStep, safeParseWorkflow, workflow, type WorkflowRequest } from "civitai-workflow";
const step = imageGen({ prompt: "a fox" }, { name: "hero" });
const request = workflow([step]);
const result = safeParseWorkflow({});
if (!result.success) throw new Error();
const [answered = {}] = result.data.steps ?? [];
`;
const { properties } = (
  JSON.parse(readFileSync("generated/schema.json", "utf8")) as {
    properties: { steps: { items: { properties: { input: object } } } };
  }
).properties.steps.items.properties.input as {
  properties: Readonly<Record<string, { readonly description?: string }>>;
};

let editor: Editor;
beforeAll(() => {
  editor = openEditor(import.meta.dirname, start);
});

describe("a hover is short", () => {
  const [step, request] = ["ImageGenStepRequest", "WorkflowRequest"];
  test.each([
    [
      "/**/imageGen({});",
      `(alias) imageGen(input: Acceptable<StepInput> & PlainObject, options?: StepOptions): ${step}\nimport imageGen`,
    ],
    ["const copy = /**/step;", `const step: ${step}`],
    ["const copy = /**/request;", `const request: ${request}`],
    ["step./**/input;", "(property) WorkflowStepRequestBase.input: StepInput"],
    ["const /**/checked = safeParseWorkflow({});", "const checked: SafeParseResult<Workflow>"],
    ["result./**/data;", "(property) data: Workflow"],
    ["result.data./**/steps;", "(property) Workflow.steps?: WorkflowStep[] | undefined"],
    ["const copy = /**/answered;", "const answered: WorkflowStep"],
    ['if (isStep(answered, "tts")) /**/answered;', "const answered: TtsStep"],
    ["matchStep(answered, { imageGen: (/**/image) => 1, _: () => 0 });", "(parameter) image: ImageGenStep"],
    [
      "/**/matchStep(answered, { _: () => 0 });",
      `(alias) matchStep<WorkflowStep, "_", {
    _: () => number;
}>(step: WorkflowStep, handlers: {
    _: () => number;
} & Record<"_", unknown> & HandlersOf<WorkflowStep>): number
import matchStep`,
    ],
  ])("%s", (line, shown) => expect(editor.hover(line)).toBe(shown));
});

test("every field of an input is offered, with the schema's words", () => {
  const line = "imageGen({ /**/ });";
  expect(editor.completions(line).sort()).toEqual(Object.keys(properties).sort());
  const described = Object.entries(properties).filter(([, { description }]) => description !== undefined);
  expect(described.length).toBeGreaterThan(0);
  for (const [name, { description }] of described) expect(editor.words(line, name)).toBe(description);
});

test("every handler is offered, whether `_` is there or not", () => {
  for (const written of ["", "imageGen: () => 1, ", "_: () => 0, ", "imageGen: () => 1, _: () => 0, "]) {
    const open = ["_", ...STEP_TYPES].filter((name) => !written.includes(`${name}:`));
    expect(editor.completions(`matchStep(answered, { ${written}/**/ });`).sort()).toEqual(open.sort());
  }
});

test("an answer without a handler for the rest says that `_` is missing, and nothing else", () => {
  const [[, message] = []] = editor.errors("matchStep(answered, { imageGen: () => 1 });");
  expect(message?.split("\n").at(-1)).toMatch(/^ *Property '_' is missing in type/);
});

describe("an error is on the field", () => {
  test.each([
    ['imageGen({ width: "1024" });', "width"],
    ['imageGen({}, { nmae: "hero" });', "nmae"],
    ['workflow([imageGen({ additionalNetworks: [{ strength: "1" }] })]);', "strength"],
    ['workflow([{ $type: "imageGen", input: { width: "1024" } }]);', "width"],
    ["workflow([step], { tags: [1] });", "1"],
    ['const whole: WorkflowRequest = { steps: [{ $type: "tts", input: { width: "1024" } }] };', "width"],
  ])("%s", (line, field) => {
    expect(editor.errors(line).map(([underlined]) => underlined)).toEqual([field]);
  });
});
