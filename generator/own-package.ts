/**
 * Stepwright's own package.json in; the version, and the exact versions of the tools that shape the output, out.
 */
import { readFileSync } from "node:fs";

export interface OwnPackage {
  readonly version: string;
  /** Pinned exactly in package.json, so that reading it is enough. */
  readonly dependencies: Readonly<Record<string, string>>;
}

export const ownPackage = (): OwnPackage =>
  JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8")) as OwnPackage;
