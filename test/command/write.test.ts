/** The writer, the lock, the manifest and `--check`, on hand-made packages in folders of their own. */
import { spawn, spawnSync } from "node:child_process";
import fs from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { Failure } from "#generator/diagnostics.js";
import type { Json } from "#generator/json/json-schema.js";
import { readSources } from "#generator/load/read-sources.js";
import type { Sources } from "#generator/load/document.js";
import { checkPackage } from "#generator/write/check.js";
import { lockName, ownerName, withLock } from "#generator/write/lock.js";
import { manifestName, sealPackage, sha256, type SealedPackage } from "#generator/write/manifest.js";
import { sameContent } from "#generator/write/same-content.js";
import { stage, stagingName } from "#generator/write/staging.js";
import { writePackage } from "#generator/write/write.js";
import { beforeOperation, reads } from "../support/before-operation.js";

let folder: string;
let out: string;
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(tmpdir(), "stepwright-write-"));
  out = path.join(folder, "out");
});
afterEach(() => fs.rmSync(folder, { recursive: true, force: true }));

const document = (file: string, value: Json) => ({ file, text: "", value });

const inputs = (schema: Json = { title: "A" }, name = "a.schema.json"): Sources => ({
  contractDocument: document("some/where/a.contract.json", {}),
  schema: document(`some/where/${name}`, schema),
  overlay: undefined,
  referenced: new Map([["common/b.json", document("some/where/common/b.json", {})]]),
  addressOf: new Map(),
  unavailable: new Map(),
  problems: [],
});

const sealed = (files: Record<string, string>, from: Sources = inputs()): SealedPackage =>
  sealPackage(new Map(Object.entries(files)), from, []);

const old = () => sealed({ "index.js": "old\n", "types.d.ts": "same\n", "steps/gone.js": "gone\n" });
const next = () =>
  sealed({ "index.js": "new\n", "types.d.ts": "same\n", "more/added.js": "added\n" }, inputs({ title: "B" }));

/** Every file below a folder, path → text. */
const tree = (root: string): Record<string, string> =>
  Object.fromEntries(
    fs
      .readdirSync(root, { recursive: true, withFileTypes: true })
      .filter((entry) => !entry.isDirectory())
      .map((entry) => path.join(entry.parentPath, entry.name))
      .sort()
      .map((file) => [path.relative(root, file), fs.readFileSync(file, "utf8")]),
  );

const put = (file: string, text: string): void => {
  fs.mkdirSync(path.dirname(path.join(out, file)), { recursive: true });
  fs.writeFileSync(path.join(out, file), text);
};

const packageTree = ({ files }: SealedPackage) => Object.fromEntries(files);

/** The codes and messages of a failing promise, with the folder's random name taken out. */
async function failure(promise: Promise<unknown>): Promise<string[]> {
  const error = await promise.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(Failure);
  return texts((error as Failure).diagnostics);
}

const texts = (diagnostics: Failure["diagnostics"]): string[] =>
  diagnostics.map(({ code, message }) => `${code} ${message.replaceAll(folder, "TMP")}`);

describe("writing", () => {
  test("makes the folder and holds exactly the package", async () => {
    const result = await writePackage(old(), path.join(out, "a/b/"));
    expect(tree(path.join(out, "a/b"))).toEqual(packageTree(old()));
    expect(result).toEqual({
      touched: true,
      written: ["index.js", "types.d.ts", "steps/gone.js"],
      removed: [],
      diagnostics: [],
    });
  });

  test("does not rewrite what did not change", async () => {
    await writePackage(old(), out);
    const stat = (file: string) => {
      const { ino, mtimeNs } = fs.statSync(path.join(out, file), { bigint: true });
      return { ino, mtimeNs };
    };
    const before = { kept: stat("types.d.ts"), folder: stat("") };
    expect(await writePackage(old(), out)).toMatchObject({ touched: false, written: [], removed: [] });
    expect(stat("").mtimeNs).toBe(before.folder.mtimeNs);
    expect(await writePackage(next(), out)).toMatchObject({ touched: true, written: ["more/added.js", "index.js"] });
    expect(stat("types.d.ts")).toEqual(before.kept);
  });

  test("removes what is no longer emitted, and folders that this empties", async () => {
    await writePackage(sealed({ "a/b/c.js": "", "d/e.js": "", "f.js": "" }), out);
    put("d/mine.txt", "mine");
    const result = await writePackage(sealed({ "f.js": "" }), out);
    expect(result.removed).toEqual(["a/b/c.js", "d/e.js"]);
    expect(fs.readdirSync(out).sort()).toEqual([manifestName, "d", "f.js"]);
    expect(texts(result.diagnostics)).toEqual([
      "SW154 TMP/out/ holds what stepwright did not write, and it stays: d/mine.txt",
    ]);
  });

  test("leaves files it never wrote, and names them in a note; node_modules go without saying", async () => {
    await writePackage(old(), out);
    put("notes.md", "mine");
    put("steps/own.js", "mine");
    put(".turbo/log/x", "mine");
    put("node_modules/x/index.js", "theirs");
    const { diagnostics } = await writePackage(next(), out);
    expect(diagnostics.map(({ severity }) => severity)).toEqual(["note"]);
    expect(texts(diagnostics)[0]).toMatch(/it stays: \.turbo\/, notes\.md, steps\/own\.js$/);
    const theirs = {
      ".turbo/log/x": "mine",
      "node_modules/x/index.js": "theirs",
      "notes.md": "mine",
      "steps/own.js": "mine",
    };
    expect(tree(out)).toEqual({ ...packageTree(next()), ...theirs });
  });

  test("refuses a folder that is in use for something else", async () => {
    put("index.js", "mine");
    put("other.txt", "mine");
    const before = tree(out);
    const { mtimeNs } = fs.statSync(out, { bigint: true });
    expect(await failure(writePackage(old(), out))).toEqual([
      "SW151 TMP/out/ is not empty, and stepwright did not write it: it holds index.js, other.txt",
    ]);
    expect(tree(out)).toEqual(before);
    expect(fs.statSync(out, { bigint: true }).mtimeNs).toBe(mtimeNs); // not even a lock for a moment
  });

  test("takes a folder for its own that has nothing but what it would write: all that is missing is the manifest", async () => {
    await writePackage(old(), out);
    fs.rmSync(path.join(out, manifestName));
    expect(texts((await checkPackage(old(), out, "mend")).diagnostics)).toEqual([
      "SW301 TMP/out/ has not been generated",
    ]);
    await writePackage(old(), out);
    expect(tree(out)).toEqual(packageTree(old()));
  });

  test("refuses to write over a file that it did not write", async () => {
    await writePackage(old(), out);
    put("more/added.js", "mine");
    const before = tree(out);
    expect(await failure(writePackage(next(), out))).toEqual([
      "SW152 TMP/out/ has files in the way that stepwright did not write: more/added.js",
    ]);
    expect(tree(out)).toEqual(before);
    put("more/added.js", "added\n");
    await writePackage(next(), out);
    expect(tree(out)).toEqual(packageTree(next()));
  });

  test.each(["../x", "a/../../x", "/x", "a//b", "./a", "a/", "", "a\\b", "C:/x", "a\0b"])(
    "takes an emitted path %j for a bug and writes nothing",
    async (file) => {
      const error = await writePackage(sealed({ "a.js": "", [file]: "x" }), out).catch((thrown: unknown) => thrown);
      expect(error).not.toBeInstanceOf(Failure);
      expect(String(error)).toMatch(/not below the output folder/);
      expect(fs.readdirSync(folder)).toEqual([]);
    },
  );

  test("does not follow a linked folder, and replaces a linked file", async () => {
    await writePackage(old(), out);
    fs.mkdirSync(path.join(folder, "outside"));
    fs.writeFileSync(path.join(folder, "outside/index.js"), "new\n");
    fs.rmSync(path.join(out, "steps"), { recursive: true });
    fs.symlinkSync("../outside", path.join(out, "steps"));
    expect(await failure(writePackage(next(), out))).toEqual([
      "SW153 TMP/out/steps is a symbolic link, which may lead out of the package",
    ]);
    fs.rmSync(path.join(out, "steps"));
    fs.rmSync(path.join(out, "index.js"));
    fs.symlinkSync("../outside/index.js", path.join(out, "index.js"));
    await writePackage(next(), out);
    expect(fs.lstatSync(path.join(out, "index.js")).isSymbolicLink()).toBe(false);
    expect(tree(path.join(folder, "outside"))).toEqual({ "index.js": "new\n" });
  });
});

