/**
 * An output folder in; its manifest out, checked entry by entry, because what it lists is what a run may remove.
 */
import { diagnostic, Failure } from "../diagnostics.js";
import { isObject } from "../json/json-schema.js";
import { contentAt, jsonOf } from "./disk.js";
import { below, installedFolder, isPathBelow } from "./emitted-path.js";
import { manifestName, type Manifest } from "./manifest.js";

/**
 * @returns undefined where the folder has none.
 * @throws Failure SW150 when it is not a manifest.
 */
export function readManifest(out: string): Manifest | undefined {
  const file = below(out, manifestName);
  const bytes = contentAt(file);
  if (bytes === undefined) return undefined;
  const value = jsonOf(bytes);
  const problem = problemOf(value);
  if (problem !== undefined) throw new Failure([diagnostic("SW150", { file }, { problem })]);
  return value as Manifest;
}

function problemOf(value: unknown): string | undefined {
  if (!isObject(value)) return "it does not hold a JSON object";
  if (typeof value["generator"] !== "string") return "`generator` is not a string";
  for (const key of ["tools", "inputs", "outputs", ...("texts" in value ? ["texts"] : [])]) {
    const record = value[key];
    const fine = isObject(record) && Object.values(record).every((each) => typeof each === "string");
    if (!fine) return `\`${key}\` is not an object of strings`;
  }
  const paths = Object.keys(value["outputs"] as object);
  const outside = paths.find((path) => !isPathBelow(path));
  if (outside !== undefined) return `the output ${JSON.stringify(outside)} is not below the folder`;
  const stranger = paths.find((path) => path.startsWith(".") || path.startsWith(`${installedFolder}/`));
  return stranger === undefined ? undefined : `the output ${JSON.stringify(stranger)} is none that stepwright writes`;
}
