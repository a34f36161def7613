/** The real command in processes of its own: exit codes, what goes to stdout and what to stderr. */
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { mendingCommand } from "#generator/command/mending-command.js";
import { cli, commandFolder, hooked, quickPipeline, type CommandFolder } from "../support/command-folder.js";

const { version } = JSON.parse(fs.readFileSync("package.json", "utf8")) as { version: string };

let command: CommandFolder;
let folder: string;
beforeEach(() => {
  command = commandFolder();
  folder = command.path;
});
afterEach(() => command.remove());

const write: CommandFolder["write"] = (file, value) => command.write(file, value);
const run: CommandFolder["run"] = (args, env) => command.run(args, env);
const generate: CommandFolder["generate"] = (...flags) => command.generate(...flags);

const help = "  run `stepwright --help` for the commands and their flags\n";

describe("the command line", () => {
  test.each<[string, string]>([
    ["", "no command given"],
    ["--check", "no command given"],
    ["generat a.json", 'unknown command generat: did you mean "generate"?'],
    ["toString", "unknown command toString: known here: generate, inspect"],
    ["generate", "generate needs a <contract>"],
    ["generate a.json b.json", "generate takes one <contract>: b.json is one too many"],
    ["generate a.json -- --check", "generate takes one <contract>: --check is one too many"],
    ["generate a.json --chek", 'unknown flag --chek: did you mean "--check"?'],
    [
      "generate a.json --quiet=1",
      "unknown flag --quiet: known here: --schema, --out, --check, --watch, --print-inputs, --print-outputs, --depfile, --reporter, --help, --version",
    ],
    [
      "generate a.json --__proto__",
      "unknown flag --__proto__: known here: --schema, --out, --check, --watch, --print-inputs, --print-outputs, --depfile, --reporter, --help, --version",
    ],
    ["generate a.json --chekc", 'unknown flag --chekc: did you mean "--check"?'],
    [
      "generate a.json -o out",
      "unknown flag -o: known here: --schema, --out, --check, --watch, --print-inputs, --print-outputs, --depfile, --reporter, --help, --version",
    ],
    ["--hlep", 'unknown flag --hlep: did you mean "--help"?'],
    ["generate a.json --out", "--out needs a DIR"],
    ["generate a.json --out=", "--out needs a DIR"],
    ["generate a.json --schema --check", "--schema needs a FILE"],
    ["generate a.json --check=yes", "--check takes no value"],
    ["generate a.json --reporter", "--reporter needs a NAME"],
    ["generate a.json --reporter prety", '--reporter does not take prety: did you mean "pretty"?'],
    ["generate a.json --reporter=__proto__", "--reporter does not take __proto__: known here: pretty, json, github"],
  ])("stepwright %s", (line, problem) => {
    const expected = { code: 2, stdout: "", stderr: `error SW101 ${problem}\n${help}` };
    expect(run(line.split(" ").filter(Boolean))).toEqual(expected);
    expect(fs.readdirSync(folder)).toEqual(["a.contract.json", "a.schema.json"]);
  });

  test("help names every command, flag and exit code, wherever it is asked for", () => {
    const { code, stdout, stderr } = run(["--help"]);
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout).toMatch(/^stepwright generate <contract> \[flags\]$/m);
    for (const flag of [
      "--schema FILE",
      "--out DIR",
      "--check",
      "--watch",
      "--print-inputs",
      "--depfile FILE",
      "--reporter NAME",
      "--help",
      "--version",
    ]) {
      expect(stdout).toMatch(new RegExp(`^  ${flag} +\\w`, "m"));
    }
    for (const each of [0, 1, 2, 3, 4, 5]) expect(stdout).toMatch(new RegExp(`^  ${each}  \\w`, "m"));
    expect(Math.max(...stdout.split("\n").map(({ length }) => length))).toBeLessThanOrEqual(100);
    expect(run(["generate", "--chek", "--help"])).toEqual({ code, stdout, stderr });
  });

  test("version", () => {
    expect(run(["--version"])).toEqual({ code: 0, stdout: `${version}\n`, stderr: "" });
  });

  test("neither loads a library", () => {
    const NODE_OPTIONS = hooked('if (url.includes("/node_modules/")) throw new Error("loaded " + url)');
    expect(run(["--help"], { NODE_OPTIONS }).code).toBe(0);
    expect(run(["--version"], { NODE_OPTIONS }).code).toBe(0);
    expect(run(["generat"], { NODE_OPTIONS }).code).toBe(4); // The hook works: near misses take a library.
  });

  test("a reader that has seen enough is no failure", () => {
    const line = `set -o pipefail; '${process.execPath}' '${cli}' --help | true`;
    const { status, stderr } = spawnSync("bash", ["-c", line], { encoding: "utf8" });
    expect([status, stderr]).toEqual([0, ""]);
  });

  test.skipIf(!fs.existsSync("/dev/full"))("a result that cannot be printed is one", () => {
    const full = fs.openSync("/dev/full", "w");
    const { status } = spawnSync(process.execPath, [cli, "--help"], { stdio: ["ignore", full, "pipe"] });
    fs.closeSync(full);
    expect(status).toBe(5);
  });
});

