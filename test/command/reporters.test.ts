/** What `--reporter` makes of an outcome: for people, for programs, for GitHub Actions. */
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { diagnostic, type Diagnostic } from "#generator/diagnostics.js";
import { renderGithub } from "#generator/report/github.js";
import { renderJson } from "#generator/report/json.js";
import type { CommandOutcome } from "#generator/report/outcome.js";
import { unpainted } from "#generator/report/paint.js";
import { renderPretty } from "#generator/report/pretty.js";
import { progressOn } from "#generator/report/progress.js";
import { sourceFrame } from "#generator/report/source-frame.js";
import {
  cli,
  commandFolder,
  contractOfA,
  quickPipeline,
  type CommandFolder,
  type Run,
} from "../support/command-folder.js";

const schema = JSON.parse(fs.readFileSync("schemas/report.schema.json", "utf8")) as object;
const isReport = new Ajv2020({ allErrors: true }).compile(schema);
const documentation = fs.readFileSync("docs/reporters.md", "utf8");
const documented = (language: string): string[] =>
  [...documentation.matchAll(/^```(\w+)\n(.*?)^```$/gms)].flatMap(([, of, text = ""]) =>
    of === language ? [text] : [],
  );

let command: CommandFolder;
beforeAll(() => {
  command = commandFolder();
  // As in the documentation: the mistake is at line 10, column 51.
  const lines = JSON.stringify({ ...contractOfA, entries: {} }, undefined, 2).split("\n");
  const build = '  "entries": { "Build": { "at": "#", "direction": "bth" } },';
  const contract = [...lines.slice(0, 8), "", build, '  "$schema": "x"', "}", ""];
  command.write("build.contract.json", contract.join("\n"));
});
afterAll(() => command.remove());

const wrong = (...flags: string[]): Run => command.run(["generate", "build.contract.json", ...flags]);

