/**
 * A bundler drops what a program does not use of an emitted module by looking at the module alone: it need not find the package's
 * `sideEffects`.
 */
import fs from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { build } from "esbuild";
import { expect, test } from "vitest";

const packages = ["generated", ...fs.readdirSync("test/golden").map((name) => `test/golden/${name}/expected`)].filter(
  (folder) => fs.existsSync(path.join(folder, "package.json")),
);

const modulesIn = (folder: string): readonly string[] =>
  fs.readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".js"));

test.each(packages)("nothing is left of the modules of %s where nothing is used", async (folder) => {
  const copy = fs.mkdtempSync(path.join(tmpdir(), "stepwright-effects-"));
  try {
    fs.cpSync(folder, copy, { recursive: true });
    fs.rmSync(path.join(copy, "package.json"));
    const left = await Promise.all(
      modulesIn(copy).map(async (file) => {
        const contents = `import ${JSON.stringify(`./${file}`)};`;
        const stdin = { contents, resolveDir: copy };
        const { outputFiles } = await build({ stdin, bundle: true, format: "esm", write: false, logLevel: "error" });
        return [file, outputFiles[0]?.text.replace(/^\s*\/\/.*\n/gm, "")];
      }),
    );
    expect(left).toEqual(modulesIn(copy).map((file) => [file, ""]));
  } finally {
    fs.rmSync(copy, { recursive: true });
  }
});
