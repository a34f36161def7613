/** typia: validators that its own command makes of TypeScript types, then bundled. */
import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { build } from "esbuild";
import { benchFolder } from "../folders.mjs";
import { lists, union } from "./lists.mjs";

export const name = "typia";

const types = `import typia, { type tags } from "typia";
type Whole = number & tags.Type<"int64">;
type Uri = string & tags.Format<"uri">;
type Date = string & tags.Format<"date-time">;
interface Blob { blobId?: string; url?: Uri; mimeType?: string; width?: Whole; height?: Whole; durationMs?: Whole; nsfwLevel?: Whole }
interface Job { id?: string; status?: string; result?: { blobs?: Blob[] } }
interface Input { engine?: string; model?: string; prompt?: string; negativePrompt?: string; width?: Whole; height?: Whole; aspectRatio?: string; steps?: Whole; cfgScale?: number; sampler?: string; seed?: Whole; quantity?: Whole; additionalNetworks?: { air?: string; strength?: number }[] }
interface Step { $type?: ${union(lists.types)}; name?: string; status?: string; input?: Input; jobs?: Job[] }
interface Workflow { id: string; status: ${union(lists.statuses)}; tags?: string[]; callbackUrl?: Uri; callbackEvents?: (${union(lists.events)})[]; createdAt?: Date; startedAt?: Date; completedAt?: Date; cost?: { base?: Whole; total?: Whole; currency?: "BUZZ" }; steps?: Step[] }
`;

export async function modules({ folder }) {
  const source = path.join(folder, "source");
  mkdirSync(source, { recursive: true });
  writeFileSync(path.join(source, "is.ts"), `${types}export const is = typia.createIs<Workflow>();\n`);
  writeFileSync(path.join(source, "all.ts"), `${types}export const all = typia.createValidate<Workflow>();\n`);
  const options = {
    strict: true,
    target: "ES2022",
    module: "NodeNext",
    moduleResolution: "NodeNext",
    skipLibCheck: true,
  };
  const project = path.join(folder, "tsconfig.json");
  writeFileSync(project, JSON.stringify({ compilerOptions: options, include: ["source"] }));
  const command = path.join(benchFolder, "node_modules/typia/lib/executable/typia.js");
  const output = path.join(folder, "made");
  const args = ["generate", "--input", source, "--output", output, "--project", project];
  execFileSync(process.execPath, [command, ...args], { cwd: folder });
  await build({
    entryPoints: [path.join(output, "is.ts"), path.join(output, "all.ts")],
    outdir: path.join(folder, "bundled"),
    outExtension: { ".js": ".mjs" },
    bundle: true,
    format: "esm",
    logLevel: "error",
  });
  return {
    guard: 'import { is } from "./bundled/is.mjs";\nexport const isWorkflow = (value) => is(value);',
    validate: 'import { all } from "./bundled/all.mjs";\nexport const validate = (value) => all(value).success;',
  };
}
