/**
 * The last step of the build: `dist/` in; `dist/build-id.txt`, by which the manifests of two builds are told apart, out. What
 * is left of modules that are no more is removed, so that the same sources give the same identity in every clone.
 */
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const sources = import.meta.dirname;
const dist = path.join(sources, "../dist");
const buildId = path.join(dist, "build-id.txt");

const built = readdirSync(dist, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => path.relative(dist, path.join(entry.parentPath, entry.name)).replaceAll("\\", "/"))
  .filter((file) => /\.(?:c?js|d\.ts)$/.test(file))
  .sort();

const hash = createHash("sha256");
for (const file of built) {
  // What ends in .cjs was compiled from schemas, at each build anew.
  const isLeft = !file.endsWith(".cjs") && !existsSync(path.join(sources, file.replace(/(?:\.d\.ts|\.js)$/, ".ts")));
  if (isLeft) rmSync(path.join(dist, file));
  else add(file, path.join(dist, file));
}
// What contracts are checked against.
add("contract.schema.json", fileURLToPath(new URL("../schemas/contract.schema.json", import.meta.url)));

const id = hash.digest("hex").slice(0, 16);
if (!existsSync(buildId) || readFileSync(buildId, "utf8") !== `${id}\n`) writeFileSync(buildId, `${id}\n`);

function add(name, file) {
  hash.update(`${name}\0${readFileSync(file, "utf8")}\0`);
}
