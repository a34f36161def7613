/** The generator writes what is committed here, byte for byte, with each Node that it supports. */
import { execFile } from "node:child_process";
import fs from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { afterAll, describe, expect, test } from "vitest";
import { readTree } from "../support/file-tree.js";
import { isSkipped, nodes, programOf, titleOf } from "./runtimes.js";

const folder = fs.mkdtempSync(path.join(tmpdir(), "stepwright-nodes-"));
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

describe("generated/ comes out again", () => {
  for (const node of nodes) {
    test.skipIf(isSkipped(node))(titleOf(node), async () => {
      const run = promisify(execFile);
      expect((await run(programOf(node), ["--version"])).stdout).toMatch(`v${node.version}.`);
      const out = path.join(folder, node.version);
      await run(programOf(node), ["dist/cli.js", "generate", "schemas/civitai-workflow.contract.json", "--out", out]);
      expect(readTree(out)).toEqual(readTree("generated"));
    });
  }
});
