/**
 * One writer at a time in a folder. The lock is a folder of its own with one file, named after its owner: as no two
 * owners share a name, a dead owner's lock is taken over by one rename, which only one of many can win.
 */
import { randomUUID } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmdirSync,
  statSync,
  unlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { hostname } from "node:os";
import { setTimeout as sleep } from "node:timers/promises";
import { diagnostic, Failure } from "../diagnostics.js";
import { isSystemError, onDisk } from "./disk.js";
import { below } from "./emitted-path.js";

export const lockName = ".stepwright.lock";

/** In milliseconds. */
export interface Patience {
  /** How long to wait for other runs before giving up. */
  readonly wait: number;
  /** How long a lock may show no sign of life where its owner cannot be asked: in another machine or container. */
  readonly silence: number;
}

const usual: Patience = { wait: 30_000, silence: 5_000 };
const heartbeat = 1_000;
const pollEvery = 20;

/** @throws Failure SW511 when others hold the folder for longer than the patience, SW510 when it cannot be written. */
export async function withLock<T>(out: string, work: () => Promise<T>, patience: Patience = usual): Promise<T> {
  const folder = below(out, lockName);
  const own = `${process.pid}.${randomUUID().slice(0, 8)}.${thisHost()}`;
  await acquire(folder, own, out, patience);
  const signOfLife = setInterval(
    () => attempt(() => utimesSync(below(folder, own), new Date(), new Date())),
    heartbeat,
  );
  try {
    return await work();
  } finally {
    clearInterval(signOfLife);
    // Fails only where somebody took over from a run that was suspended: then the lock is theirs.
    if (attempt(() => unlinkSync(below(folder, own)))) attempt(() => rmdirSync(folder));
  }
}

async function acquire(folder: string, own: string, out: string, patience: Patience): Promise<void> {
  const started = performance.now();
  let last = { sign: "", seen: started };
  while (!(await onDisk("lock", out, () => take(folder, own)))) {
    const now = performance.now();
    const { owner, sign } = holderOf(folder);
    if (sign !== last.sign) last = { sign, seen: now };
    const isStale = isDead(owner) || now - last.seen > patience.silence;
    if (isStale && evict(folder, owner, own)) continue;
    if (now - started > patience.wait) throw held(out, folder, owner, patience);
    await sleep(pollEvery);
  }
}

function take(folder: string, own: string): boolean {
  if (existsSync(below(folder, own))) return true; // taken over
  try {
    mkdirSync(folder);
  } catch (error) {
    if (isSystemError(error) && error.code === "EEXIST") return false;
    throw error;
  }
  try {
    writeFileSync(below(folder, own), "");
  } catch (error) {
    attempt(() => rmdirSync(folder));
    throw error;
  }
  return true;
}

/** `sign` changes with every owner and every heartbeat. No owner: the lock is just being made or given back. */
function holderOf(folder: string): { owner: string; sign: string } {
  let owner = "";
  let sign = "";
  attempt(() => {
    owner = readdirSync(folder)[0] ?? "";
    sign = `${owner} ${statSync(below(folder, owner)).mtimeMs}`;
  });
  return { owner, sign };
}

function evict(folder: string, owner: string, own: string): boolean {
  return attempt(() => (owner === "" ? rmdirSync(folder) : renameSync(below(folder, owner), below(folder, own))));
}

function isDead(owner: string): boolean {
  const [pid, , ...host] = owner.split(".");
  if (pid === undefined || host.join(".") !== thisHost()) return false;
  try {
    process.kill(Number(pid), 0);
    return false;
  } catch (error) {
    return isSystemError(error) && error.code === "ESRCH";
  }
}

const thisHost = (): string => encodeURIComponent(hostname());

function held(out: string, folder: string, owner: string, { wait }: Patience): Failure {
  const [process = ""] = owner.split(".");
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
