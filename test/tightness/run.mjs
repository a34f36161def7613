/** `npm run bench:types`: installs the peers where they are missing, asks everyone's types, writes docs/types.md. */
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { installPeers } from "../support/install-peers.mjs";

const root = path.join(import.meta.dirname, "../..");
const run = (command, args) =>
  execFileSync(command, args, { cwd: root, stdio: "inherit", env: { ...process.env, UPDATE_TYPES: "1" } });

if (!existsSync(path.join(root, "../shared/suite"))) throw new Error("../shared/suite is needed, and is not there");
if (!installPeers(import.meta.dirname)) throw new Error("the peers cannot be installed");
run("npm", ["run", "--silent", "build"]);
const vitest = path.join(root, "node_modules/vitest/vitest.mjs");
run(process.execPath, [vitest, "run", "--project", "soundness", "--silent=true", "test/tightness"]);
