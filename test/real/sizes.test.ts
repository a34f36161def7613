/**
 * What an application pays for what it imports: minified, and gzipped as a server would.
 */
import { writeFileSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { rolldown } from "rolldown";
import { beforeAll, describe, expect, test } from "vitest";
import { OpenApiDocument } from "./document.js";
import { consumerFolder, isThere, packageFolder, titled } from "./package.js";

interface Bundle {
  readonly minified: number;
  readonly gzipped: number;
  readonly text: string;
  /** The package's modules of which something is left. */
  readonly modules: readonly string[];
}

async function bundleOf(program: string): Promise<Bundle> {
  const input = path.join(consumerFolder(), "bundled.js");
  writeFileSync(input, program);
  const bundle = await rolldown({ input, cwd: consumerFolder() });
  const { output } = await bundle.generate({ minify: true });
  await bundle.close();
  const [{ code: text, modules }] = output;
  const used = Object.entries(modules).filter(([file, { renderedLength }]) => file !== input && renderedLength > 0);
  return {
    minified: Buffer.byteLength(text),
    gzipped: gzipSync(text).length,
    text,
    modules: used.map(([file]) => path.relative(packageFolder(), file).replaceAll(path.sep, "/")),
  };
}

describe.skipIf(!isThere)(titled("sizes"), () => {
  /** Step type → its component. */
  let stepTypes: ReadonlyMap<string, string>;
  beforeAll(() => {
    const document = new OpenApiDocument(path.join(packageFolder(), "schema.json"));
    stepTypes = document.bases.get("WorkflowStepTemplate")?.children ?? new Map();
  });

  test.each<[what: string, program: string, gzipped: number, minified: number]>([
    ["the guard of a small step", 'export { isEchoStepTemplate } from "civitai-orchestration";', 1_200, 4_000],
    [
      "the guard of the largest step",
      'export { isImageGenStepTemplate } from "civitai-orchestration";',
      20_000,
      250_000,
    ],
    ["the guard of a whole workflow", 'export { isWorkflowTemplate } from "civitai-orchestration";', 60_000, 700_000],
    ["all factories", 'export * from "civitai-orchestration/steps";', 3_000, 10_000],
  ])("%s", async (_, program, gzipped, minified) => {
    const bundle = await bundleOf(program);
    expect(bundle.gzipped).toBeLessThanOrEqual(gzipped);
    expect(bundle.minified).toBeLessThanOrEqual(minified);
    expect(bundle.text).not.toMatch(/\bimport\b|\brequire\(|\beval\(|new Function/);
  });

  test("each step's factory and validators pull in no other step's", async () => {
    expect(stepTypes.size).toBe(45);
    for (const [tag, component] of stepTypes) {
      const names = `is${component}, parse${component}`;
      const { modules } = await bundleOf(
        `export { ${tag} } from "civitai-orchestration/steps"; export { ${names} } from "civitai-orchestration/validators/${tag}";`,
      );
      const others = modules.filter(
        (file) => !["steps.js", `validators/${tag}.js`, "validators/shared.js", "validators/runtime.js"].includes(file),
      );
      expect({ tag, others }).toEqual({ tag, others: [] });
      expect(modules).toEqual(expect.arrayContaining(["steps.js", `validators/${tag}.js`]));
    }
  });

  test("nor does importing them from the package itself", async () => {
    const { text } = await bundleOf(
      'export { echo, isEchoStepTemplate, parseEchoStepTemplate } from "civitai-orchestration";',
    );
    const others = [...stepTypes.keys()].filter((tag) => tag !== "echo" && new RegExp(`["'\`]${tag}["'\`]`).test(text));
    expect(others).toEqual([]);
  });
});
