/**
 * Bad input: whatever is wrong, the exit code says whose it is, and nothing on the disk has changed. What each message says
 * is a golden case (`test/golden/bad-*`); what else an output folder can be is in `write.test.ts`.
 */
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runGenerate } from "#generator/command/generate.js";
import { exitCodeOf, Failure, type Diagnostic } from "#generator/diagnostics.js";
import { readTree } from "../support/file-tree.js";
import { goldenCases } from "../support/golden-cases.js";

const folder = fs.mkdtempSync(path.join(tmpdir(), "stepwright-bad-input-"));
afterAll(() => fs.rmSync(folder, { recursive: true }));

const contract = "test/golden/without-steps/input/workflow.contract.json";
const bad = goldenCases.filter(({ name }) => name.startsWith("bad-"));

const surroundings = { mendingCommand: "", showProgress: () => undefined };

/** A new folder with a package in it, and one file that is not Stepwright's. */
async function packageFolder(name: string): Promise<string> {
  const out = path.join(folder, name);
  await runGenerate({ command: "generate", argument: contract, flags: { out } }, surroundings);
  fs.writeFileSync(path.join(out, "mine.txt"), "mine\n");
  return out;
}

const generate = (argument: string, out: string) =>
  runGenerate({ command: "generate", argument, flags: { out } }, surroundings);

async function problemsOf(run: Promise<unknown>): Promise<readonly Diagnostic[]> {
  const error = await run.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(Failure);
  return (error as Failure).diagnostics;
}

function command(...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["dist/cli.js", "generate", ...args], {
    encoding: "utf8",
  });
  return { status, stdout, stderr };
}

/** The exit code and the text that a case expects. */
function expectedOf(expected: string): { status: number; stderr: string } {
  const [first = "", ...rest] = fs.readFileSync(`${expected}/diagnostics.txt`, "utf8").split("\n");
  return { status: Number(first.replace("exit ", "")), stderr: rest.join("\n") };
}

/** The golden cases have no lines of the source. */
const withoutFrames = (text: string): string => text.replaceAll(/^ {2}[\d ]+ \| .*\n/gm, "");

describe("a wrong schema, contract or overlay changes nothing on the disk", () => {
  let out: string;
  beforeAll(async () => {
    out = await packageFolder("package");
  });

  test("there are cases", () => expect(bad.length).toBeGreaterThan(20));

  test.each(bad)("$name", async ({ contract: argument, expected }) => {
    const before = readTree(out);
    expect(exitCodeOf(await problemsOf(generate(argument, out)))).toBe(expectedOf(expected).status);
    expect(readTree(out)).toEqual(before);
  });

  test.each(["bad-contract-keys", "bad-references"])("%s, by the command itself, with --check too", (name) => {
    const golden = bad.find((each) => each.name === name);
    const nowhere = path.join(folder, `${name}-command`);
    const expected = { ...expectedOf(golden?.expected ?? ""), stdout: "" };
    for (const flags of [[], ["--check"]]) {
      const { stderr, ...rest } = command(golden?.contract ?? "", "--out", nowhere, ...flags);
      expect({ ...rest, stderr: withoutFrames(stderr) }).toEqual(expected);
    }
    expect(fs.existsSync(nowhere)).toBe(false);
  });
});

describe("an output folder", () => {
  // Root may write into a read-only folder, so the command is then run by nobody.
  const somebody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
  const isAllowed = spawnSync(process.execPath, ["dist/cli.js", "--version"], somebody).status === 0;

  test.skipIf(!isAllowed)("that is read-only: exit code 5, untouched", async () => {
    const out = await packageFolder("read-only");
    fs.rmSync(path.join(out, "types.d.ts"));
    const before = readTree(out);
    fs.chmodSync(folder, 0o755);
    fs.chmodSync(out, 0o555);
    for (const [where, problem] of [
      [out, "cannot lock .*/read-only"],
      [path.join(out, "new/deep"), "cannot create .*/read-only/new/deep"],
    ] as const) {
      const args = ["dist/cli.js", "generate", contract, "--out", where];
      const { status, stdout, stderr } = spawnSync(process.execPath, args, { ...somebody, encoding: "utf8" });
      expect({ status, stdout }).toEqual({ status: 5, stdout: "" });
      expect(stderr).toMatch(new RegExp(`^error SW510 ${problem}: .*\\(E(?:PERM|ACCES)\\)\n`));
    }
    fs.chmodSync(out, 0o755);
    expect(readTree(out)).toEqual(before);
  });
});
