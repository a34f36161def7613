/**
 * Input files in; how `stepwright generate` ended on them out, with the time and the memory that it took.
 */
import { spawn } from "node:child_process";
import fs from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Readable } from "node:stream";
import { text } from "node:stream/consumers";

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
/** A line for each thread that ends, the process's last. In a pipe of its own: what is written to a full one at the end is lost. */
const reportUse = `data:text/javascript,import{writeSync}from"node:fs";process.on("exit",()=>{
  const{maxRSS,userCPUTime,systemCPUTime}=process.resourceUsage();
  writeSync(3,maxRSS/1024+" "+(userCPUTime+systemCPUTime)/1e6+"\\n");
})`.replaceAll("\n", "");

export async function measuredRun(files: InputFiles, { patience, heap }: Limits): Promise<Ending> {
  const folder = fs.mkdtempSync(path.join(tmpdir(), "stepwright-hostile-"));
  try {
    for (const [name, text] of Object.entries(files)) {
      fs.mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
      fs.writeFileSync(path.join(folder, name), text);
    }
    const args = [`--max-old-space-size=${heap}`, "--import", reportUse, cli, "generate", "workflow.contract.json"];
    const child = spawn(process.execPath, args, { cwd: folder, stdio: ["ignore", "ignore", "pipe", "pipe"] });
    const impatience = setTimeout(() => child.kill("SIGKILL"), patience * 1000);
    const read = Promise.all([text(child.stderr as Readable), text(child.stdio[3] as Readable)]);
    const status = await new Promise<number | undefined>((resolve) => {
      child.on("close", (code) => resolve(code ?? undefined));
    });
    clearTimeout(impatience);
    const [stderr, uses] = await read;
    const [megabytes = Infinity, seconds = Infinity] = uses.trim().split("\n").at(-1)?.split(" ").map(Number) ?? [];
    return { status, stderr, seconds, megabytes };
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}