describe("what others put in the place of our own folders", () => {
  const outside = () => path.join(folder, "outside");
  beforeEach(() => {
    fs.mkdirSync(path.join(outside(), "staged"), { recursive: true });
    for (const name of ["paths.json", "0", "staged/0"]) fs.writeFileSync(path.join(outside(), name), "mine");
  });
  const untouched = { "0": "mine", "paths.json": "mine", "staged/0": "mine" };

  test.each([lockName, stagingName])("a link at %s is refused, and so is a file", async (name) => {
    const refused = [`SW136 TMP/out/${name} is no folder, and while stepwright writes it makes one of its own there`];
    await writePackage(old(), out);
    fs.symlinkSync("../outside", path.join(out, name));
    expect(await failure(writePackage(next(), out))).toEqual(refused);
    expect(await failure(checkPackage(next(), out, "mend"))).toEqual(refused);
    fs.rmSync(path.join(out, name));
    put(name, "mine");
    expect(await failure(writePackage(next(), out))).toEqual(refused);
    fs.rmSync(path.join(out, name));
    expect(tree(out)).toEqual(packageTree(old()));
    expect(tree(outside())).toEqual(untouched);
  });

  test("a link at the lock that appears while others wait for it", async () => {
    fs.mkdirSync(out);
    fs.symlinkSync("../outside", path.join(out, lockName));
    const [problem] = await failure(withLock(out, async () => {}));
    expect(problem).toMatch(/^SW136 /);
    expect(tree(outside())).toEqual(untouched);
  });

  test("a link inside the lock is nobody's part of it", async () => {
    leaveLock();
    fs.symlinkSync("../../outside", path.join(out, lockName, deadOwner()));
    const [problem] = await failure(writePackage(old(), out, { wait: 60, silence: 10 }));
    expect(problem).toMatch(/^SW511 another run of stepwright \(process unknown\)/);
    expect(tree(outside())).toEqual(untouched);
  });

  test("links inside of our folders are not followed", async () => {
    leaveLock(deadOwner());
    const [owner = ""] = fs.readdirSync(path.join(out, lockName));
    fs.symlinkSync("../../../outside/staged", path.join(out, lockName, owner, "staged"));
    fs.mkdirSync(path.join(out, stagingName));
    fs.symlinkSync("../../outside/paths.json", path.join(out, stagingName, "paths.json"));
    await writePackage(old(), out);
    expect(tree(out)).toEqual(packageTree(old()));
    expect(tree(outside())).toEqual(untouched);
  });
});

test("a file that is spelled differently by now is made anew, as it may be one with the old one", async () => {
  await writePackage(sealed({ "steps/aB.js": "same\n" }), out);
  // As a disk would have it for which letter case does not count.
  fs.linkSync(path.join(out, "steps/aB.js"), path.join(out, "steps/ab.js"));
  const { written, removed } = await writePackage(sealed({ "steps/ab.js": "same\n" }), out);
  expect({ written, removed }).toEqual({ written: ["steps/ab.js"], removed: ["steps/aB.js"] });
  expect(fs.readdirSync(path.join(out, "steps"))).toEqual(["ab.js"]);
});

