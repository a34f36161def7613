/** For a browser: an error of the package in its console, and once more as another window or a worker gets it. */
/* oxlint-disable no-console -- the console is what is looked at */
import { api } from "./by-path.mjs";

try {
  api.parseWorkflow({ id: 1, steps: "none" });
} catch (error) {
  console.error(error);
  console.error(JSON.stringify(structuredClone(error).cause));
}
globalThis.answers = Promise.resolve("");
