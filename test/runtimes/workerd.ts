/** Cloudflare's workerd: it reads modules where a configuration says they are, and is asked over loopback. */
import { spawn } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import type { Readable } from "node:stream";

export async function askWorkerd(program: string, folder: string): Promise<string> {
  fs.writeFileSync(path.join(folder, "workerd.capnp"), configOf(folder));
  const args = ["serve", "workerd.capnp", "--control-fd=3"];
  const server = spawn(program, args, { cwd: folder, stdio: ["ignore", "inherit", "inherit", "pipe"] });
  try {
    const port = await portOf(server.stdio[3] as Readable);
    const response = await fetch(`http://127.0.0.1:${port}/`);
    const text = await response.text();
    if (!response.ok) throw new Error(text);
    return text;
  } finally {
    server.kill();
  }
}

/** What is told on the control channel as soon as somebody listens. */
async function portOf(control: Readable): Promise<number> {
  let told = "";
  for await (const chunk of control) {
    told += String(chunk);
    const port = /"port":\s*(\d+)/.exec(told)?.[1];
    if (port !== undefined) return Number(port);
  }
  throw new Error(`workerd does not listen: ${told}`);
}

function configOf(folder: string): string {
  const modules = [...programModules(folder), ...packageModules(folder)].map(
    ({ name, kind, text }) => `(name = ${JSON.stringify(name)}, ${kind} = ${text})`,
  );
  return `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [(name = "main", worker = .worker)],
  sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = "main")],
);
const worker :Workerd.Worker = (
  compatibilityDate = "2026-11-01",
  modules = [
    ${modules.join(",\n    ")},
  ],
);
`;
}

interface Module {
  readonly name: string;
  readonly kind: "esModule" | "json";
  /** An expression of Cap'n Proto: a text, or the file to embed. */
  readonly text: string;
}

const embedded = (name: string, file = name): Module => ({
  name,
  kind: file.endsWith(".json") ? "json" : "esModule",
  text: `embed ${JSON.stringify(file)}`,
});

/** The first one is what is run. */
const programModules = (folder: string): readonly Module[] => [
  ...["worker.mjs", "by-name.mjs", "formats.mjs", "probe.mjs", "table.mjs"].map((file) => embedded(file)),
  ...filesBelow(folder, "runtime").map((file) => embedded(file)),
];

/** The package's files, and a module for each name that its `exports` give them. */
function packageModules(folder: string): readonly Module[] {
  const root = "node_modules/civitai-workflow";
  const { name, exports } = JSON.parse(fs.readFileSync(path.join(folder, root, "package.json"), "utf8")) as {
    name: string;
    exports: Readonly<Record<string, string | { readonly default?: string }>>;
  };
  const files = filesBelow(folder, root).map((file) => embedded(file));
  const names = Object.entries(exports).flatMap(([subpath, target]): Module[] => {
    const file = typeof target === "string" ? target : target.default;
    if (file === undefined) return [];
    const specifier = path.posix.join(name, subpath);
    const at = path.posix.join(root, file);
    if (file.endsWith(".json")) return [embedded(specifier, at)];
    return [{ name: specifier, kind: "esModule", text: JSON.stringify(`export * from "/${at}";`) }];
  });
  return [...files, ...names];
}

const filesBelow = (folder: string, root: string): readonly string[] =>
  fs
    .readdirSync(path.join(folder, root), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".js"))
    .map((file) => path.posix.join(root, file.replaceAll("\\", "/")));
