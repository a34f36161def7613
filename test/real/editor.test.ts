/** What an editor shows of a large package: short named types, the fields of the model that was chosen, errors on the field. */
import path from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { openEditor, type Editor } from "../support/editor.js";
import { OpenApiDocument } from "./document.js";
import { consumerFolder, isThere, packageFolder, titled } from "./package.js";

const chosen = 'engine: "flux2", model: "klein", operation: "createImage"';
const start = `import { blobArchive, imageGen, isStep, matchStep, safeParseWorkflow, workflow, type ImageGenStepTemplate } from "civitai-orchestration";
const step = imageGen({ ${chosen}, prompt: "a fox" }, { name: "hero" });
const request = workflow([step]);
const result = safeParseWorkflow({});
if (!result.success) throw new Error();
const [answered] = result.data.steps;
if (answered === undefined) throw new Error();
`;

describe.skipIf(!isThere)(titled("an editor"), () => {
  let editor: Editor;
  beforeAll(() => {
    editor = openEditor(consumerFolder(), start);
  });

  const made = "ImageGenStepTemplate";
  test.each([
    [
      `/**/imageGen({ ${chosen}, prompt: "a fox" });`,
      `(alias) imageGen(input: ImageGenInput, options?: Acceptable<StepOptions>): ${made}\nimport imageGen`,
    ],
    ["const copy = /**/step;", `const step: ${made}`],
    ["const copy = /**/request;", "const request: WorkflowTemplate"],
    ["step./**/input;", `(property) ${made}.input: ImageGenInput`],
    ["result.data./**/steps;", "(property) Workflow.steps: WorkflowStep[]"],
    ["const copy = /**/answered;", "const answered: WorkflowStep"],
    ['if (isStep(answered, "imageGen")) /**/answered;', "const answered: ImageGenStep"],
    ["matchStep(answered, { imageGen: (/**/image) => 1, _: () => 0 });", "(parameter) image: ImageGenStep"],
  ])("shows a short type: %s", (line, shown) => expect(editor.hover(line)).toBe(shown));

  test("offers every field of the model that the tags choose, with the document's words", () => {
    const document = new OpenApiDocument(path.join(packageFolder(), "schema.json"));
    const { properties } = document.membersOf("Flux2KleinCreateImageInput");
    const line = `imageGen({ ${chosen}, /**/ });`;
    const open = [...properties.keys()].filter((name) => !["engine", "model", "operation"].includes(name));
    expect(editor.completions(line).sort()).toEqual(open.sort());
    expect(editor.words(line, "modelVersion")).toBe(
      "The Klein model variant: 4b, 4b-base, 9b, 9b-base, or 9b-kv (ComfyUI)",
    );
  });

  test("offers what an object or a reference in its place has, and no tag of other values", () => {
    const offered = editor.completions("blobArchive({ entries: [{ /**/ }] });");
    expect(offered.sort()).toEqual(["$ref", "blobId", "fileName", "path"]);
  });

  test.each([
    [`imageGen({ ${chosen}, prompt: 1 });`, "prompt"],
    ['blobArchive({ entries: [{ blobId: "b", type: "image" }] });', "type"],
    [`workflow([imageGen({ ${chosen}, prompt: "a fox", width: "1024" })]);`, "width"],
    [`const whole: ImageGenStepTemplate = { $type: "imageGen", input: { ${chosen}, prompt: 1 } };`, "prompt"],
    ['imageGen({ engine: "flux9" });', "engine"],
  ])("underlines the field: %s", (line, field) => {
    expect(editor.errors(line).map(([underlined]) => underlined)).toEqual([field]);
  });
});
