/**
 * Input files in; how `stepwright generate` ended on them out, with the time and the memory that it took.
 */
import { spawn } from "node:child_process";
import fs from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

export interface Ending {
  /** The exit code; undefined where a signal ended the run, be it ours after `patience` or the system's. */
  readonly status: number | undefined;
  readonly stderr: string;
  /** Of processor time, all threads together: other programs at work do not count. */
  readonly seconds: number;
  /** The most memory that the process held at once, in MiB. */
  readonly megabytes: number;
}

/** Name → text; the contract is `workflow.contract.json`. */
export type InputFiles = Readonly<Record<string, string>>;

export interface Limits {
  /** In seconds; then the run is killed. */
  readonly patience: number;
  /** Of V8's heap, in MiB; beyond it V8 aborts. */
  readonly heap: number;
}

const cli = path.resolve("dist/cli.js");
const marker = "STEPWRIGHT_TEST_USE ";
const report = `process._rawDebug("${marker}"+[u.maxRSS/1024,(u.userCPUTime+u.systemCPUTime)/1e6].join(" "))`;
const reportUse = `data:text/javascript,process.on("exit",()=>{const u=process.resourceUsage();${report}})`;

export async function measuredRun(files: InputFiles, { patience, heap }: Limits): Promise<Ending> {
  const folder = fs.mkdtempSync(path.join(tmpdir(), "stepwright-hostile-"));
  try {
    for (const [name, text] of Object.entries(files)) {
      fs.mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
      fs.writeFileSync(path.join(folder, name), text);
    }
    const args = [`--max-old-space-size=${heap}`, "--import", reportUse, cli, "generate", "workflow.contract.json"];
    const child = spawn(process.execPath, args, { cwd: folder, stdio: ["ignore", "ignore", "pipe"] });
    const impatience = setTimeout(() => child.kill("SIGKILL"), patience * 1000);
    let text = "";
    child.stderr.setEncoding("utf8").on("data", (chunk: string) => (text += chunk));
    const status = await new Promise<number | undefined>((resolve) => {
      child.on("close", (code) => resolve(code ?? undefined));
    });
    clearTimeout(impatience);
    const [stderr = "", use = "Infinity Infinity"] = text.split(marker);
    const [megabytes = Infinity, seconds = Infinity] = use.split(" ").map(Number);
    return { status, stderr, seconds, megabytes };
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}
