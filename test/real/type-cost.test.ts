/**
 * What checking a small program costs, counted in instantiations, which are the same on any machine: at most half of what
 * the same program costs with the client that Civitai publishes. The times are in docs/type-cost.md.
 */
import { execFileSync } from "node:child_process";
import { symlinkSync } from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { installPeers } from "../support/install-peers.mjs";
import { consumerFolder, isThere, titled } from "./package.js";

interface Cost {
  readonly instantiations: number;
  readonly seconds: number;
}

const bench = path.resolve("test/bench/type-cost");
const client = path.join(bench, "node_modules/@civitai");
const isInstalled = installPeers(bench);
const title = isInstalled
  ? "types cost at most half"
  : "types cost at most half (skipped: @civitai/client not installed)";

describe.skipIf(!isThere || !isInstalled)(titled(title), () => {
  beforeAll(() => symlinkSync(client, path.join(consumerFolder(), "node_modules/@civitai")));

  test.each([
    ["typescript-5.9", "packages"],
    ["typescript-6", "packages"],
    ["typescript", "packages"],
    // In TypeScript 6 and 7 the library of the DOM alone takes more than half of what the client does.
    ["typescript-5.9", "all"],
  ])("%s, checked: %s", (compiler, checked) => {
    const args = [path.join(bench, "measure.mjs"), consumerFolder(), compiler, checked];
    const { ours, theirs } = JSON.parse(execFileSync(process.execPath, args, { encoding: "utf8" })) as {
      readonly ours: Cost;
      readonly theirs: Cost;
    };
    expect(ours.instantiations).toBeGreaterThan(0);
    expect(theirs.instantiations).toBeGreaterThan(10_000);
    expect(ours.instantiations / theirs.instantiations).toBeLessThanOrEqual(0.5);
  });
});
