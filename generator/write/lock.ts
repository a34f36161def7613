/**
 * One writer at a time in a folder. The lock is a folder, and in it one more that is named after its owner, who keeps there what it is
 * about to move into place. As no two owners share a name, a dead owner's lock is taken over by one rename, which only one of many can
 * win; and an owner that was only suspended finds nothing left to move.
 */
import { createHash, randomUUID } from "node:crypto";
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  utimesSync,
} from "node:fs";
import { hostname } from "node:os";
import { setTimeout as sleep } from "node:timers/promises";
import { diagnostic, Failure } from "../diagnostics.js";
import { ifThere, isSystemError, onDisk } from "./disk.js";
import { below } from "./emitted-path.js";

export const lockName = ".stepwright.lock";

/** In milliseconds. */
export interface Patience {
  /** How long to wait for other runs before giving up. */
  readonly wait: number;
  /** How long a lock may show no sign of life where its owner cannot be asked: on another machine, in another container. */
  readonly silence: number;
}

const usual: Patience = { wait: 30_000, silence: 5_000 };
const heartbeat = 1_000;
const pollEvery = 20;

/**
 * @param work is given the owner's part of the lock, a folder that is gone as soon as another run has taken over.
 * @param isStopped asked while others are waited for: whether to give up.
 * @throws Failure SW136 when something else is in the lock's place, SW511 when others hold the folder for longer than the patience,
 *   SW512 when another run took over, SW510 when the folder cannot be written.
 */
export async function withLock<T>(
  out: string,
  work: (own: string) => Promise<T>,
  patience: Patience = usual,
  isStopped: () => boolean = () => false,
): Promise<T> {
  const folder = below(out, lockName);
  const own = below(folder, ownerName(process.pid));
  await acquire(folder, own, out, { patience, isStopped });
  const signOfLife = setInterval(() => attempt(() => utimesSync(own, new Date(), new Date())), heartbeat);
  try {
    return await work(own);
  } catch (error) {
    throw existsSync(own) ? error : new Failure([diagnostic("SW512", undefined, { out })]);
  } finally {
    clearInterval(signOfLife);
    giveBack(folder, own);
  }
}

/** Its first half fails only where somebody took over: then the lock is theirs. */
function giveBack(folder: string, own: string): void {
  if (attempt(() => rmSync(own, { recursive: true }))) attempt(() => rmdirSync(folder));
}

async function acquire(
  folder: string,
  own: string,
  out: string,
  { patience, isStopped }: { readonly patience: Patience; readonly isStopped: () => boolean },
): Promise<void> {
  const started = performance.now();
  // Looks are counted and not time: when the whole machine stands still, so does the other run.
  let last = { sign: "", looks: 0 };
  while (!(await onDisk("lock", out, () => take(folder, own)))) {
    const now = performance.now();
    const { owner, sign } = holderOf(folder);
    last = { sign, looks: sign === last.sign ? last.looks + 1 : 0 };
    const life = lifeOf(owner);
    const isStale = life === "over" || (life === "unknown" && last.looks * pollEvery > patience.silence);
    if (isStale && evict(folder, owner, own)) continue;
    if (now - started > patience.wait || isStopped()) throw held(out, folder, owner, patience);
    await sleep(pollEvery);
  }
}

/**
 * Between making the folder and the part in it a run may stand still for so long that the folder passes for a dead one's: then it is
 * gone, or already another's. Whoever finds another in it leaves.
 */
function take(folder: string, own: string): boolean {
  const isTakenOver = existsSync(own);
  if (!isTakenOver && !enter(folder, own)) return false;
  if (ownersIn(folder).length === 1) return true;
  giveBack(folder, own);
  return false;
}

function enter(folder: string, own: string): boolean {
  try {
    mkdirSync(folder);
  } catch (error) {
    if (!isSystemError(error) || error.code !== "EEXIST") throw error;
    refuseOtherThanFolder(folder);
    return false;
  }
  try {
    mkdirSync(own);
  } catch (error) {
    if (isSystemError(error) && error.code === "ENOENT") return false;
    attempt(() => rmdirSync(folder));
    throw error;
  }
  return true;
}

/** @throws Failure SW136 where a file or a link has the place of a folder that stepwright makes for itself. */
export function refuseOtherThanFolder(folder: string): void {
  const found = ifThere(folder, () => lstatSync(folder));
  if (found && !found.isDirectory()) throw new Failure([diagnostic("SW136", undefined, { path: folder })]);
}

/** `sign` changes with every owner and every heartbeat. No owner: the lock is just being made or given back. */
function holderOf(folder: string): { owner: string; sign: string } {
  let owner = "";
  let sign = "";
  attempt(() => {
    owner = ownersIn(folder)[0] ?? "";
    sign = `${owner} ${statSync(below(folder, owner)).mtimeMs}`;
  });
  return { owner, sign };
}

function ownersIn(folder: string): readonly string[] {
  const entries = ifThere(folder, () => readdirSync(folder, { withFileTypes: true })) ?? [];
  const owners = entries.filter((entry) => entry.isDirectory() && /^\d+\.[\da-f]{8}\./.test(entry.name));
  return owners.map(({ name }) => name);
}

function evict(folder: string, owner: string, own: string): boolean {
  return attempt(() => (owner === "" ? rmdirSync(folder) : renameSync(below(folder, owner), own)));
}

/** Unknown of a process of another system, and where ours does not tell when a process began. */
function lifeOf(owner: string): "going on" | "over" | "unknown" {
  const [pid = "", , system, start] = owner.split(".");
  if (system !== thisSystem()) return "unknown";
  const found = startOf(pid);
  if (found === undefined) return isRunning(Number(pid)) ? "unknown" : "over";
  return found === start ? "going on" : "over";
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return !isSystemError(error) || error.code !== "ESRCH";
  }
}

/** Of a process of this system. */
export const ownerName = (pid: number): string =>
  `${pid}.${randomUUID().slice(0, 8)}.${thisSystem()}.${startOf(pid) ?? ""}`;

/** Where a process id means one process: two containers may have the same host name, and not the same processes. */
function thisSystem(): string {
  const parts = [hostname()];
  attempt(() => parts.push(readFileSync("/proc/sys/kernel/random/boot_id", "utf8"), readlinkSync("/proc/self/ns/pid")));
  return createHash("sha256").update(JSON.stringify(parts)).digest("hex").slice(0, 16);
}

/**
 * When a process began, as Linux counts it: another process has the same id only at another time. One that has ended and was not
 * waited for yet is "ended". Undefined where there is none, or the system does not tell.
 */
function startOf(pid: number | string): string | undefined {
  let stat = "";
  attempt(() => (stat = readFileSync(`/proc/${pid}/stat`, "utf8")));
  const [state = "", ...more] = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return state === "Z" || state === "X" ? "ended" : more[18];
}

function held(out: string, folder: string, owner: string, { wait }: Patience): Failure {
  const process = owner.split(".")[0] || "unknown";
  return new Failure([diagnostic("SW511", undefined, { out, folder, process, seconds: `${Math.round(wait / 1000)}` })]);
}

/** Others act on the same names at the same moment: what fails here is simply looked at again. */
function attempt(operation: () => void): boolean {
  try {
    operation();
    return true;
  } catch {
    return false;
  }
}
