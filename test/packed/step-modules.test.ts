/** A package with a module for each step type, packed and installed elsewhere: the steps' modules are offered, what they are made of is not. */
import fs from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { generate } from "#generator/index.js";
import { binOf, install, pack, run, type Tarball } from "./npm.js";

const folder = fs.mkdtempSync(path.join(tmpdir(), "step-modules-"));
const application = path.join(folder, "application");
let tarball: Tarball;
beforeAll(async () => {
  const step = (kind: string) => ({
    type: "object",
    required: ["kind"],
    properties: { kind: { const: kind }, input: { $ref: "#/$defs/Input" } },
  });
  const schema = {
    type: "object",
    properties: { steps: { type: "array", items: { $ref: "#/$defs/Step" } } },
    $defs: {
      Step: { oneOf: [{ $ref: "#/$defs/LoadStep" }, { $ref: "#/$defs/SharedStep" }] },
      LoadStep: step("load"),
      SharedStep: step("shared"),
      Input: { type: "object", properties: { url: { type: "string", format: "uri" } } },
    },
  };
  const contract = {
    schema: "x.schema.json",
    package: { name: "step-modules", version: "1.0.0", license: "MIT", description: "A module for each step type." },
    entries: { Plan: { at: "#", direction: "both" } },
    steps: { of: "Plan", at: "#/$defs/Step", tag: "kind", input: "input", unknownTags: "reject", modules: true },
  };
  fs.writeFileSync(path.join(folder, "x.schema.json"), JSON.stringify(schema));
  fs.writeFileSync(path.join(folder, "x.contract.json"), JSON.stringify(contract));
  const out = path.join(folder, "package");
  await generate({ contract: path.join(folder, "x.contract.json"), out });
  tarball = pack(out, folder);
  install(tarball, application, "--offline");
});
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

const node = (...args: string[]) => run(process.execPath, args, application);

test("a program imports the validators of one step type, and nothing that they share", () => {
  const program = `
    const { isLoadStep } = await import("step-modules/validators/load");
    const { isSharedStep } = await import("step-modules/validators/shared_");
    console.log(isLoadStep({ kind: "load" }), isSharedStep({ kind: "load" }));
    for (const name of ["shared", "runtime"])
      await import("step-modules/validators/" + name).catch(({ code }) => console.log(name, code));
  `;
  expect(node("--input-type=module", "--eval", program)).toEqual({
    code: 0,
    stdout: "true false\nshared ERR_PACKAGE_PATH_NOT_EXPORTED\nruntime ERR_PACKAGE_PATH_NOT_EXPORTED\n",
    stderr: "",
  });
});

test("every module that is offered has its types, and nothing else has", () => {
  const modules = tarball.contents.filter((file) => /^validators\/.*\.js$/.test(file));
  const offered = modules.filter((file) => !/\/(?:shared|runtime)\.js$/.test(file));
  expect(offered).toEqual(["validators/load.js", "validators/shared_.js"]);
  expect(modules).toHaveLength(4);
  expect(tarball.contents.filter((file) => /^validators\/.*\.d\.ts$/.test(file))).toEqual(
    offered.map((file) => file.replace(".js", ".d.ts")),
  );
});

test("publint, strict, and are the types wrong?", () => {
  expect(node(binOf("publint", "publint"), tarball.file, "--strict")).toMatchObject({
    code: 0,
    stdout: expect.stringContaining("All good!"),
  });
  const attw = binOf("@arethetypeswrong/cli", "attw");
  const entrypoints = [".", "validators", "validators/load", "validators/shared_"];
  const { code, stdout } = node(attw, tarball.file, "--profile", "esm-only", "--entrypoints", ...entrypoints);
  expect({ code, stdout: code === 0 ? "" : stdout }).toEqual({ code: 0, stdout: "" });
});
