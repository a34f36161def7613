/**
 * The words that a stranger follows: every command, example, table and link of README.md and CONTRIBUTING.md is true.
 */
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { commands, exitCodes, globalFlags, type Command } from "#generator/flags.js";

const guides = fs.readdirSync("docs").map((file) => `docs/${file}`);
const readme = fs.readFileSync("README.md", "utf8");
const documents = ["README.md", "CONTRIBUTING.md", "schemas/README.md", ...guides];
const { scripts } = JSON.parse(fs.readFileSync("package.json", "utf8")) as { scripts: Record<string, string> };

let folder: string;
beforeAll(() => void (folder = fs.mkdtempSync(path.join(tmpdir(), "stepwright-readme-"))));
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

/** The fenced blocks of a language, in their order. */
const blocks = (language: string): string[] =>
  [...readme.matchAll(/^```(\w+)\n(.*?)^```$/gms)].flatMap(([, of, text = ""]) => (of === language ? [text] : []));

/** What GitHub calls the headings of a document. */
const anchorsOf = (text: string): string[] =>
  [...text.matchAll(/^#+ (.*)$/gm)].map(([, heading = ""]) =>
    heading
      .toLowerCase()
      .replace(/[^\w -]/g, "")
      .replaceAll(" ", "-"),
  );

/** The rows of the table under a header, as its cells. */
function table(header: string): string[][] {
  const rows = readme.split("\n").map((line) =>
    line
      .split("|")
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
  const start = rows.findIndex((cells) => cells[0] === header);
  const length = rows.slice(start).findIndex((cells) => cells.length === 0);
  return start === -1 ? [] : rows.slice(start + 2, start + length);
}

function run(args: readonly string[], cwd: string) {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd, encoding: "utf8" });
  return { code: status, stdout, stderr };
}

test("the README opens with the two commands", () => {
  const [first = ""] = blocks("sh");
  expect(first.split("\n").map((line) => line.replace(/ +#.*/, ""))).toEqual([
    "npm ci && npm run generate",
    "npm ci && npm test",
    "",
  ]);
  expect(readme.indexOf(first)).toBeLessThan(600);
});

describe.each(documents)("%s", (document) => {
  const text = fs.readFileSync(document, "utf8");

  test("names only scripts that are there", () => {
    const named = [...text.matchAll(/npm (?:run )?(test\b|(?<=run )[\w:-]+)(?::[\w-]+)?/g)].map(
      ([, name = ""]) => name,
    );
    expect(Object.keys(scripts)).toEqual(expect.arrayContaining(named));
  });

  test("links only to what is there", () => {
    const links = [...text.matchAll(/\]\((?!https:)([^)#]+)\)/g)].map(([, to = ""]) =>
      path.join(path.dirname(document), to),
    );
    expect(links.filter((to) => !fs.existsSync(to))).toEqual([]);
  });

  test("links only to headings that are there", () => {
    const links = [...text.matchAll(/\]\((?!https:)([^)#]*)#([^)]+)\)/g)].filter(([, to = "", heading = ""]) => {
      const file = to === "" ? document : path.join(path.dirname(document), to);
      return !anchorsOf(fs.readFileSync(file, "utf8")).includes(heading);
    });
    expect(links.map(([link]) => link)).toEqual([]);
  });
});

test("the folders are the repository's", () => {
  const named = table("Folder").map(([name = ""]) => name.replace(/[`/]/g, ""));
  expect(named).toEqual(["schemas", "generator", "generated", "docs", "test"]);
  expect(named.filter((name) => !fs.statSync(name).isDirectory())).toEqual([]);
});

describe("the command's tables", () => {
  test("list every command", () => {
    expect(table("Command")).toEqual(
      Object.entries(commands).map(([name, { argument, summary }]) => [
        `\`stepwright ${name} <${argument.name}>\``,
        summary,
      ]),
    );
  });

  test("list every flag, and whose it is", () => {
    const owners = [...Object.entries<Pick<Command, "flags">>(commands), ["all", { flags: globalFlags }] as const];
    const uses = owners.flatMap(([owner, { flags }]) =>
      Object.entries(flags).map(([name, { value, summary }]) => ({
        owner,
        row: JSON.stringify([`\`--${value ? `${name} ${value}` : name}\``, summary]),
      })),
    );
    const wanted = [...new Set(uses.map(({ row }) => row))].map((row) => {
      const [flag, summary] = JSON.parse(row) as string[];
      const having = uses.filter((use) => use.row === row).map(({ owner }) => owner);
      return [flag, having.join(", "), summary];
    });
    expect(table("Flag")).toEqual(wanted);
  });

  test("list every exit code", () => {
    expect(table("Exit code")).toEqual(Object.entries(exitCodes));
  });
});

test("the example compiles strictly and prints what its comments say", () => {
  const [example = ""] = blocks("ts");
  fs.writeFileSync(path.join(folder, "example.ts"), example);
  fs.mkdirSync(path.join(folder, "node_modules"));
  fs.symlinkSync(path.resolve("generated"), path.join(folder, "node_modules/civitai-workflow"));
  const compilerOptions = {
    ...{ strict: true, exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true, noUnusedLocals: true },
    ...{ target: "es2022", module: "nodenext", types: ["node"], typeRoots: [path.resolve("node_modules/@types")] },
  };
  fs.writeFileSync(path.join(folder, "package.json"), JSON.stringify({ type: "module" }));
  fs.writeFileSync(path.join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions, files: ["example.ts"] }));
  expect(run([path.resolve("node_modules/typescript/bin/tsc")], folder)).toEqual({ code: 0, stdout: "", stderr: "" });

  const comments = [...example.matchAll(/^\/\/ (.*\n)/gm)].map(([, line]) => line);
  expect(comments).not.toEqual([]);
  expect(run(["example.js"], folder)).toEqual({ code: 0, stdout: comments.join(""), stderr: "" });
});

describe("the schema of one's own", () => {
  const generate = (): ReturnType<typeof run> => {
    const line = blocks("sh")
      .flatMap((block) => block.split("\n"))
      .find((each) => each.startsWith("node dist/cli.js"));
    const [, , ...args] = line?.split(" ") ?? [];
    return run([path.resolve("dist/cli.js"), ...args], folder);
  };
  const replaceIn = (file: string, from: string, to: string): void => {
    const text = fs.readFileSync(path.join(folder, file), "utf8");
    expect(text).toContain(from);
    fs.writeFileSync(path.join(folder, file), text.replace(from, to));
  };
  beforeAll(() => {
    const named = [...readme.matchAll(/`(build\.\w+\.json)`\n\n```json\n(.*?)^```$/gms)];
    for (const [, file = "", text = ""] of named) fs.writeFileSync(path.join(folder, file), text);
  });

  test("becomes a package", () => {
    expect(generate()).toMatchObject({ code: 0, stderr: "" });
    const types = fs.readFileSync(path.join(folder, "build-workflow/types.d.ts"), "utf8");
    expect(types).toContain("export type Step = CheckoutStep | CompileStep;");
    // The overlay says that the server assigns the id.
    expect(/interface BuildRequest \{[^}]*\}/.exec(types)?.[0]).not.toContain("id");
  });

  test("is refused with the diagnostics that are shown", () => {
    replaceIn("build.contract.json", '"direction": "both"', '"direction": "bth"');
    replaceIn("build.contract.json", '"unknownTags": "reject"', '"unknownTags": "reject", "factores": {}');
    expect(generate()).toEqual({ code: 2, stdout: "", stderr: blocks("text")[0] });
  });
});
