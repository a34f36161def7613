/**
 * Emitted packages and values in; what the packages export and answer in plain Node, without code generation from
 * strings, out.
 */
import { spawnSync } from "node:child_process";
import path from "node:path";

interface PackageRequest {
  /** Path of the package's index.js. */
  readonly index: string;
  readonly questions: readonly Question[];
}

interface Question {
  readonly entry: string;
  readonly value: unknown;
}

export interface PackageAnswer {
  readonly exports: readonly string[];
  /** In the order of the questions. */
  readonly verdicts: readonly Verdict[];
}

/** What each way to ask says of one value; the answers are missing where asking fails. */
interface Verdict {
  readonly guard?: boolean;
  readonly safeParse?: boolean;
  readonly parse?: boolean;
  readonly standard?: boolean;
  /** Whether `safeParse` gave the very same value back. */
  readonly sameValue?: boolean;
  /** `pointer: message` of each issue, or what failed. */
  readonly messages: readonly string[];
}

const program = path.join(import.meta.dirname, "ask-packages.mjs");

/** All of them in one process: an answer for each request. */
export function askPackages(requests: readonly PackageRequest[]): readonly PackageAnswer[] {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["--disallow-code-generation-from-strings", program], {
    input: JSON.stringify(requests),
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as readonly PackageAnswer[];
}