describe("pretty", () => {
  test("is the default, and shows the line with a caret under the place, as documented", () => {
    expect(wrong()).toEqual({ code: 2, stdout: "", stderr: documented("text")[0] });
    expect(wrong("--reporter", "pretty")).toEqual(wrong());
  });

  const minified = `{${'"a":1,'.repeat(5_000)}"wrong":[]}`;
  test.each<[string, { line?: number; column: number; text: string }, string]>([
    ["a string is marked whole", { column: 6, text: 'a: [ "b\\"c", 1]' }, '  7 | a: [ "b\\"c", 1]\n    |      ^^^^^^'],
    ["an object where it begins", { column: 4, text: "a: { b: 1 }" }, "  7 | a: { b: 1 }\n    |    ^"],
    ["the end of a line", { column: 3, text: "{}" }, "  7 | {}\n    |   ^"],
    ["tabs are one column", { column: 3, text: "\t\t12," }, "  7 |   12,\n    |   ^^"],
    ["wide letters are two", { column: 4, text: "漢字 12" }, "  7 | 漢字 12\n    | \u3000\u3000 ^^"],
    ["marks are none", { column: 4, text: "e\u0301 1" }, "  7 | e\u0301 1\n    |   ^"],
    ["controls are spelled", { column: 2, text: "\u001b1" }, "  7 | \\u001b1\n    |       ^"],
    [
      "of a minified file a part",
      { column: minified.length - 2, text: minified },
      `  7 | …${minified.slice(-63)}\n    | ${" ".repeat(61)}^`,
    ],
  ])("%s", (_, { column, text }, expected) => {
    expect(sourceFrame({ line: 7, column, text }, unpainted)).toBe(expected);
  });

  test.each<[string, Record<string, string>, boolean]>([
    ["no terminal", {}, false],
    ["FORCE_COLOR", { FORCE_COLOR: "1" }, true],
    ["NO_COLOR", { NO_COLOR: "1" }, false],
  ])("colours: %s", (_, env, isColoured) => {
    const { code, stderr } = command.run(["generate", "build.contract.json"], env);
    expect([code, stderr.includes("\u001b[31merror\u001b[39m")]).toEqual([2, isColoured]);
    expect(stderr.replaceAll(/\u001b\[\d+m/g, "")).toBe(documented("text")[0]);
  });

  test("a difference is coloured line by line", () => {
    const outcome: CommandOutcome = { difference: "--- a\n+++ b\n@@ -1 +1 @@\n-old\n+new\n same", diagnostics: [] };
    const { stderr } = renderPretty(
      outcome,
      () => undefined,
      (colour, text) => `<${colour}>${text}`,
    );
    expect(stderr?.split("\n").map((line) => /^<(\w+)>/.exec(line)?.[1])).toEqual([
      "red",
      "green",
      undefined,
      "red",
      "green",
      undefined,
    ]);
  });

  /** A terminal made by util-linux's `script`. */
  const isLinux = spawnSync("script", ["--version"], { encoding: "utf8" }).stdout?.includes("util-linux") === true;
  test.skipIf(!isLinux)(
    "on a terminal: colours, and a progress line that goes away; neither with NO_COLOR or json",
    () => {
      const onTerminal = (line: string, env: Record<string, string> = {}): string =>
        spawnSync("script", ["-qec", `'${process.execPath}' '${cli}' ${line}`, "/dev/null"], {
          cwd: command.path,
          encoding: "utf8",
          env: { PATH: process.env["PATH"], NODE_OPTIONS: quickPipeline, TERM: "xterm", ...env },
        }).stdout;
      expect(onTerminal("generate build.contract.json")).toContain("\u001b[31merror\u001b[39m");
      expect(onTerminal("generate build.contract.json", { NO_COLOR: "1" })).not.toContain("\u001b[3");
      expect(onTerminal("generate a.contract.json")).toBe(
        "generating from a.schema.json …\u001b[1G\u001b[2Kgenerated 3 files in generated/ (3 changed)\r\n",
      );
      expect(onTerminal("generate a.contract.json --reporter json")).toMatch(/^\{.*\}\r\n$/);
    },
  );

  test("a progress line never wraps, and is not there where no terminal is", () => {
    const written: string[] = [];
    const stream = { columns: 10, write: (text: string) => written.push(text) } as unknown as NodeJS.WriteStream;
    progressOn(undefined).show("a long line of text");
    progressOn(stream).show("a long line of text");
    expect(written).toEqual(["a long li"]);
  });

  test("a progress line moves no cursor", () => {
    const written: string[] = [];
    const stream = { columns: 80, write: (text: string) => written.push(text) } as unknown as NodeJS.WriteStream;
    progressOn(stream).show("a\u001b[2J");
    expect(written).toEqual(["a\\u001b[2J …"]);
  });
});

describe("more problems than anybody reads", () => {
  const problem = (severity: "error" | "warning" | "note", index: number): Diagnostic => ({
    ...diagnostic("SW101", undefined, { problem: `${severity} ${index}` }),
    severity,
  });
  const of = (severity: "error" | "warning" | "note", count: number): Diagnostic[] =>
    Array.from({ length: count }, (_, index) => problem(severity, index));
  const outcome = { diagnostics: [...of("note", 10), ...of("warning", 60), ...of("error", 70)] };
  const text = () => undefined;
  const printed = {
    pretty: (given: CommandOutcome) => renderPretty(given, text, unpainted),
    github: (given: CommandOutcome) => renderGithub(given, text, { root: "/", cwd: "/" }),
  };

  test.each(Object.entries(printed))(
    "%s shows the 100 that matter most in their order, and how many are left",
    (_, render) => {
      const { stderr = "" } = render(outcome);
      const named = [...stderr.matchAll(/\b(error|warning|note) \d+\b/g)].map(([name]) => name);
      const expected = [...of("warning", 30), ...of("error", 70)].map(({ message }) => message);
      expect(named).toEqual(expected);
      expect(stderr.split("\n").at(-1)).toBe("… and 40 more; --reporter json lists all of them");
      expect(render({ diagnostics: of("error", 100) }).stderr).not.toContain("more;");
    },
  );

  test("json lists them all", () => {
    const { stdout = "" } = renderJson(outcome, text);
    expect((JSON.parse(stdout) as { diagnostics: unknown[] }).diagnostics).toHaveLength(140);
  });
});

describe("json", () => {
  const report = ({ stdout }: Run): Record<string, unknown> => {
    const value = JSON.parse(stdout) as Record<string, unknown>;
    isReport(value);
    expect(isReport.errors ?? []).toEqual([]);
    expect(stdout.trimEnd()).toBe(JSON.stringify(value));
    return value;
  };

  test("is documented by what a run prints", () => {
    const run = wrong("--reporter=json");
    expect({ ...run, stdout: report(run) }).toEqual({
      code: 2,
      stdout: JSON.parse(documented("json")[0] ?? "") as unknown,
      stderr: "",
    });
  });

  test("tells what was written, that nothing had to be, what differs, and mistakes of the command line", () => {
    const out = ["--out", "out", "--reporter", "json"];
    expect(report(command.generate(...out))).toEqual({
      version: 1,
      exitCode: 0,
      result: "generated 3 files in out/ (3 changed)",
      written: { folder: "out/", changed: ["index.js", "steps.js", "types.d.ts"], removed: [] },
      diagnostics: [],
    });
    expect(report(command.generate(...out))).toMatchObject({ written: { folder: "out/", changed: [], removed: [] } });
    command.write("out/steps.js", "// mine\n");
    expect(report(command.generate(...out, "--check"))).toMatchObject({
      exitCode: 1,
      difference: expect.stringContaining("\n-// mine\n+//"),
      diagnostics: [{ code: "SW303", hint: expect.stringContaining("generate a.contract.json --out out") }],
    });
    expect(report(command.run(["generate", "--reporter=json", "--chek"]))).toMatchObject({
      exitCode: 2,
      diagnostics: [{ code: "SW101", message: 'unknown flag --chek: did you mean "--check"?' }],
    });
  });
});

describe("github", () => {
  test("annotates the place, as documented", () => {
    expect(wrong("--reporter", "github")).toEqual({ code: 2, stdout: "", stderr: documented("text")[1] });
  });

  test("counts paths from the checkout", () => {
    const env = { GITHUB_WORKSPACE: path.dirname(command.path) };
    const { stderr } = command.run(["generate", "build.contract.json", "--reporter", "github"], env);
    expect(stderr).toContain(`::error file=${path.basename(command.path)}/build.contract.json,line=10,col=51,`);
  });

  const rendered = (outcome: CommandOutcome) => renderGithub(outcome, () => "{}", { root: "/r", cwd: "/r/sub" });

  test("escapes what would end a property or the message", () => {
    const place = { file: "50%:a,b\r.json", pointer: "" };
    const { stderr } = rendered({ diagnostics: [diagnostic("SW205", place, { key: "100%\n::error::,:" })] });
    expect(stderr).toBe(
      "::error file=sub/50%25%3Aa%2Cb%0D.json,line=1,col=1,title=SW205::" +
        'the key "100%25\\u000a::error::,:" stands twice in one object%0Aonly one of the two can count: take the other out',
    );
  });

  test("knows warnings and notes; no place, no text, and a place outside of the checkout or at an address", () => {
    const problem = { problem: "p" };
    const diagnostics = [
      { ...diagnostic("SW101", undefined, problem), severity: "note" } as const,
      { ...diagnostic("SW101", { file: "x.json" }, problem), severity: "warning" } as const,
      diagnostic("SW101", { file: "../../x.json" }, problem),
      diagnostic("SW101", { file: "http://json-schema.org/draft-07/schema", pointer: "/type" }, problem),
    ];
    const { stderr } = renderGithub({ diagnostics }, () => undefined, { root: "/r", cwd: "/r" });
    expect(stderr?.split("\n").map((line) => line.replace(/::p%0A.*/, ""))).toEqual([
      "::notice title=SW101",
      "::warning file=x.json,title=SW101",
      "::error file=../../x.json,title=SW101",
      "::error title=SW101",
    ]);
  });

  test("text of a schema is no command", () => {
    const text = " ::set-env name=A::b\n::stop-commands::x\n+::error::kept\na ##[error]b";
    const { stdout, stderr } = rendered({ result: text, difference: text, diagnostics: [] });
    expect(stdout).toBe(" \\::set-env name=A::b\n\\::stop-commands::x\n+::error::kept\na ##\\[error]b");
    expect(stderr).toBe(stdout);
  });
});