describe("a disk that refuses", () => {
  test("a file where the output folder or one above it should be", async () => {
    fs.writeFileSync(out, "mine");
    expect(await failure(writePackage(old(), out))).toEqual(["SW510 cannot read TMP/out: not a directory (ENOTDIR)"]);
    expect(await failure(writePackage(old(), `${out}/deeper`))).toEqual([
      "SW510 cannot read TMP/out/deeper: not a directory (ENOTDIR)",
    ]);
    expect(fs.readFileSync(out, "utf8")).toBe("mine");
  });

  test("a file for a folder, a folder for a file, inside the package", async () => {
    await writePackage(sealed({ "index.js": "old\n" }), out);
    put("more", "mine");
    expect(await failure(writePackage(next(), out))).toEqual([
      "SW510 cannot read TMP/out/more/added.js: not a directory (ENOTDIR)",
    ]);
    fs.rmSync(path.join(out, "more"));
    put("more/added.js/x", "mine");
    expect(await failure(writePackage(next(), out))).toEqual([
      "SW510 cannot read TMP/out/more/added.js: illegal operation on a directory (EISDIR)",
    ]);
    expect(fs.readFileSync(path.join(out, "index.js"), "utf8")).toBe("old\n");
  });

  // Root may write into a read-only folder; an immutable one refuses even root.
  const immutable = path.join(fs.mkdtempSync(path.join(tmpdir(), "stepwright-immutable-")), "out");
  fs.mkdirSync(immutable);
  const canBeImmutable = spawnSync("chattr", ["+i", immutable]).status === 0;
  spawnSync("chattr", ["-i", immutable]);
  fs.rmSync(path.dirname(immutable), { recursive: true });

  test.skipIf(!canBeImmutable)("a read-only folder", async () => {
    await writePackage(old(), out);
    const before = tree(out);
    spawnSync("chattr", ["+i", out]);
    try {
      expect(await failure(writePackage(next(), out))).toEqual([
        "SW510 cannot lock TMP/out: operation not permitted (EPERM)",
      ]);
      expect(await failure(writePackage(next(), `${out}/new/deep`))).toEqual([
        "SW510 cannot create TMP/out/new/deep: operation not permitted (EPERM)",
      ]);
      expect(await writePackage(old(), out)).toMatchObject({ touched: false });
      expect(tree(out)).toEqual(before);
    } finally {
      spawnSync("chattr", ["-i", out]);
    }
  });

  test.skipIf(!canBeImmutable).each(["steps", "steps/gone.js", "index.js", manifestName])(
    "%s in the package is read-only: told before anything is written",
    async (name) => {
      await writePackage(old(), out);
      const before = tree(out);
      const place = path.join(out, name);
      spawnSync("chattr", ["+i", place]);
      try {
        expect(await failure(writePackage(next(), out))).toEqual([
          `SW510 cannot write TMP/out/${name}: operation not permitted (EPERM)`,
        ]);
      } finally {
        spawnSync("chattr", ["-i", place]);
      }
      expect(tree(out)).toEqual(before);
      expect(fs.readdirSync(out)).not.toContain("more");
      await writePackage(next(), out);
      expect(tree(out)).toEqual(packageTree(next()));
    },
  );

  test("a file that may not be changed, in a folder that may, is replaced", async () => {
    await writePackage(old(), out);
    fs.chmodSync(path.join(out, "index.js"), 0o444);
    await writePackage(next(), out);
    expect(tree(out)).toEqual(packageTree(next()));
  });

  const canMount = (() => {
    const place = fs.mkdtempSync(path.join(tmpdir(), "stepwright-mount-"));
    const { status } = spawnSync("mount", ["-t", "tmpfs", "none", place]);
    spawnSync("umount", [place]);
    fs.rmSync(place, { recursive: true });
    return status === 0;
  })();

  test.skipIf(!canMount)("a folder on another disk inside the package: told before anything is written", async () => {
    await writePackage(old(), out);
    fs.mkdirSync(path.join(out, "more"));
    spawnSync("mount", ["-t", "tmpfs", "none", path.join(out, "more")]);
    try {
      expect(await failure(writePackage(next(), out))).toEqual([
        "SW513 TMP/out/more is on another disk than TMP/out/, and nothing can be moved there in one step",
      ]);
      expect(tree(out)).toEqual(packageTree(old()));
    } finally {
      spawnSync("umount", [path.join(out, "more")]);
    }
  });
});

describe("the manifest", () => {
  test("is sorted, has no machine's path, ends in a newline", () => {
    const text = sealed({ "b.js": "b", "a.js": "a", __proto__x: "c" }).files.get(manifestName) ?? "";
    const { tools, ...rest } = JSON.parse(text) as Record<string, Record<string, string>>;
    expect(Object.keys(tools ?? {})).toEqual(Object.keys(tools ?? {}).sort());
    expect(tools).toHaveProperty("ajv");
    expect(Object.keys(rest["inputs"] ?? {})).toEqual([
      "contract:a.contract.json",
      "reference:common/b.json",
      "schema:a.schema.json",
    ]);
    expect(rest["generator"]).toMatch(/^stepwright@\d/);
    expect(rest["outputs"]).toEqual({
      __proto__x: "2e7d2c03a9507ae265ecf5b5356885a53393a2029d241394997265a1a25aefc6",
      "a.js": "ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb",
      "b.js": "3e23e8160039594a33894f6564e1b1348bbd7a0088d42c4acb73eeaed59c009d",
    });
    expect(text).toMatch(/^\{\n {2}"generator".*\}\n$/s);
  });

  test("is the same for other line ends, but for the texts for other white space, another for other content", async () => {
    const about = { name: "a", version: "1.0.0", license: "MIT", description: "A." };
    const contract = { schema: "a.schema.json", package: about, entries: { A: { at: "#", direction: "both" } } };
    const manifestOf = async (schema: string) => {
      const file = path.join(folder, "a.contract.json");
      fs.writeFileSync(file, JSON.stringify(contract));
      fs.writeFileSync(path.join(folder, "a.schema.json"), schema);
      const { texts, seal, ...content } = sealPackage(new Map(), await readSources(file), []).manifest;
      return { content: JSON.stringify(content), texts, seal };
    };
    const plain = await manifestOf('{ "type": "object",\n "title": "A" }\n');
    expect(await manifestOf('{ "type": "object",\r\n "title": "A" }\r\n')).toEqual(plain);
    const dense = await manifestOf('{"type":"object","title":"A"}');
    expect(dense.content).toBe(plain.content);
    expect(dense.texts).not.toEqual(plain.texts);
    expect(dense.seal).not.toBe(plain.seal);
    expect((await manifestOf('{"type":"object","title":"B"}')).content).not.toBe(plain.content);
    expect((await manifestOf('{"title":"A","type":"object"}')).content).not.toBe(plain.content);
  });

  const hash = "0".repeat(64);
  test.each([
    ["<<<<<<< HEAD\n{}\n", "it does not hold a JSON object"],
    ["[]", "it does not hold a JSON object"],
    ["{}", "`generator` is not a string"],
    ['{"generator":"x","tools":{},"inputs":{},"outputs":[]}', "`outputs` is not an object of strings"],
    ['{"generator":"x","tools":{},"inputs":{},"texts":null,"outputs":{}}', "`texts` is not an object of strings"],
    ['{"generator":"x","tools":{"a":1},"inputs":{},"outputs":{}}', "`tools` is not an object of strings"],
    [
      `{"generator":"x","tools":{},"inputs":{},"outputs":{"../precious":"${hash}"}}`,
      'the output "../precious" is not below the folder',
    ],
    ...["node_modules/x/index.js", ".git/config"].map((output): [string, string] => [
      `{"generator":"x","tools":{},"inputs":{},"outputs":{"${output}":"${hash}"}}`,
      `the output "${output}" is none that stepwright writes`,
    ]),
  ])("%j is refused", async (text, problem) => {
    fs.writeFileSync(path.join(folder, "precious"), "");
    put(manifestName, text);
    const message = [`SW150 not a manifest of stepwright: ${problem}`];
    expect(await failure(writePackage(old(), out))).toEqual(message);
    expect(await failure(checkPackage(old(), out, "mend"))).toEqual(message);
    expect(fs.readdirSync(folder)).toContain("precious");
    expect(tree(out)).toEqual({ [manifestName]: text });
  });
});

