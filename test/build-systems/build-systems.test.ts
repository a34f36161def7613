/** Turborepo, Nx and Make run `stepwright generate` as docs/build-systems.md says, and leave it out where that is right. */
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { readTree } from "../support/file-tree.js";
import { checkout, document, documented, isSkipped, runIn, type Checkout } from "./checkout.js";

let folder: string;
beforeEach(() => void (folder = fs.mkdtempSync(path.join(tmpdir(), "stepwright-build-"))));
afterEach(() => fs.rmSync(folder, { recursive: true, force: true }));

const at = (name: string): Checkout => checkout(path.join(folder, name));
const packageOf = ({ workflow }: Checkout) => readTree(path.join(workflow, "build-workflow"));
const stepwright = ({ workflow }: Checkout, ...args: readonly string[]) =>
  spawnSync(process.execPath, [path.resolve("dist/cli.js"), "generate", "build.contract.json", ...args], {
    cwd: workflow,
    encoding: "utf8",
  });
function changeSchema({ workflow }: Checkout): void {
  const file = path.join(workflow, "build.schema.json");
  fs.writeFileSync(
    file,
    fs.readFileSync(file, "utf8").replace('"title": "Build"', '"title": "Build", "description": "New."'),
  );
}

test("what is documented is what --print-inputs and --print-outputs print", () => {
  const one = at("one");
  const { stdout } = stepwright(one, "--print-inputs");
  expect(document).toContain(`\n\`\`\`text\n${stdout}\`\`\`\n`);
  const inputs = stdout.trimEnd().split("\n");
  const { tasks } = JSON.parse(documented.get("turbo.json") ?? "") as { tasks: Record<string, Task> };
  const { targets } = JSON.parse(documented.get("project.json") ?? "") as { targets: Record<string, Task> };
  expect(tasks["generate"]?.inputs).toEqual(["package.json", ...inputs]);
  expect(targets["generate"]?.inputs.filter((each) => typeof each === "string")).toEqual(
    inputs.map((file) => `{projectRoot}/${file}`),
  );
  const outputs = stepwright(one, "--out", "build-workflow", "--print-outputs").stdout.trimEnd().split("\n");
  expect(outputs.filter((file) => !file.startsWith("build-workflow/"))).toEqual([]);
  expect([tasks["generate"]?.outputs, targets["generate"]?.outputs]).toEqual([
    ["build-workflow/**"],
    ["{projectRoot}/build-workflow"],
  ]);
});

interface Task {
  readonly inputs: readonly unknown[];
  readonly outputs: readonly string[];
}

describe.skipIf(isSkipped("turbo"))("Turborepo", () => {
  const generate = (where: Checkout): string =>
    runIn(where, "turbo", "run", "generate", `--cache-dir=${path.join(folder, "cache")}`);

  test("with a shared cache, the second run, in another checkout, is a hit with the same bytes", () => {
    const [one, two] = [at("one"), at("another place")];
    expect(generate(one)).toContain("workflow:generate: cache miss, executing");
    expect(packageOf(one).size).toBeGreaterThan(5);
    expect(generate(two)).toMatch(/workflow:generate: cache hit, replaying logs[^]*Cached: +1 cached, 1 total/);
    expect(packageOf(two)).toEqual(packageOf(one));
    expect(stepwright(two, "--out", "build-workflow", "--check").status).toBe(0);

    fs.writeFileSync(path.join(two.workflow, "README.md"), "Not an input.\n");
    expect(generate(two)).toContain("cache hit");
    changeSchema(two);
    expect(generate(two)).toContain("cache miss");
    expect(packageOf(two)).not.toEqual(packageOf(one));
  });
});

describe.skipIf(isSkipped("nx"))("Nx", () => {
  const generate = (where: Checkout): string => runIn(where, "nx", "run", "workflow:generate");

  test("brings the package back from its cache, and makes it anew for another schema", () => {
    const one = at("one");
    expect(generate(one)).toMatch(/generated \d+ files in build-workflow\//);
    const first = packageOf(one);
    expect(first.size).toBeGreaterThan(5);
    fs.rmSync(path.join(one.workflow, "build-workflow"), { recursive: true });
    expect(generate(one)).toMatch(/Nx read the output from the cache|local cache|1\/1 hit/i);
    expect(packageOf(one)).toEqual(first);
    changeSchema(one);
    expect(generate(one)).toMatch(/generated \d+ files in build-workflow\/ \(\d changed\)/);
    expect(packageOf(one)).not.toEqual(first);
  });
});

describe.skipIf(spawnSync("make", ["--version"]).status !== 0)("Make", () => {
  /** A checkout with the documented Makefile, where a part of the schema stands in a file of its own; and what runs it. */
  function withMakefile(name: string): { workflow: string; make: () => { status: number | null; stdout: string } } {
    const { workflow, root } = at(name);
    const [, makefile = ""] = /^```make\n(.*?)^```$/ms.exec(document) ?? [];
    fs.writeFileSync(path.join(workflow, "Makefile"), makefile);
    const schema = path.join(workflow, "build.schema.json");
    fs.writeFileSync(path.join(workflow, "source.json"), '{ "type": "object" }');
    fs.writeFileSync(schema, fs.readFileSync(schema, "utf8").replaceAll("#/$defs/Source", "source.json"));
    const env = { PATH: `${path.join(root, "node_modules/.bin")}:${process.env["PATH"]}`, HOME: root };
    const make = () => spawnSync("make", { cwd: workflow, encoding: "utf8", env });
    return { workflow, make };
  }
  const change = (workflow: string, seconds: number): void => {
    const file = path.join(workflow, "source.json");
    fs.writeFileSync(file, '{ "type": "object", "description": "New." }');
    const time = new Date(Date.now() + seconds * 1000);
    fs.utimesSync(file, time, time);
  };
  const types = (workflow: string): string => fs.readFileSync(path.join(workflow, "build-workflow/types.d.ts"), "utf8");

  test("runs the documented rule once, and again when a file that is only referred to changed", () => {
    const { workflow, make } = withMakefile("one");
    expect(make().stdout).toContain("stepwright generate");
    expect(make().stdout).toContain("is up to date.");
    change(workflow, 10);
    expect(make().stdout).toMatch(/generated \d+ files in build-workflow\//);
    expect(types(workflow)).toContain("New.");
  });

  test.each([
    ["older than the package", -1000],
    ["newer", 0],
  ])("runs it in a clone that has the package and no depfile, with a changed input that is %s", (_, seconds) => {
    const { workflow, make } = withMakefile("one");
    make();
    fs.rmSync(path.join(workflow, "build-workflow.d"));
    change(workflow, seconds);
    expect(make().status).toBe(0);
    expect(types(workflow)).toContain("New.");
    expect(make().stdout).toContain("is up to date.");
  });

  test("fails where the schema is wrong, with a depfile or without", () => {
    const { workflow, make } = withMakefile("one");
    make();
    fs.writeFileSync(path.join(workflow, "source.json"), '{ "type": "objekt" }');
    const later = new Date(Date.now() + 10_000);
    fs.utimesSync(path.join(workflow, "source.json"), later, later);
    expect(make().status).not.toBe(0);
    fs.rmSync(path.join(workflow, "build-workflow.d"));
    expect(make().status).not.toBe(0);
  });
});
