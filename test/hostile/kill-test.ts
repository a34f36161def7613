/**
 * The kill test: how many runs in, what went wrong and how often a run was killed out. The same seed gives the same
 * moments; what happens then is the machine's.
 */
import path from "node:path";
import fc from "fast-check";
import { readTree } from "../support/file-tree.js";
import { isWhole, run, runToEnd, strays, tornFiles, type Moment, type Versions } from "./killed.js";

export interface Killed {
  readonly problems: readonly string[];
  readonly killed: number;
  /** Runs that died after they had begun to write and before they were done. */
  readonly halfWay: number;
}

/**
 * Each run makes the other version of what is there. Half of the moments spread from its start to a little beyond its end, and some
 * come late; half over the operations with which it writes, and none of those runs lives on.
 */
export async function killRuns(versions: Versions, runs: number, seed: number): Promise<Killed> {
  const { folder } = versions;
  const moments = fc.sample(
    fc.noBias(fc.integer({ min: 0, max: 1_050 })).map((thousandths) => thousandths / 1_000),
    { numRuns: runs, seed },
  );
  await run(folder, 0, "out");
  const started = performance.now();
  const { operations } = await run(folder, 1, "out");
  const usual = performance.now() - started;
  const problems: string[] = [];
  let [killed, halfWay] = [0, 0];
  for (const [index, moment] of moments.entries()) {
    const version = index % 2 === 0 ? 0 : 1;
    const at: Moment =
      index % 4 < 2 ? { delay: usual * moment } : { operation: Math.ceil(operations * Math.min(moment, 1)) || 1 };
    const { how } = await run(folder, version, "out", at);
    const told = (problem: string) => problems.push(`run ${index}, killed at ${JSON.stringify(at)}: ${problem}`);
    for (const each of tornFiles(versions, "out")) told(each);
    if (how === "killed") killed += 1;
    else if (how !== 0 || "operation" in at) told(`ended with ${how}`);
    const [isOld, isNew] = [isWhole(versions, version === 1 ? 0 : 1, "out"), isWhole(versions, version, "out")];
    if (!isOld && !isNew) halfWay += 1;
    // What a dying run leaves beside a whole package (its lock, its staging folder) makes it no staler.
    const isRight = tornFiles(versions, "out").length === 0 && hasAll(versions, version);
    const { status } = runToEnd(folder, version, "out", "--check");
    if (status !== (isRight ? 0 : 1)) told(`--check ended with ${status}, ${isRight ? "all" : "not all"} is new`);
    const mended = runToEnd(folder, version, "out");
    if (mended.status !== 0 || !isWhole(versions, version, "out")) told(`not mended: ${mended.stderr}`);
    for (const each of strays(versions, version, "out")) told(`${each} stays`);
  }
  return { problems, killed, halfWay };
}

/** Whether every file of the version is there, and none that only the other has. */
function hasAll(versions: Versions, version: 0 | 1): boolean {
  const missing = strays(versions, version, "out").filter((name) => !name.startsWith(".stepwright."));
  return missing.length === 0 && isWholeBesideOwn(versions, version);
}

function isWholeBesideOwn({ folder, trees }: Versions, version: 0 | 1): boolean {
  const tree = readTree(path.join(folder, "out"));
  return [...trees[version]].every(([file, text]) => tree.get(file) === text);
}

/** Two runs at once, of the same version or not: both end well, and one of the versions is there, whole. */
export async function pairRuns(versions: Versions, pairs: number): Promise<readonly string[]> {
  const problems: string[] = [];
  for (let index = 0; index < pairs; index++) {
    const [one, other] = [index % 2 === 0 ? 0 : 1, index % 3 === 0 ? 0 : 1] as const;
    const ended = await Promise.all([run(versions.folder, one, "out"), run(versions.folder, other, "out")]);
    const codes = ended.map(({ how }) => how);
    if (codes.some((code) => code !== 0)) problems.push(`pair ${index} ended with ${codes.join(" and ")}`);
    const left = ([one, other] as const).find((version) => isWhole(versions, version, "out"));
    if (left === undefined) problems.push(`pair ${index} left neither version`);
    else problems.push(...strays(versions, left, "out").map((each) => `pair ${index}: ${each} stays`));
  }
  return problems;
}