describe("a manifest that lists what stepwright did not write", () => {
  /** As if somebody had written it by hand: the seal is not renewed. */
  const list = (outputs: Record<string, string>): void => {
    const text = fs.readFileSync(path.join(out, manifestName), "utf8");
    const manifest = JSON.parse(text) as { outputs: Record<string, string> };
    put(manifestName, JSON.stringify({ ...manifest, outputs: { ...manifest.outputs, ...outputs } }));
  };

  test("nothing of it is removed or written over", async () => {
    await writePackage(old(), out);
    for (const file of ["notes.md", "more/added.js"]) put(file, "mine");
    list({ "notes.md": "0", "more/added.js": "0", "index.js": "0", "none/at/all": "0" });
    const before = tree(out);
    expect(await failure(writePackage(next(), out))).toEqual([
      "SW152 TMP/out/ has files in the way that stepwright did not write: index.js, more/added.js",
    ]);
    expect(tree(out)).toEqual(before);
    fs.rmSync(path.join(out, "more"), { recursive: true });
    list({ "index.js": sha256("old\n") });
    const { diagnostics } = await writePackage(next(), out);
    expect(texts(diagnostics)[0]).toMatch(/it stays: notes\.md$/);
    expect(tree(out)).toEqual({ ...packageTree(next()), "notes.md": "mine" });
  });

  test("a folder in the place of a file that is emitted no more is left", async () => {
    await writePackage(sealed({ "index.js": "old\n", "gone.js": "", "gone/a.js": "" }), out);
    for (const name of ["gone.js", "gone"]) fs.rmSync(path.join(out, name), { recursive: true });
    put("gone.js/mine", "mine");
    put("gone", "mine");
    await writePackage(next(), out);
    expect(tree(out)).toEqual({ ...packageTree(next()), "gone.js/mine": "mine", gone: "mine" });
  });
});

