/** What a build system asks: which files a run reads, which it writes, and a depfile that Make and Ninja understand. */
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { depfileOf } from "#generator/command/depfile.js";
import { readSources } from "#generator/load/read-sources.js";
import { depfileText, isNameForMake } from "#generator/write/depfile.js";
import { beforeOperation } from "../support/before-operation.js";
import { commandFolder, contractOfA, hooked, quickPipeline, type CommandFolder } from "../support/command-folder.js";

let command: CommandFolder;
beforeEach(() => {
  command = commandFolder();
  for (const folder of ["in", "in/common", "elsewhere"]) fs.mkdirSync(path.join(command.path, folder));
  command.write("in/a.contract.json", { ...contractOfA, overlay: "../elsewhere/a.overlay.yaml" });
  command.write("in/a.schema.json", { title: "A", properties: { a: { $ref: "common/b c.json" } } });
  command.write("in/common/b c.json", { items: { $ref: "d.json" }, default: { $ref: "missing.json" } });
  command.write("in/common/d.json", { $ref: "#", description: "leads back" });
  command.write("elsewhere/a.overlay.yaml", "overlay: 1.0.0\ninfo: { title: T, version: '1' }\nactions: []\n");
});
afterEach(() => command.remove());

const inputs = [
  "elsewhere/a.overlay.yaml",
  "in/a.contract.json",
  "in/a.schema.json",
  "in/common/b c.json",
  "in/common/d.json",
];
const generate = (...flags: string[]) => command.run(["generate", "in/a.contract.json", ...flags]);
const read = (file: string): string => fs.readFileSync(path.join(command.path, file), "utf8");
const files = (): readonly string[] => fs.readdirSync(command.path, { recursive: true, encoding: "utf8" }).sort();
const isThere = (program: string): boolean => spawnSync(program, ["--version"]).status === 0;

describe("--print-inputs", () => {
  test("prints every file that is read, from where one is; generates and writes nothing", () => {
    const before = files();
    const env = { NODE_OPTIONS: hooked(`if (url.endsWith("/dist/generate.js")) throw new Error("loaded")`) };
    const expected = { code: 0, stdout: `${inputs.join("\n")}\n`, stderr: "" };
    expect(command.run(["generate", "in/a.contract.json", "--print-inputs"], env)).toEqual(expected);
    expect(files()).toEqual(before);
    const absolute = path.join(command.path, "in/a.contract.json");
    expect(command.run(["generate", absolute, "--print-inputs", "--schema=./in/../in/a.schema.json"])).toEqual(
      expected,
    );
  });

  test("as JSON; and what is wrong with an input is told as always", () => {
    expect(JSON.parse(generate("--print-inputs", "--reporter=json").stdout)).toMatchObject({ paths: inputs });
    command.write("in/a.schema.json", "{");
    expect(generate("--print-inputs")).toMatchObject({ code: 3, stdout: "" });
  });

  test("a path that would be two is refused", () => {
    fs.renameSync(path.join(command.path, "in/common/d.json"), path.join(command.path, "in/common/d\ne"));
    command.write("in/common/b c.json", { items: { $ref: "d%0Ae" } });
    const { code, stderr } = generate("--print-inputs");
    expect([code, stderr.split("\n")[0]]).toEqual([
      2,
      "error SW109 a list of paths cannot carry the path in/common/d\\u000ae: it has a line break",
    ]);
  });
});

test("--print-outputs prints every file that would be there, the manifest too, and writes nothing", () => {
  const before = files();
  const { code, stdout } = generate("--out", "./made/../out/", "--print-outputs");
  expect(code).toBe(0);
  expect(files()).toEqual(before);
  generate("--out", "out");
  const written = files().filter((file) => file.startsWith("out/"));
  expect(stdout.split("\n")).toEqual([...written, ""]);
  // Where nothing has changed the manifest tells.
  const env = { NODE_OPTIONS: hooked(`if (url.endsWith("/dist/generate.js")) throw new Error("loaded")`) };
  const again = command.run(["generate", "in/a.contract.json", "--out", "out", "--print-outputs"], env);
  expect(again).toEqual({ code: 0, stdout, stderr: "" });
  expect(written).toContain("out/.stepwright.json");
});

