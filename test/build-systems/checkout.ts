/**
 * The documentation's examples in, a workspace as somebody has it on a disk out: a root, and in `packages/workflow` the schema of
 * the README with the script, `turbo.json` and `project.json` of docs/build-systems.md.
 */
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";

const installed = path.join(import.meta.dirname, "node_modules");
const isInstalled = (name: string): boolean => fs.existsSync(path.join(installed, name));

/** In CI nothing may be missing: there it fails. */
export const isSkipped = (name: string): boolean => !isInstalled(name) && process.env["CI"] !== "true";

export const document = fs.readFileSync("docs/build-systems.md", "utf8");

/** The fenced JSON blocks of a text by the file that the words before them name. */
const namedFiles = (text: string): ReadonlyMap<string, string> =>
  new Map(
    [...text.matchAll(/`([\w.]+\.json)`\n\n```json\n(.*?)^```$/gms)].map(([, name = "", json = ""]) => [name, json]),
  );

export const documented = namedFiles(document);
const examples = namedFiles(fs.readFileSync("README.md", "utf8"));

export interface Checkout {
  readonly root: string;
  /** The folder of the package that holds the contract. */
  readonly workflow: string;
}

/** @param root a folder that is not there yet */
export function checkout(root: string): Checkout {
  const workflow = path.join(root, "packages/workflow");
  fs.mkdirSync(workflow, { recursive: true });
  const write = (folder: string, file: string, value: object | string) =>
    fs.writeFileSync(path.join(folder, file), typeof value === "string" ? value : JSON.stringify(value));
  const { version } = JSON.parse(fs.readFileSync("package.json", "utf8")) as { version: string };
  const devDependencies = { stepwright: version };
  const [, generate = ""] = /"generate": "([^"]*)"/.exec(document) ?? [];

  for (const [file, text] of examples) write(workflow, file, text);
  write(workflow, "package.json", { name: "workflow", private: true, scripts: { generate }, devDependencies });
  write(workflow, "project.json", documented.get("project.json") ?? "");
  write(root, "turbo.json", documented.get("turbo.json") ?? "");
  write(root, "nx.json", { analytics: false, neverConnectToCloud: true });
  write(root, "package.json", {
    ...{ name: "shop", private: true, packageManager: "npm@10.8.2", workspaces: ["packages/*"] },
  });
  write(root, "package-lock.json", {
    ...{ name: "shop", lockfileVersion: 3, requires: true },
    packages: {
      "": { name: "shop", workspaces: ["packages/*"] },
      "packages/workflow": { name: "workflow", devDependencies },
      "node_modules/workflow": { resolved: "packages/workflow", link: true },
      "node_modules/stepwright": { version, dev: true },
    },
  });
  install(root);
  return { root, workflow };
}

function install(root: string): void {
  const modules = path.join(root, "node_modules");
  fs.mkdirSync(path.join(modules, ".bin"), { recursive: true });
  for (const name of ["nx", "turbo"])
    if (isInstalled(name)) fs.symlinkSync(path.join(installed, name), path.join(modules, name));
  fs.symlinkSync(path.resolve("."), path.join(modules, "stepwright"));
  const command = `#!/bin/sh\nexec node '${path.resolve("dist/cli.js")}' "$@"\n`;
  fs.writeFileSync(path.join(modules, ".bin/stepwright"), command, { mode: 0o755 });
}

/** Runs a build system's command without network, telemetry and background processes. @throws with what it printed */
export function runIn({ root }: Checkout, name: string, ...args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(path.join(installed, ".bin", name), args, {
    cwd: root,
    encoding: "utf8",
    env: {
      ...{ PATH: process.env["PATH"], HOME: root, NO_COLOR: "1", DO_NOT_TRACK: "1" },
      ...{ TURBO_TELEMETRY_DISABLED: "1", TURBO_NO_UPDATE_NOTIFIER: "1" },
      ...{ NX_DAEMON: "false", NX_NO_CLOUD: "true", NX_TUI: "false", NX_SKIP_LOG_GROUPING: "true" },
    },
  });
  if (status !== 0) throw new Error(`${name} ${args.join(" ")} ended with ${status}:\n${stdout}${stderr}`);
  return stdout;
}
