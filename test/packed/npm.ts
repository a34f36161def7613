/**
 * For tests of packages as they are published: a package's folder in, its tarball and a folder that has it installed out.
 */
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";

export interface Run {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A program of this machine, without stdin. */
export function run(program: string, args: readonly string[], cwd: string): Run {
  const { status, stdout, stderr, error } = spawnSync(program, args, {
    cwd,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
  });
  if (error) throw error;
  return { code: status, stdout, stderr };
}

export interface Tarball {
  readonly file: string;
  /** What is in it, sorted. */
  readonly contents: readonly string[];
}

/** `npm pack` as a publisher runs it, its `prepare` included. @throws with what npm said */
export function pack(folder: string, into: string): Tarball {
  const text = npm(["pack", "--json", "--foreground-scripts=false", "--pack-destination", into], folder);
  const [packed] = JSON.parse(text) as { filename: string; files: { path: string }[] }[];
  if (packed === undefined) throw new Error(`nothing was packed: ${text}`);
  return { file: path.join(into, packed.filename), contents: packed.files.map((file) => file.path).sort() };
}

/** Makes `folder` an application with this tarball as its only dependency. @throws with what npm said */
export function install({ file }: Tarball, folder: string, ...flags: readonly string[]): void {
  fs.mkdirSync(folder, { recursive: true });
  fs.writeFileSync(path.join(folder, "package.json"), JSON.stringify({ private: true, type: "module" }));
  npm(["install", "--no-audit", "--no-fund", ...flags, file], folder);
}

function npm(args: readonly string[], cwd: string): string {
  const { code, stdout, stderr } = run("npm", args, cwd);
  if (code !== 0) throw new Error(`npm ${args.join(" ")} ended with ${code}:\n${stdout}${stderr}`);
  return stdout;
}

/** The script behind a command of an installed package, to be run by Node. */
export function binOf(name: string, command: string): string {
  const folder = path.resolve("node_modules", name);
  const { bin } = JSON.parse(fs.readFileSync(path.join(folder, "package.json"), "utf8")) as {
    bin: string | Record<string, string>;
  };
  return path.join(folder, typeof bin === "string" ? bin : (bin[command] ?? command));
}
