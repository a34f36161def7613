/**
 * For tests of the real command in processes of its own: a new folder with a contract and its schema in; runs of the command
 * there out.
 */
import { spawn, spawnSync, type ChildProcessWithoutNullStreams } from "node:child_process";
import fs from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

export const cli = path.resolve("dist/cli.js");

/** Node options that put another module in the place of one of `dist`, or forbid what a url matches. */
export const hooked = (load: string): string => {
  const hook = `export async function load(url, context, next) { ${load}; return next(url, context); }`;
  const dataUrl = (code: string) => `data:text/javascript,${encodeURIComponent(code)}`;
  const register = `import { register } from "node:module"; register(${JSON.stringify(dataUrl(hook))});`;
  return `--import=${dataUrl(register)}`;
};

/** Everything between reading and writing, in three files, for tests of the command and not of what it emits. */
export const quickPipeline = hooked(`
  const source = ${JSON.stringify(`
    export async function generate({ schema: { value } }) {
      if (value.title === "boom") throw new TypeError("boom");
      const files = new Map([["index.js", JSON.stringify(value) + "\\n"], ["steps.js", "//\\n"], ["types.d.ts", "export {};\\n"]]);
      if (value.title === "less") files.delete("types.d.ts");
      return { files, diagnostics: [] };
    }`)};
  if (url.endsWith("/dist/threads/threads.js")) {
    const source = "export const startThreads = () => ({ stop() {} });";
    return { format: "module", shortCircuit: true, source };
  }
  if (url.endsWith("/dist/generate.js")) return { format: "module", shortCircuit: true, source }`);

export interface Run {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

type Environment = Readonly<Record<string, string>>;

export interface CommandFolder {
  readonly path: string;
  /** A text as it is, anything else as JSON. */
  write(file: string, value: object | string): void;
  run(args: readonly string[], env?: Environment): Run;
  /** `generate a.contract.json`, quickly. */
  generate(...flags: readonly string[]): Run;
  start(args: readonly string[], env?: Environment): ChildProcessWithoutNullStreams;
  remove(): void;
}

export const contractOfA = {
  schema: "a.schema.json",
  package: { name: "a", version: "1.0.0", license: "MIT", description: "A." },
  entries: { A: { at: "#", direction: "both" } },
};

/** With `a.contract.json` and `a.schema.json`. The quick pipeline runs where `env` sets no other NODE_OPTIONS. */
export function commandFolder(): CommandFolder {
  const folder = fs.mkdtempSync(path.join(tmpdir(), "stepwright-cli-"));
  const environment = (env: Environment) => ({ PATH: process.env["PATH"], NODE_OPTIONS: quickPipeline, ...env });
  const made: CommandFolder = {
    path: folder,
    write: (file, value) =>
      fs.writeFileSync(path.join(folder, file), typeof value === "string" ? value : JSON.stringify(value)),
    run(args, env = {}) {
      const options = { cwd: folder, encoding: "utf8", env: environment(env) } as const;
      const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...args], options);
      return { code: status, stdout, stderr };
    },
    generate: (...flags) => made.run(["generate", "a.contract.json", ...flags]),
    start: (args, env = {}) => spawn(process.execPath, [cli, ...args], { cwd: folder, env: environment(env) }),
    remove: () => fs.rmSync(folder, { recursive: true, force: true }),
  };
  made.write("a.contract.json", contractOfA);
  made.write("a.schema.json", { type: "object", title: "A" });
  return made;
}