test.each([
  "--check --watch",
  "--check --depfile d",
  "--watch --print-inputs",
  "--print-inputs --print-outputs",
  "--depfile d --print-inputs",
])("%s: one at a time", (flags) => {
  const { code, stderr } = generate(...flags.split(" "));
  expect([code, stderr]).toEqual([2, expect.stringMatching(/^error SW101 --\S+ and --\S+ do not go together\n/)]);
});

describe("--depfile", () => {
  const depfile = "made.d";

  test("is written by a run that did something and by one that had nothing to do, and not by one that failed", () => {
    expect(generate("--depfile", depfile).code).toBe(0);
    const text = read(depfile);
    expect(text.split("\n")[0]).toBe(
      String.raw`generated/.stepwright.json: elsewhere/a.overlay.yaml in/a.contract.json in/a.schema.json in/common/b\ c.json in/common/d.json`,
    );
    fs.rmSync(path.join(command.path, depfile));
    expect(generate("--depfile", depfile).stdout).toBe("generated/ is up to date\n");
    expect(read(depfile)).toBe(text);
    fs.rmSync(path.join(command.path, depfile));
    command.write("in/a.schema.json", "{");
    expect(generate("--depfile", depfile).code).toBe(3);
    expect(files().filter((file) => file.includes(depfile))).toEqual([]);
  });

  test.each([
    ["./in/common/../common/d.json", "would replace an input"],
    ["linked/a.schema.json", "would replace an input"],
    ["linked", "would replace what is no plain file"],
    ["elsewhere", "would replace what is no plain file"],
    ["new/package", "lies in the package's folder, where nothing else belongs"],
    ["new/package/.stepwright.json", "lies in the package's folder, where nothing else belongs"],
    ["linked/../new/package/index.js", "lies in the package's folder, where nothing else belongs"],
    ["new/package/.stepwright.tmp/d", "lies in the package's folder, where nothing else belongs"],
    ["new", "stands where the package's folder belongs"],
  ])("%s %s: nothing is written, before the first run and after it", (file, problem) => {
    fs.symlinkSync("in", path.join(command.path, "linked"));
    const refused = () => {
      const before = files().map((each) => [each, fs.lstatSync(path.join(command.path, each)).mtimeMs]);
      const { code, stderr } = generate("--out", "new/package", "--depfile", file);
      expect([code, stderr.split("\n")[0]]).toEqual([2, `error SW101 --depfile ${file} ${problem}`]);
      expect(files().map((each) => [each, fs.lstatSync(path.join(command.path, each)).mtimeMs])).toEqual(before);
    };
    refused();
    expect(generate("--out", "new/package").code).toBe(0);
    refused();
  });

  test("a folder that is not there is a failure to write, before the package is written", () => {
    expect(generate("--depfile", "nowhere/d")).toMatchObject({
      code: 5,
      stderr: expect.stringMatching(/^error SW510 cannot write nowhere\/d: /),
    });
    expect(files()).not.toContain("generated");
  });

  test("the package's folder may be taken away by a run that fails, at any look at it", async () => {
    const at = (file: string): string => path.join(command.path, file);
    const sources = await readSources(at("in/a.contract.json"));
    const looks = ["existsSync", "lstatSync", "realpathSync", "statSync"] as const;
    let look = 0;
    for (let wasLooking = true; wasLooking; look += 1) {
      fs.mkdirSync(at("out"), { recursive: true });
      const meanwhile = (): void => fs.rmSync(at("out"), { recursive: true });
      const work = () => depfileOf(at(depfile), sources, at("out"));
      wasLooking = await beforeOperation(looks, look + 1, meanwhile, work);
      expect(files()).not.toContain(depfile);
    }
  });

  test("is there, and nothing beside it, where a signal comes while it is written", () => {
    const interrupt = `
      import fs from "node:fs";
      import { syncBuiltinESMExports } from "node:module";
      const { writeFile } = fs.promises;
      fs.promises.writeFile = async (file, ...more) => {
        await writeFile(file, ...more);
        if (/^\\.stepwright\\.[^/]*$/.test(file)) process.kill(process.pid, "SIGINT");
      };
      syncBuiltinESMExports();`;
    const env = { NODE_OPTIONS: `${quickPipeline} --import=data:text/javascript,${encodeURIComponent(interrupt)}` };
    expect(command.run(["generate", "in/a.contract.json", "--depfile", depfile], env).code).toBeNull();
    expect(files().filter((file) => /^(?:made|\.stepwright)/.test(file))).toEqual([depfile]);
  });

  test("touches no file beside it", () => {
    command.write(`${depfile}.new`, "mine");
    const before = files();
    expect(generate("--depfile", depfile).code).toBe(0);
    expect(read(`${depfile}.new`)).toBe("mine");
    expect(files().filter((file) => !file.startsWith("generated"))).toEqual([...before, depfile].sort());
  });

  test("a path that Make would take for an assignment is refused, and nothing is written", () => {
    command.write("in/SHELL=x.json", {});
    command.write("in/a.schema.json", { properties: { a: { $ref: "SHELL=x.json" } } });
    const { code, stderr } = generate("--depfile", depfile);
    expect([code, stderr.split("\n")[0]]).toEqual([
      2,
      "error SW109 a depfile cannot carry the path in/SHELL=x.json: Make and Ninja would take it for more than a name",
    ]);
    expect(files().filter((file) => file.includes(depfile) || file.includes("generated"))).toEqual([]);
  });

  const names = [
    "a b",
    "a#b",
    "a$b",
    "a$(b",
    "a:b",
    "a\\b",
    "a\\ b",
    "a\\\\ b",
    "a\\#b",
    "end\\",
    "é",
    "a'b\"&c",
    "]a[ (b)!",
    "a~{b},@+c",
    "-a",
    "(a)b",
    ".a",
  ];

  test.each([
    "a;b",
    "SHELL=b",
    "?=b",
    "a|b",
    "a*b",
    "~root",
    "a(b)",
    "a&",
    ".POSIX",
    "a\tb",
    "\u0001",
    "`a`",
    "a<b",
    "a^b",
    "a%b",
    "[ab]",
  ])("%j is more than a name", (name) =>
    expect([isNameForMake(name), ...names.map(isNameForMake)]).toEqual([false, ...names.map(() => true)]),
  );

  /** Whether the program would run the recipe again, after `file` got another time. */
  const wouldRun = (file: string, time: Date, ask: readonly string[]): boolean => {
    fs.utimesSync(path.join(command.path, file), time, time);
    const { status, stdout } = spawnSync(ask[0] ?? "", ask.slice(1), { cwd: command.path, encoding: "utf8" });
    return status !== 0 || stdout.includes("touch");
  };
  const [past, future] = [new Date("2020-01-01"), new Date("2100-01-01")];

  test.skipIf(!isThere("make"))(
    "Make runs again when a file with an absurd name changed, and not when none did",
    () => {
      for (const name of names) command.write(name, "");
      for (const name of names) fs.utimesSync(path.join(command.path, name), past, past);
      command.write("d", depfileText("s t#$", names));
      command.write("Makefile", "include d\n\ns\\ t\\#$$: ; touch '$@'\n");
      command.write("s t#$", "");
      const ask = ["make", "-q", "s t#$"];
      const again = names.map((name) => [wouldRun(name, future, ask), wouldRun(name, past, ask)]);
      expect(again).toEqual(names.map(() => [true, false]));
      for (const name of names) fs.rmSync(path.join(command.path, name));
      expect(spawnSync("make", ["s t#$"], { cwd: command.path, encoding: "utf8" })).toMatchObject({
        ...{ status: 0, stderr: "" },
      });
    },
  );

  test.skipIf(!isThere("ninja"))("so does Ninja", () => {
    const plain = names.filter((name) => !/[\\'"]/.test(name));
    for (const name of plain) command.write(name, "");
    for (const name of plain) fs.utimesSync(path.join(command.path, name), past, past);
    command.write("d", depfileText("stamp", plain));
    const rule = "rule r\n  command = touch stamp\n  depfile = d\nbuild stamp: r\n";
    command.write("build.ninja", rule);
    spawnSync("ninja", [], { cwd: command.path });
    const ask = ["ninja", "-n", "-v"];
    const again = plain.map((name) => [wouldRun(name, future, ask), wouldRun(name, past, ask)]);
    expect(again).toEqual(plain.map(() => [true, false]));
  });
});
