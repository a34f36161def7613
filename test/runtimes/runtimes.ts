/** Where each runtime is on this machine, how it runs a program of the consumer's folder, and what happens where it is not. */
import { execFile } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import { askWorkerd } from "./workerd.js";

export interface Installation {
  readonly name: string;
  /** What runs it; undefined where it is not installed. */
  readonly program: string | undefined;
}

export interface Runtime extends Installation {
  /** The answers to all questions, as the program writes them. */
  readonly ask: (program: string, folder: string) => Promise<string>;
}

/** A folder of its own: beside the tests, its package.json would hide the imports that the main one declares. */
const folder = path.join(import.meta.dirname, "installed");

const installed = (file: string): string | undefined => {
  const program = path.join(folder, "node_modules", file);
  return fs.existsSync(program) ? program : undefined;
};

/** A command of the system. */
const found = (name: string): string | undefined =>
  (process.env["PATH"] ?? "")
    .split(path.delimiter)
    .map((folder) => path.join(folder, name))
    .find((file) => fs.existsSync(file));

/** For those that are commands: what they print. Whatever they store on the way stays in the folder. */
const print =
  (...args: readonly string[]): Runtime["ask"] =>
  async (program, cwd) => {
    const env = { ...process.env, HOME: cwd, DENO_DIR: path.join(cwd, ".deno"), DENO_NO_UPDATE_CHECK: "1" };
    const { stdout } = await promisify(execFile)(program, args, { cwd, env, maxBuffer: 2 ** 28 });
    return stdout.trimEnd();
  };

const noText = "--disallow-code-generation-from-strings";
export const askNode = print(noText, "print.mjs");

/** Skipped by name where it is not installed; in CI, where nothing may be missing, it is run and fails. */
export const isSkipped = ({ program }: Installation): boolean => program === undefined && process.env["CI"] !== "true";
export const titleOf = (runtime: Installation): string =>
  isSkipped(runtime) ? `${runtime.name} (skipped: not installed)` : runtime.name;

export function programOf({ name, program }: Installation): string {
  if (program === undefined)
    throw new Error(
      `${name} is not installed: npm install --prefix test/runtimes/installed, and apt-get install chromium`,
    );
  return program;
}

export const nodes = ["20", "22", "24"].map((version) => ({
  name: `Node ${version}`,
  version,
  program: installed(`node-${version}/bin/node`),
}));

const inChromium =
  (...flags: readonly string[]): Runtime["ask"] =>
  (program, consumer) =>
    print(path.join(folder, "chromium.mjs"), program, ...flags)(process.execPath, consumer);

export const chromium: Runtime = {
  name: "Chromium under script-src 'self'",
  program: installed("playwright-core/package.json") && found("chromium"),
  ask: inChromium(),
};

/** What a page's console shows of an error. */
export const chromiumConsole = inChromium("--console");

export const runtimes: readonly Runtime[] = [
  ...nodes.map((node) => ({ ...node, ask: askNode })),
  {
    name: "Deno",
    program: installed("@deno/linux-x64-glibc/deno"),
    ask: print("run", "--cached-only", "--no-prompt", `--v8-flags=${noText}`, "print.mjs"),
  },
  { name: "Bun", program: installed("@oven/bun-linux-x64/bin/bun"), ask: print("--no-install", "print.mjs") },
  { name: "workerd", program: installed("@cloudflare/workerd-linux-64/bin/workerd"), ask: askWorkerd },
  chromium,
];
