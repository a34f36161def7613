/** Before the tests: installs the build systems where that has not been done. Offline, the tests are skipped by name. */
import { installPeers } from "../support/install-peers.mjs";

export default function setup(): void {
  installPeers(import.meta.dirname);
}