describe("checking", () => {
  const check = async (now: SealedPackage) => {
    const before = fs.existsSync(out) ? tree(out) : undefined;
    const { isStale, diagnostics, difference } = await checkPackage(now, out, "npm run generate");
    expect(fs.existsSync(out) ? tree(out) : undefined).toEqual(before);
    return { isStale, difference: difference.replaceAll(folder, "TMP"), problems: texts(diagnostics), diagnostics };
  };

  test("up to date", async () => {
    await writePackage(old(), out);
    expect(await check(old())).toMatchObject({ isStale: false, difference: "", problems: [] });
  });

  test("never generated", async () => {
    const { isStale, problems, diagnostics } = await check(old());
    expect({ isStale, problems }).toEqual({ isStale: true, problems: ["SW301 TMP/out/ has not been generated"] });
    expect(diagnostics[0]?.hint).toBe("run `npm run generate`");
  });

  test("another schema: which input, which files, and how they differ", async () => {
    await writePackage(old(), out);
    const { problems, difference } = await check(next());
    expect(problems).toEqual(["SW302 TMP/out/ is stale, because these changed: schema a.schema.json"]);
    expect(difference.split("\n")).toEqual([
      "missing: more/added.js",
      "changed: index.js",
      "no longer emitted: steps/gone.js",
      "--- TMP/out/index.js",
      "+++ TMP/out/index.js (as it would be written)",
      "@@ -1,1 +1,1 @@",
      "-old",
      "+new",
    ]);
  });

  test("what a package declares comes first, then its code, then what says the same again", async () => {
    const names = ["README.md", "constants.js", "index.d.ts", "json-schema.js", "steps.d.ts", "types.d.ts"];
    const version = (text: string) => sealed(Object.fromEntries(names.map((name) => [name, text])));
    await writePackage(version("old\n"), out);
    const { difference } = await check(version("new\n"));
    const [summary, ...diff] = difference.split("\n");
    expect(summary).toBe("changed: types.d.ts, steps.d.ts, index.d.ts, constants.js, README.md and 1 more");
    expect(diff.filter((line) => line.startsWith("---")).map((line) => line.replace(/.*\//, ""))).toEqual([
      "types.d.ts",
      "steps.d.ts",
      "index.d.ts",
      "constants.js",
      "README.md",
      "json-schema.js",
    ]);
  });

  test("edited or deleted by hand", async () => {
    await writePackage(old(), out);
    put("index.js", "mine\n");
    fs.rmSync(path.join(out, "types.d.ts"));
    const { problems, diagnostics } = await check(old());
    expect(problems).toEqual(["SW303 TMP/out/ was edited by hand: types.d.ts, index.js"]);
    expect(diagnostics[0]?.hint).toContain("`npm run generate` writes over the edits");
  });

  test("line ends that Git put into a checkout are no edit", async () => {
    await writePackage(old(), out);
    for (const [file, text] of Object.entries(tree(out))) put(file, text.replaceAll("\n", "\r\n"));
    expect(await check(old())).toMatchObject({ isStale: false, difference: "", problems: [] });
    put("index.js", "mine\r\n");
    expect((await check(old())).problems).toEqual(["SW303 TMP/out/ was edited by hand: index.js"]);
  });

  test("nor are they in a package that is stale for another reason: the difference is of what is said", async () => {
    await writePackage(old(), out);
    const before = await check(next());
    for (const [file, text] of Object.entries(tree(out))) put(file, text.replaceAll("\n", "\r\n"));
    expect(await check(next())).toEqual(before);
  });

  test("both at once", async () => {
    await writePackage(old(), out);
    put("types.d.ts", "mine\n");
    expect((await check(next())).problems.map((each) => each.slice(0, 5))).toEqual(["SW302", "SW303"]);
  });

  test("other versions of the generator or its tools; or nothing that the manifest tells", async () => {
    const { manifest, files } = old();
    const rewritten = (changes: object) =>
      new Map([...files, [manifestName, `${JSON.stringify({ ...manifest, ...changes }, undefined, 2)}\n`]]);
    await writePackage({ manifest, files: rewritten({ generator: "stepwright@0.0.9" }) }, out);
    expect((await check(old())).problems).toEqual([
      `SW304 TMP/out/ is stale, because it was made by other versions: stepwright@0.0.9 → ${manifest.generator}`,
    ]);
    await writePackage({ manifest, files: rewritten({ tools: { ...manifest.tools, ajv: "1.0.0", x: "2.0.0" } }) }, out);
    expect((await check(old())).problems[0]).toContain(`ajv 1.0.0 → ${manifest.tools["ajv"]}, x 2.0.0 → none`);
    await writePackage(old(), out);
    put(manifestName, JSON.stringify(manifest));
    expect((await check(old())).problems).toEqual(["SW306 TMP/out/ is not what would be generated now"]);
  });

  test("what generate would refuse is refused the same way; foreign files are a note", async () => {
    put("x", "mine");
    expect(await failure(checkPackage(old(), out, "mend"))).toEqual(await failure(writePackage(old(), out)));
    fs.rmSync(out, { recursive: true });
    await writePackage(old(), out);
    put("x", "mine");
    const { isStale, diagnostics } = await check(old());
    expect([isStale, diagnostics.map(({ severity }) => severity)]).toEqual([false, ["note"]]);
  });

  test("a long difference stays one screen long, a wide line one line, a control character harmless", async () => {
    const many = (end: string) => Array.from({ length: 500 }, (_, line) => `${line}${end}`).join("\n");
    await writePackage(sealed({ "a.js": many("a"), "b.js": `\u001b[2J${"x".repeat(500)}` }), out);
    const lines = (await check(sealed({ "a.js": many("b"), "b.js": "" }))).difference.split("\n");
    expect(lines).toHaveLength(41);
    expect(lines[40]).toMatch(/^… 9\d\d more lines$/);
    const other = (await check(sealed({ "a.js": many("a"), "b.js": "" }))).difference;
    expect(other).toContain("-\\u001b[2Jxxx");
    expect(Math.max(...other.split("\n").map(({ length }) => length))).toBe(160);
  });

  test("files that have nothing in common are not compared to the end", async () => {
    const unlike = (end: string) => Array.from({ length: 20_000 }, (_, line) => `${line}${end}`).join("\n");
    await writePackage(sealed({ "a.js": unlike("a") }), out);
    expect((await check(sealed({ "a.js": unlike("b") }))).difference).toContain("(too much differs to show)");
  });
});

const deadOwner = (): string => ownerName(spawnSync(process.execPath, ["-e", "0"]).pid);
const stateOf = (pid: number | string = ""): string =>
  spawnSync("ps", ["-o", "state=", "-p", `${pid}`], { encoding: "utf8" }).stdout;
const leaveLock = (...owner: string[]): void => {
  fs.mkdirSync(path.join(out, lockName), { recursive: true });
  for (const name of owner) fs.mkdirSync(path.join(out, lockName, name));
};

describe("the lock", () => {
  test("lets one in at a time, also where many find a dead owner's lock", async () => {
    leaveLock(deadOwner());
    let inside = 0;
    let most = 0;
    const work = async () => {
      most = Math.max(most, ++inside);
      await new Promise((resolve) => setTimeout(resolve, 2));
      inside--;
    };
    await Promise.all(Array.from({ length: 12 }, () => withLock(out, work)));
    expect({ most, inside, left: fs.readdirSync(out) }).toEqual({ most: 1, inside: 0, left: [] });
  });

  test("of a live owner is waited for, then told", async () => {
    const owner = ownerName(process.pid);
    leaveLock(owner);
    // Where the system tells no process from a later one with its number, only a sign of life counts.
    const silence = process.platform === "linux" ? 10 : 60_000;
    expect(await failure(withLock(out, async () => {}, { wait: 60, silence }))).toEqual([
      `SW511 another run of stepwright (process ${process.pid}) is writing to TMP/out, and 0 s were not enough`,
    ]);
    expect(fs.readdirSync(path.join(out, lockName))).toEqual([owner]);
  });

  test("of an owner in another container is not asked for by the number of its process", async () => {
    const [pid, random, , start] = deadOwner().split(".");
    leaveLock(`${pid}.${random}.elsewhere.${start}`);
    const [problem] = await failure(withLock(out, async () => {}, { wait: 60, silence: 60_000 }));
    expect(problem).toContain(`SW511 another run of stepwright (process ${pid})`);
  });

  test.skipIf(process.platform !== "linux")(
    "of an owner whose number another process has by now is taken",
    async () => {
      leaveLock(ownerName(process.pid).replace(/\d+$/, "1"));
      await withLock(out, async () => {}, { wait: 60, silence: 60_000 });
      expect(fs.readdirSync(out)).toEqual([]);
    },
  );

  test.skipIf(process.platform !== "linux")("of an owner that has ended and was not waited for is taken", async () => {
    // The shell, which has become another program, does not know of its child.
    const parent = spawn("sh", ["-c", "sleep 60 & echo $!; exec sleep 60"]);
    const [pid] = await new Promise<RegExpMatchArray>((resolve) =>
      parent.stdout.once("data", (text: Buffer) => resolve(/\d+/.exec(String(text)) ?? [""])),
    );
    leaveLock(ownerName(Number(pid)));
    process.kill(Number(pid), "SIGKILL");
    await expect.poll(() => stateOf(pid)).toMatch(/Z/);
    await withLock(out, async () => {}, { wait: 60, silence: 60_000 });
    parent.kill();
    expect(fs.readdirSync(out)).toEqual([]);
  });

  test("that was taken over lets its former owner move nothing, and is not given back by it", async () => {
    fs.mkdirSync(out);
    const other = ownerName(process.pid);
    const work = async (own: string) => {
      fs.renameSync(own, path.join(out, lockName, other));
      await stage(out, own, new Map([["index.js", "new\n"]]));
    };
    expect(await failure(withLock(out, work))).toEqual([
      "SW512 another run of stepwright took TMP/out over, because this one had stood still for so long",
    ]);
    expect(fs.readdirSync(path.join(out, lockName))).toEqual([other]);
  });

  test.each([
    ["an owner elsewhere", ["7.00000000.elsewhere.1"]],
    ["no owner", []],
  ])("of %s is taken over after a silence", async (_, owner) => {
    leaveLock(...owner);
    const started = performance.now();
    await withLock(out, async () => {}, { wait: 5_000, silence: 80 });
    expect(performance.now() - started).toBeGreaterThan(80);
    expect(fs.readdirSync(out)).toEqual([]);
  });

  test("of an owner elsewhere is not taken over because this run stood still itself", async () => {
    const owner = "7.00000000.elsewhere.1";
    leaveLock(owner);
    const taken = withLock(out, async () => {}, { wait: 60_000, silence: 200 });
    await new Promise(setImmediate);
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 400);
    await new Promise((resolve) => setTimeout(resolve, 1));
    expect(fs.readdirSync(path.join(out, lockName))).toEqual([owner]);
    await taken;
    expect(fs.readdirSync(out)).toEqual([]);
  });

  test.each([
    ["takes it away", []],
    ["takes it over", [ownerName(process.pid)]],
  ])("that has no owner yet when its maker stands still, at any operation: another run %s", async (_, others) => {
    const lock = path.join(out, lockName);
    const meanwhile = (): void => {
      const isOwned = fs.existsSync(lock) && fs.readdirSync(lock).length > 0;
      if (isOwned) return;
      fs.rmSync(lock, { recursive: true, force: true });
      leaveLock(...others);
      if (others.length === 0) fs.rmdirSync(lock);
    };
    let operation = 0;
    for (let wasTaking = true; wasTaking; operation += 1) {
      fs.rmSync(out, { recursive: true, force: true });
      fs.mkdirSync(out);
      let isDone = false;
      const work = async (own: string): Promise<void> => {
        expect(fs.readdirSync(lock)).toEqual([path.basename(own)]);
        isDone = true;
      };
      const taking = ["existsSync", "lstatSync", "mkdirSync", "readdirSync", "statSync"] as const;
      wasTaking = await beforeOperation(taking, operation + 1, meanwhile, async () => {
        const taken = withLock(out, work, { wait: others.length === 0 ? 60_000 : 0, silence: 60_000 });
        await taken.catch((error: unknown) => expect(error).toMatchObject({ diagnostics: [{ code: "SW511" }] }));
      });
      const isOthers = fs.existsSync(lock);
      expect(isDone).toBe(!isOthers);
      if (isOthers) expect(fs.readdirSync(lock)).toEqual(others);
    }
    expect(operation).toBeGreaterThan(4);
  });

  test("shows signs of life while its owner works", async () => {
    fs.mkdirSync(out);
    await withLock(out, async () => {
      const [name = ""] = fs.readdirSync(path.join(out, lockName));
      const file = path.join(out, lockName, name);
      const before = fs.statSync(file).mtimeMs;
      await expect.poll(() => fs.statSync(file).mtimeMs).toBeGreaterThan(before);
    });
  });

  test("is given back when the work fails", async () => {
    fs.mkdirSync(out);
    await expect(withLock(out, () => Promise.reject(new Error("no")))).rejects.toThrow("no");
    expect(fs.readdirSync(out)).toEqual([]);
  });
});

