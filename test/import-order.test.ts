/**
 * Data flows one way: no file of the generator imports what CONTRIBUTING.md lists after its own folder.
 */
import fs from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";

const orders = [...fs.readFileSync("CONTRIBUTING.md", "utf8").matchAll(/```text\n([^`]+→[^`]+)```/g)].map(
  ([, list = ""]) => list.trim().split(/[\s→]+/),
);

describe.each([
  ["generator", orders[0] ?? []],
  ["generator/emit/validators", orders[1] ?? []],
])("in %s", (folder, order) => {
  const files = fs
    .readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((file) => file.replaceAll("\\", "/"))
    .filter((file) => file.endsWith(".ts"));

  /** The folder directly below, or the file there. */
  const partOf = (file: string): string => file.split("/", 1)[0]?.replace(/\.[jt]s$/, "") ?? "";

  const importsOf = (file: string): readonly string[] =>
    [...fs.readFileSync(`${folder}/${file}`, "utf8").matchAll(/(?:from |import\()"(\.[^"]+)"/g)].map(
      ([, target = ""]) => path.posix.join(path.posix.dirname(file), target),
    );

  test("every folder and file has its place", () => {
    expect([...order].sort()).toEqual([...new Set(files.map(partOf))].sort());
  });

  test("nothing is imported from what comes later", () => {
    const backwards = files.flatMap((file) =>
      importsOf(file)
        .filter((target) => order.indexOf(partOf(target)) > order.indexOf(partOf(file)))
        .map((target) => `${file} imports ${target}`),
    );
    expect(backwards).toEqual([]);
  });
});
