/**
 * `node measure.mjs <folder> <compiler> <checked>`: in the folder are installed the package of the official document and the
 * published client; the compiler is one of the main package's; checked is which declarations are: "none", the
 * "packages", or "all", TypeScript's own among them. Out: instantiations and seconds of checking each program, as JSON.
 */
import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";

const [consumer, compiler, checked] = process.argv.slice(2);
// A folder of its own: others may check programs of theirs beside it at the same time.
const folder = path.join(consumer, "type-cost");
mkdirSync(folder, { recursive: true });
// Not the one that the client brings along.
const ours = createRequire(path.join(import.meta.dirname, "../../../package.json"));
const tsc = path.join(path.dirname(ours.resolve(`${compiler}/package.json`)), "bin/tsc");
const programs = ["empty", "ours", "theirs"];
/** The client's declarations name a folder of its sources, which is not published. */
const known = /^\S*@civitai\/client\S* error TS2307: Cannot find module 'src\/generated'/;

const compilerOptions = {
  ...{ strict: true, target: "es2022", module: "esnext", moduleResolution: "bundler", lib: ["es2022", "dom"] },
  ...{ types: [], noEmit: true, skipLibCheck: checked === "none", skipDefaultLibCheck: checked === "packages" },
};
process.stdout.write(JSON.stringify(Object.fromEntries(programs.map((program) => [program, check(program)]))));

function check(program) {
  copyFileSync(path.join(import.meta.dirname, `${program}.ts`), path.join(folder, `${program}.ts`));
  writeFileSync(path.join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions, files: [`${program}.ts`] }));
  const args = [tsc, "-p", folder, "--extendedDiagnostics", "--pretty", "false"];
  const { stdout } = spawnSync(process.execPath, args, { cwd: folder, encoding: "utf8" });
  const errors = stdout.split("\n").filter((line) => line.includes("error TS") && !known.test(line));
  if (errors.length > 0) throw new Error(errors.join("\n"));
  const figure = (name) => Number(new RegExp(`^${name}:\\s+([\\d.]+)`, "m").exec(stdout)?.[1]);
  return { instantiations: figure("Instantiations"), seconds: figure("Check time") };
}
