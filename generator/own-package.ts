/**
 * Stepwright's own package.json and the identity of its build in; the version, the build, and the exact versions of the tools
 * that shape the output, out.
 */
import { readFileSync } from "node:fs";

interface OwnPackage {
  readonly version: string;
  /** Hash of the code itself, made when it was built: two builds of one version are told apart. */
  readonly build: string;
  /** Pinned exactly in package.json, so that reading it is enough. */
  readonly dependencies: Readonly<Record<string, string>>;
}

export function ownPackage(): OwnPackage {
  const text = (path: string): string => readFileSync(new URL(path, import.meta.url), "utf8");
  const { version, dependencies } = JSON.parse(text("../package.json")) as Omit<OwnPackage, "build">;
  return { version, dependencies, build: text("./build-id.txt").trim() };
}
