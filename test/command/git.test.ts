/** What docs/build-systems.md says of Git: two branches change a schema, and the package of both comes out of the merge. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { check, generate } from "#generator/index.js";

const folder = mkdtempSync(join(tmpdir(), "stepwright-git-"));
afterAll(() => rmSync(folder, { recursive: true }));

const target = { contract: join(folder, "build.contract.json"), out: join(folder, "build-workflow") };
const about = { name: "builds", version: "1.0.0", license: "MIT", description: "Builds." };
const contract = { schema: "build.schema.json", package: about, entries: { Build: { at: "#", direction: "both" } } };
const names = ["id", "by", "on", "from", "to", "at", "with", "as", "of"];

/** Nothing of the caller's: in a hook, Git's own variables would lead to the repository that is committed to. */
const env = {
  PATH: process.env.PATH,
  GIT_CONFIG_GLOBAL: "/dev/null",
  GIT_AUTHOR_NAME: "a",
  GIT_AUTHOR_EMAIL: "a@b",
  GIT_COMMITTER_NAME: "a",
  GIT_COMMITTER_EMAIL: "a@b",
};

/** So long that the README's table is not aligned, in which all rows would change. */
const description = "What is said of a build is said in as few words as can be.";

const put = (name: string, text: string): void => writeFileSync(join(folder, name), text);
const git = (...words: readonly string[]): string => execFileSync("git", words, { cwd: folder, encoding: "utf8", env });

async function commitWith(types: Readonly<Record<string, string>>): Promise<void> {
  const properties = Object.fromEntries(names.map((name) => [name, { type: types[name] ?? "string", description }]));
  put("build.schema.json", JSON.stringify({ type: "object", properties }, undefined, 2));
  await generate(target);
  git("add", "--all");
  git("commit", "--quiet", "--message", JSON.stringify(types));
}

test("with the line of the docs a merge conflicts in the manifest alone, and generate ends it", async () => {
  const docs = readFileSync("docs/build-systems.md", "utf8");
  put(".gitattributes", /^\S+ -merge\n/m.exec(docs)?.[0] ?? "");
  put("build.contract.json", JSON.stringify(contract));
  git("init", "--quiet", "--initial-branch", "main");
  await commitWith({});
  git("checkout", "--quiet", "-b", "other");
  await commitWith({ id: "integer" });
  git("checkout", "--quiet", "main");
  await commitWith({ of: "boolean" });

  expect(() => git("merge", "--quiet", "other")).toThrow("Command failed: git merge");
  expect(git("diff", "--name-only", "--diff-filter=U").trim()).toBe("build-workflow/.stepwright.json");
  expect((await check(target)).isStale).toBe(true);
  expect(await generate(target)).toMatchObject({ success: true, removed: [] });
  expect((await check(target)).isStale).toBe(false);
  expect(readFileSync(join(target.out, "types.d.ts"), "utf8")).toMatch(/id\?: number\b[^}]*of\?: boolean\b/);
});
