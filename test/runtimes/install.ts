/** Before the tests: installs the runtimes where that has not been done. Offline, the tests are skipped by name. */
import path from "node:path";
import { installPeers } from "../support/install-peers.mjs";

export default function setup(): void {
  installPeers(path.join(import.meta.dirname, "installed"));
}
