/** A folder with the program that every runtime runs, and the package installed for it as npm installs it. */
import fs from "node:fs";
import path from "node:path";
import { install, pack } from "../packed/npm.js";
import type { Table } from "./table.js";

const programs = path.join(import.meta.dirname, "program");
const runtime = path.resolve("dist/runtime");

export function makeConsumer(folder: string, table: Table): void {
  install(pack(path.resolve("generated"), folder), folder, "--offline");
  fs.cpSync(programs, folder, { recursive: true });
  fs.cpSync(runtime, path.join(folder, "runtime"), { recursive: true });
  const formats = fs.readdirSync(path.join(runtime, "formats")).filter((file) => file.endsWith(".js"));
  const reexports = formats.sort().map((file) => `export * from "./runtime/formats/${file}";\n`);
  fs.writeFileSync(path.join(folder, "formats.mjs"), reexports.join(""));
  fs.writeFileSync(path.join(folder, "table.mjs"), `export const table = ${JSON.stringify(table)};\n`);
}
