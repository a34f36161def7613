/** What a program may say with steps, by the compilers that `npm test` leaves out. */
import { beforeAll, test } from "vitest";
import { expectDueErrors, stepPrograms } from "../support/step-programs.js";

let folder: string;
beforeAll(async () => {
  folder = await stepPrograms();
});

test.each(["typescript-5.9", "typescript-6"] as const)("in %s", async (version) => {
  await expectDueErrors(folder, version);
});