describe("killed and crowded runs", () => {
  const built = (file: string) => pathToFileURL(path.resolve("dist/write", file)).href;
  /** A process that writes one package; `setup` runs in it before the writer is imported. */
  const writer = (sealed: SealedPackage, setup = "") => {
    const code = `
      import fs from "node:fs"; import { syncBuiltinESMExports } from "node:module";
      ${setup}
      const { writePackage } = await import(${JSON.stringify(built("write.js"))});
      const files = new Map(${JSON.stringify([...sealed.files])});
      await writePackage({ files }, ${JSON.stringify(out)});
    `;
    return [process.execPath, ["--input-type=module", "--eval", code]] as const;
  };
  const exit = (child: ReturnType<typeof spawn>) =>
    new Promise<string | number | null>((resolve) => child.on("exit", (code, signal) => resolve(signal ?? code)));

  /**
   * Sends itself the signal before a file operation of those that change the disk, or while it is going on; where it lives on, it
   * ends with 7.
   * @param isIt an expression that holds for that one, `operation` is its number
   */
  const signalledWhen = (isIt: string, signal: NodeJS.Signals, moment: "before" | "during" = "before") => `
    let operation = 0;
    const isThere = (file) => fs.existsSync(${JSON.stringify(`${out}/`)} + file);
    const doomed = (original) => function (...given) {
      operation += 1;
      const isNow = process.exitCode !== 7 && ${isIt};
      const signal = () => { process.exitCode = 7; process.kill(process.pid, "${signal}"); };
      if (isNow && ${moment === "before"}) signal();
      try {
        return original.apply(this, given);
      } finally {
        if (isNow && ${moment === "during"}) signal();
      }
    };
    for (const name of ["mkdir", "rename", "rm", "rmdir", "unlink", "writeFile"]) {
      fs.promises[name] = doomed(fs.promises[name]);
      fs[name + "Sync"] = doomed(fs[name + "Sync"]);
    }
    syncBuiltinESMExports();
  `;

  const signalledAt = (operation: number, signal: NodeJS.Signals) =>
    signalledWhen(`operation === ${operation}`, signal);
  const dyingAt = (operation: number) => signalledAt(operation, "SIGKILL");
  const dyingWithListed = () => signalledWhen(`isThere("${stagingName}/paths.json")`, "SIGKILL");
  const dyingWithAdded = () => signalledWhen('isThere("more/added.js")', "SIGKILL");

  /** Finds the disk full at the given file that it writes. */
  const fullAt = (file: number) => `
    let left = ${file};
    const { writeFile } = fs.promises;
    const full = Object.assign(new Error("ENOSPC"), { code: "ENOSPC", errno: -28, syscall: "write" });
    fs.promises.writeFile = (...given) => (--left === 0 ? Promise.reject(full) : writeFile(...given));
    syncBuiltinESMExports();
    const isTold = (message) => message.includes("ENOSPC") && !message.includes(${JSON.stringify(lockName)});
    process.on("uncaughtException", ({ message }) => (process.exitCode = isTold(message) ? 5 : 4));
  `;

  test.each([1, 2, 3, 4])("a disk that is full at file %i leaves no trace", async (file) => {
    const refused = async () => exit(spawn(...writer(next(), fullAt(file))));
    expect(await refused()).toBe(5);
    expect(fs.readdirSync(folder)).toEqual([]);
    await writePackage(old(), out);
    expect(await refused()).toBe(5);
    expect(tree(out)).toEqual(packageTree(old()));
  });

  /** Whatever moment a run died at: each file is old or new, `--check` tells, the next run mends and leaves nothing. */
  async function expectMendable(before: SealedPackage | undefined): Promise<void> {
    const [was, will] = [before ? packageTree(before) : {}, packageTree(next())];
    const found = Object.entries(tree(out)).filter(([file]) => !/^\.stepwright\.(lock|tmp)\//.test(file));
    for (const [file, text] of found) expect([was[file], will[file]]).toContain(text);
    const { isStale } = await checkPackage(next(), out, "mend");
    expect(isStale).toBe(JSON.stringify(Object.fromEntries(found)) !== JSON.stringify(sortedByKey(will)));
    await writePackage(next(), out, { wait: 5_000, silence: 50 });
    expect(tree(out)).toEqual(will);
    expect(fs.readdirSync(out)).not.toContain(stagingName);
    expect(fs.readdirSync(out)).not.toContain("steps");
  }
  const sortedByKey = (record: Record<string, string>) =>
    Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));

  test.each([
    ["an empty folder", undefined],
    ["an older package", old()],
  ])("a run into %s can die at every single operation", async (_, before) => {
    let operation = 0;
    for (let died = true; died;) {
      fs.rmSync(out, { recursive: true, force: true });
      if (before) await writePackage(before, out);
      const [node, options] = writer(next(), dyingAt(++operation));
      died = (await exit(spawn(node, options))) === "SIGKILL";
      if (fs.existsSync(out)) await expectMendable(before);
    }
    expect(operation).toBeGreaterThan(12);
  });

  test("a file that only a killed run wrote is removed by a run that does not emit it", async () => {
    await writePackage(old(), out);
    const [node, options] = writer(next(), dyingWithAdded());
    expect(await exit(spawn(node, options))).toBe("SIGKILL");
    expect(tree(out)).toHaveProperty(["more/added.js"]);
    await writePackage(old(), out);
    expect(tree(out)).toEqual(packageTree(old()));
  });

  test.each([
    ["into an empty folder", undefined],
    ["into an older package", old()],
  ])("a file put in the way of a run %s that was killed is not written over", async (_, before) => {
    if (before) await writePackage(before, out);
    const [node, options] = writer(next(), dyingWithListed());
    expect(await exit(spawn(node, options))).toBe("SIGKILL");
    expect(fs.readdirSync(out)).toContain(stagingName);
    put("more/added.js", "mine");
    const found = tree(out);
    expect(await failure(writePackage(next(), out, { wait: 5_000, silence: 50 }))).toEqual([
      "SW152 TMP/out/ has files in the way that stepwright did not write: more/added.js",
    ]);
    expect(tree(out)["more/added.js"]).toBe("mine");
    for (const file of Object.keys(packageTree(next()))) expect(tree(out)[file]).toBe(found[file]);
    fs.rmSync(path.join(out, "more/added.js"));
    await writePackage(next(), out);
    expect(tree(out)).toEqual(packageTree(next()));
  });

  test.each([
    ["an empty folder", undefined],
    ["an older package", old()],
  ])(
    "a run into %s can stand still at every single operation while its lock is removed and another writes",
    async (_, first) => {
      const third = sealed({ "index.js": "third\n", "third/a.js": "third\n" }, inputs({ title: "C" }));
      let operation = 0;
      for (let stopped = true; stopped;) {
        fs.rmSync(out, { recursive: true, force: true });
        if (first) await writePackage(first, out);
        const [node, options] = writer(next(), signalledAt(++operation, "SIGSTOP"));
        const child = spawn(node, options, { stdio: ["ignore", "ignore", "pipe"] });
        let stderr = "";
        child.stderr?.on("data", (text) => (stderr += String(text)));
        const ended = exit(child);
        const isStopped = () => /T/.test(stateOf(child.pid));
        await expect.poll(() => isStopped() || child.exitCode !== null).toBe(true);
        stopped = isStopped();
        fs.rmSync(path.join(out, lockName), { recursive: true, force: true });
        if (stopped) await writePackage(third, out);
        child.kill("SIGCONT");
        const code = await ended;
        // It may have had the lock not yet, or no more.
        const left = code === 1 || fs.existsSync(path.join(out, "third")) ? third : next();
        if (code === 1) expect(stderr).toContain("another run of stepwright took");
        expect({ operation, tree: tree(out) }).toEqual({ operation, tree: packageTree(left) });
        const names = Object.keys(packageTree(left)).map((name) => name.split("/")[0]);
        expect(fs.readdirSync(out).sort()).toEqual([...new Set(names)].sort());
      }
      expect(operation).toBeGreaterThan(12);
    },
  );

  test.each([
    ["SIGINT", "an empty folder", undefined],
    ["SIGTERM", "an older package", old()],
  ] as const)(
    "%s at every single operation ends a run into %s when it has written, and leaves nothing",
    async (signal, _, first) => {
      let operation = 0;
      for (let wasSent = true; wasSent;) {
        fs.rmSync(out, { recursive: true, force: true });
        if (first) await writePackage(first, out);
        const [node, options] = writer(next(), signalledAt(++operation, signal));
        const ended = await exit(spawn(node, options));
        expect([0, signal]).toContain(ended);
        wasSent = ended === signal;
        expect(tree(out)).toEqual(packageTree(next()));
        expect(fs.readdirSync(out).sort()).toEqual([manifestName, "index.js", "more", "types.d.ts"]);
      }
      expect(operation).toBeGreaterThan(12);
    },
  );

  test("SIGINT ends a run that waits for another", async () => {
    leaveLock(ownerName(process.pid));
    const [node, options] = writer(
      next(),
      'process.on("newListener", (name) => name === "SIGINT" && process.send(name));',
    );
    const child = spawn(node, options, { stdio: ["ignore", "ignore", "ignore", "ipc"] });
    child.on("message", (message) => message === "SIGINT" && child.kill("SIGINT"));
    expect(await exit(child)).toBe("SIGINT");
    expect(fs.readdirSync(out)).toEqual([lockName]);
  });

  describe.each([
    ["an empty folder", undefined],
    ["an older package", old()],
  ])("another run into %s that begins at any single read of one that looks at it", (_, first) => {
    const third = sealed({ "index.js": "third\n", "more/added.js": "third\n" }, inputs({ title: "C" }));

    async function begin(): Promise<void> {
      fs.rmSync(out, { recursive: true, force: true });
      if (first) await writePackage(first, out);
    }

    test.each([
      ["is half way", dyingWithAdded],
      ["has ended", undefined],
    ])("and %s", async (_, dying) => {
      const others = path.join(folder, "others");
      await begin();
      await exit(spawn(...writer(next(), dying?.())));
      fs.renameSync(out, others);
      expect(fs.existsSync(path.join(others, lockName))).toBe(dying !== undefined);
      const meanwhile = (): void => {
        // While this one has the lock, no other begins.
        if (fs.existsSync(path.join(out, lockName))) return;
        fs.rmSync(out, { recursive: true, force: true });
        fs.cpSync(others, out, { recursive: true });
      };
      let read = 0;
      for (let wasReading = true; wasReading; read += 1) {
        await begin();
        await beforeOperation(reads, read + 1, meanwhile, async () => {
          expect((await checkPackage(third, out, "")).isStale).toBe(true);
        });
        await begin();
        wasReading = await beforeOperation(reads, read + 1, meanwhile, () => writePackage(third, out));
        expect(tree(out)).toEqual(packageTree(third));
      }
      expect(read).toBeGreaterThan(20);
    });
  });

  test("a run that only renews the manifest puts no text of another run beside it, at any single read", async () => {
    const from = (text: string): Sources => ({ ...inputs(), schema: { ...document("a.schema.json", {}), text } });
    const third = sealed({ "index.js": "third\n" }, inputs({ title: "C" }));
    const others = path.join(folder, "others");
    await writePackage(third, others);
    const meanwhile = (): void => {
      fs.rmSync(out, { recursive: true });
      fs.cpSync(others, out, { recursive: true });
    };
    let read = 0;
    for (let wasReading = true; wasReading; read += 1) {
      fs.rmSync(out, { recursive: true, force: true });
      await writePackage(sealed({ "index.js": "same\n", "types.d.ts": "same\n" }, from("{}")), out);
      wasReading = await beforeOperation(reads, read + 1, meanwhile, async () => {
        const { manifest, files } = sameContent(from("{ }"), out)?.renewed ?? third;
        const written = Object.keys(manifest.outputs).map((file) => [file, sha256(files.get(file) ?? "")]);
        expect(Object.fromEntries(written)).toEqual(manifest.outputs);
      });
    }
    expect(read).toBeGreaterThan(8);
  });

  test("killed while any of ten operations was going on", async () => {
    const many = (text: string) =>
      sealed(
        Object.fromEntries(Array.from({ length: 150 }, (_, index) => [`steps/${index}.js`, `${text} ${index}\n`])),
      );
    await writePackage(many("old"), out);
    for (let run = 0; run < 10; run++) {
      const [text, before] = run % 2 === 0 ? ["new", "old"] : ["old", "new"];
      const dying = signalledWhen(`operation === ${1 + run * 34}`, "SIGKILL", "during");
      expect(await exit(spawn(...writer(many(text), dying)))).toBe("SIGKILL");
      for (let index = 0; index < 150; index++) {
        const found = fs.readFileSync(path.join(out, `steps/${index}.js`), "utf8");
        expect([`${text} ${index}\n`, `${before} ${index}\n`]).toContain(found);
      }
      await writePackage(many(text), out);
      expect(tree(out)).toEqual(packageTree(many(text)));
    }
  });

  test("several writers at once end in one consistent package", async () => {
    const packages = Array.from({ length: 4 }, (_, writer) =>
      sealed(
        Object.fromEntries(
          Array.from({ length: 40 }, (_, file) => [`${file % (writer + 2)}/${file}.js`, `${writer}\n`]),
        ),
        inputs({ title: `${writer}` }),
      ),
    );
    const codes = packages.map((each) => exit(spawn(...writer(each), { stdio: "inherit" })));
    expect(await Promise.all(codes)).toEqual([0, 0, 0, 0]);
    expect(packages.map((each) => JSON.stringify(sortedByKey(packageTree(each))))).toContain(
      JSON.stringify(sortedByKey(tree(out))),
    );
  });
});