describe("generate", () => {
  const remove = (file: string): void => fs.rmSync(path.join(folder, file));

  test("writes, says what it did, and does nothing twice", () => {
    const wrote = { code: 0, stdout: "generated 3 files in generated/ (3 changed)\n", stderr: "" };
    expect(generate()).toEqual(wrote);
    expect(generate()).toEqual({ code: 0, stdout: "generated/ is up to date\n", stderr: "" });
    expect(fs.readdirSync(path.join(folder, "generated")).sort()).toEqual([
      ".stepwright.json",
      "index.js",
      "steps.js",
      "types.d.ts",
    ]);
    write("a.schema.json", { type: "object", title: "less" });
    expect(generate().stdout).toBe("generated 2 files in generated/ (1 changed, 1 removed)\n");
  });

  test("--schema and --out; paths are shown as they were given", () => {
    fs.mkdirSync(path.join(folder, "deep er/é"), { recursive: true });
    write("deep er/é/b.json", { type: "object", title: "B" });
    const out = "./deep er/é/../out/";
    expect(generate("--schema", "deep er/é/b.json", `--out=${out}`).stdout).toBe(
      `generated 3 files in ${out} (3 changed)\n`,
    );
    expect(fs.readFileSync(path.join(folder, "deep er/out/index.js"), "utf8")).toContain('"B"');
    fs.writeFileSync(path.join(folder, "deep er/out/mine"), "");
    remove("deep er/out/types.d.ts");
    for (const done of [`generated 3 files in ${out} (1 changed)`, `${out} is up to date`]) {
      const { stderr, ...again } = generate("--schema=deep er/é/b.json", "--out", out);
      expect(again).toEqual({ code: 0, stdout: `${done}\n` });
      expect(stderr).toMatch(`note SW154 ${out} holds what stepwright did not write, and it stays: mine\n`);
    }
  });

  test("a schema may come from a pipe, which can be read only once, and nothing is done twice there either", () => {
    const line = `cat a.schema.json | "$0" "$1" generate a.contract.json --schema /dev/stdin 2>&1`;
    const piped = () => spawnSync("sh", ["-c", line, process.execPath, cli], { cwd: folder, encoding: "utf8" }).stdout;
    expect(piped()).toMatch(/^generated \d+ files/);
    expect(piped()).toBe("generated/ is up to date\n");
    write("a.schema.json", { type: "object", title: "B" });
    expect(piped()).toMatch(/^generated \d+ files/);
  });

  test("a warning is printed and changes nothing else; as an error it ends the run", () => {
    write("a.schema.json", { type: "object", title: "A", properties: { a: { type: "string", format: "colour" } } });
    const real = { NODE_OPTIONS: "" };
    const { code, stdout, stderr } = run(["generate", "a.contract.json"], real);
    expect([code, stdout]).toEqual([0, expect.stringMatching(/^generated \d+ files/)]);
    expect(stderr).toMatch(
      /^a\.schema\.json:1:74 warning SW208 nothing checks the format "colour", which is used once\n {2}/,
    );
    const contract = JSON.parse(fs.readFileSync(path.join(folder, "a.contract.json"), "utf8")) as object;
    write("a.contract.json", { ...contract, unknownFormats: "error" });
    const refused = run(["generate", "a.contract.json"], real);
    expect([refused.code, refused.stdout]).toEqual([3, ""]);
    expect(refused.stderr).toMatch(/^a\.schema\.json:1:74 error SW209 /);
  });

  test("a pattern that backtracks is a warning with its place, of a check too", () => {
    write("a.schema.json", { type: "object", title: "A", properties: { a: { type: "string", pattern: "^(a|aa)+$" } } });
    const real = { NODE_OPTIONS: "" };
    for (const more of [[], ["--check"]]) {
      const { code, stderr } = run(["generate", "a.contract.json", ...more], real);
      expect(code).toBe(0);
      expect(stderr).toMatch(
        /^a\.schema\.json:1:75 warning SW219 some text keeps the pattern "\^\(a\|aa\)\+\$", which is used once, busy [^]*\n {2}let /,
      );
    }
  });

  test.each<[string, number, string, () => void]>([
    [
      "a missing contract",
      2,
      'error SW102 the contract "a.contract.json" does not exist',
      () => remove("a.contract.json"),
    ],
    [
      "a missing schema",
      2,
      'a.contract.json:1:11 error SW102 the schema "a.schema.json" does not exist',
      () => remove("a.schema.json"),
    ],
    [
      "a schema that is not JSON",
      3,
      "a.schema.json:2:2 error SW203 not JSON",
      () => write("a.schema.json", '{"a":1,\n }'),
    ],
    ["a folder in use", 2, "error SW151 generated/ is not empty", () => mine("mine.txt")],
    ["a broken manifest", 2, "generated/.stepwright.json error SW150 not a manifest", () => mine(".stepwright.json")],
    ["a bug", 4, "error SW401 this is a bug in stepwright: boom", () => write("a.schema.json", { title: "boom" })],
    ["a file for a folder", 5, "error SW510 cannot read generated: not a directory", () => write("generated", "mine")],
  ])("%s: exit code %i, nothing written", (_, code, problem, prepare) => {
    prepare();
    const before = fs.readdirSync(folder, { recursive: true });
    for (const flags of [[], ["--check"]]) {
      const { stderr, ...rest } = generate(...flags);
      expect(rest).toEqual({ code, stdout: "" });
      expect(stderr.startsWith(problem), stderr).toBe(true);
      expect(stderr).not.toMatch(/^\s+at |node:|\/dist\//m);
    }
    expect(fs.readdirSync(folder, { recursive: true })).toEqual(before);
  });

  const mine = (file: string): void => {
    fs.mkdirSync(path.join(folder, "generated"));
    write(`generated/${file}`, "mine");
  };

  test("the stack of a bug is shown to who asks for it", () => {
    write("a.schema.json", { title: "boom" });
    expect(run(["generate", "a.contract.json"], { STEPWRIGHT_DEBUG: "1" }).stderr).toMatch(/^TypeError: boom\n {4}at /);
  });
});

describe("generate --check", () => {
  test("says what differs and the command that mends it, which mends it; writes nothing itself", () => {
    generate("--out", "my out");
    write("a.schema.json", { type: "object", title: "C" });
    write("my out/types.d.ts", "export {};\n// mine\n");
    const before = fs.statSync(path.join(folder, "my out/index.js")).mtimeMs;
    const { code, stdout, stderr } = generate("--out", "my out", "--check");
    expect([code, stdout]).toEqual([1, ""]);
    expect(stderr).toContain("changed: types.d.ts, index.js\n--- my out/types.d.ts\n");
    expect(stderr).toContain("-// mine\n");
    expect(stderr).toContain("error SW302 my out/ is stale, because these changed: schema a.schema.json\n");
    expect(stderr).toContain("error SW303 my out/ was edited by hand: types.d.ts\n");
    expect(fs.statSync(path.join(folder, "my out/index.js")).mtimeMs).toBe(before);

    const command = /run `(.*)`/.exec(stderr)?.[1] ?? "";
    expect(command).toMatch(/^node \S+cli\.js generate a\.contract\.json --out 'my out'$/);
    const env = { PATH: process.env["PATH"], NODE_OPTIONS: quickPipeline };
    expect(spawnSync("sh", ["-c", command], { cwd: folder, encoding: "utf8", env }).stderr).toBe("");
    expect(generate("--check", "--out", "my out")).toEqual({ code: 0, stdout: "my out/ is up to date\n", stderr: "" });
  });

  test("never generated", () => {
    const { code, stderr } = generate("--check");
    expect([code, fs.existsSync(path.join(folder, "generated"))]).toEqual([1, false]);
    expect(stderr).toMatch(/^error SW301 generated\/ has not been generated\n {2}run `/);
  });

  test("inside an npm script names the script", () => {
    const script = `node ${JSON.stringify(cli)} generate a.contract.json`;
    write("package.json", { scripts: { generate: script, check: "npm run --silent generate -- --check" } });
    const { status, stderr } = spawnSync("npm", ["run", "--silent", "check"], {
      cwd: folder,
      encoding: "utf8",
      env: { PATH: process.env["PATH"], HOME: folder, NODE_OPTIONS: quickPipeline },
    });
    expect([status, stderr]).toEqual([1, expect.stringContaining("\n  run `npm run generate`\n")]);
  });

  const script = (npm_lifecycle_event: string, npm_lifecycle_script: string) => ({
    npm_lifecycle_event,
    npm_lifecycle_script,
  });
  test.each<[string, string, Record<string, string>, string]>([
    ["/bin/stepwright", "generate c.json --check", {}, "npx stepwright generate c.json"],
    ["/p/dist/cli.js", "--check generate c.json", {}, "node dist/cli.js generate c.json"],
    ["/bin/stepwright", "generate c.json --check", script("gen", "stepwright generate c.json"), "npm run gen"],
    [
      "/bin/stepwright",
      "generate c.json --check",
      script("chk", "stepwright generate c.json --check"),
      "npx stepwright generate c.json",
    ],
    [
      "/bin/stepwright",
      "generate c.json --out o --check",
      script("gen", "stepwright generate c.json"),
      "npx stepwright generate c.json --out o",
    ],
    ["/bin/stepwright", "generate it's.json --check", {}, String.raw`npx stepwright generate 'it'\''s.json'`],
  ])("%s %s in %o is mended by %s", (program, line, env, expected) => {
    expect(mendingCommand({ argv: ["node", program, ...line.split(" ")], env, cwd: "/p" })).toBe(expected);
  });
});
