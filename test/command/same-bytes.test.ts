/**
 * The same bytes every time: the command in processes of their own, whose time zone, locale, working directory and the line
 * ends of whose input differ. What they write must not.
 */
import { execFile } from "node:child_process";
import fs from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readTree, replaceTree, type FileTree } from "../support/file-tree.js";

const cli = path.resolve("dist/cli.js");
const folder = fs.mkdtempSync(path.join(tmpdir(), "stepwright-same-bytes-"));
afterAll(() => fs.rmSync(folder, { recursive: true }));

/** One way to call the command. */
interface Surroundings {
  readonly env: Readonly<Record<string, string>>;
  readonly lineEnd: "\n" | "\r\n";
  /** Where it is called: in the contract's folder, or at the root with absolute paths. */
  readonly from: "contract" | "root";
}

const ways: readonly Surroundings[] = [
  { env: { TZ: "UTC", LC_ALL: "C" }, lineEnd: "\n", from: "contract" },
  { env: { TZ: "Pacific/Kiritimati", LANG: "tr_TR.UTF-8", LC_ALL: "tr_TR.UTF-8" }, lineEnd: "\r\n", from: "root" },
  { env: { TZ: "America/New_York", LANG: "sv_SE.UTF-8", NO_COLOR: "1", CI: "1" }, lineEnd: "\n", from: "root" },
];

const inputs = [
  { name: "the bundled schema", input: "schemas", contract: "civitai-workflow.contract.json", ways },
  {
    name: "hostile names",
    input: "test/golden/hostile-names/input",
    contract: "workflow.contract.json",
    ways: ways.slice(0, 2),
  },
];

describe.each(inputs)("$name", ({ input, contract, ways }) => {
  let written: readonly FileTree[];
  beforeAll(async () => {
    written = await Promise.all(ways.map((way) => generate(input, contract, way)));
  }, 60_000);

  test("something is written", () => expect(written[0]?.size).toBeGreaterThan(10));

  test.each(ways.slice(1).map((way, index) => ({ ...way, written: index + 1 })))(
    "with $env from the $from, line ends $lineEnd",
    (way) => expect(written[way.written]).toEqual(written[0]),
  );

  test("no line ends in CR, and each file ends in a newline", () => {
    expect([...(written[1] ?? [])].filter(([, text]) => text.includes("\r") || !text.endsWith("\n"))).toEqual([]);
  });

  test("nothing tells of this machine", () => {
    const told = [...(written[0] ?? [])].filter(([, text]) => text.includes(folder) || text.includes(process.cwd()));
    expect(told).toEqual([]);
  });
});

let runs = 0;
async function generate(input: string, contract: string, { env, lineEnd, from }: Surroundings): Promise<FileTree> {
  const root = path.join(folder, String((runs += 1)));
  const copies = [...readTree(input)].map(([file, text]) => [file, text.replaceAll("\n", lineEnd)] as const);
  replaceTree(path.join(root, "in"), new Map(copies));
  const cwd = from === "root" ? path.parse(root).root : path.join(root, "in");
  const shown = (file: string): string =>
    from === "root" ? path.join(root, file) : path.relative(cwd, path.join(root, file));
  const args = [cli, "generate", shown(`in/${contract}`), "--out", shown("out")];
  await promisify(execFile)(process.execPath, args, { cwd, env: { PATH: process.env["PATH"], ...env } });
  return readTree(path.join(root, "out"));
}
