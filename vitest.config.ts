/**
 * `quick` is what `npm test` runs. The others take their time: `packed` packs and installs the packages, `real` makes the
 * package of the official document and runs real bodies through it, `suite` asks the official suite's older drafts.
 */
import { defineConfig } from "vitest/config";

/** The official suite's 2020-12 is quick enough for every run; the drafts before it say much the same. */
const olderDrafts = ["test/suite/draft7.test.ts", "test/suite/draft2019-09.test.ts"];

export default defineConfig({
  test: {
    // Most tests wait for processes of their own: on two cores that is two workers, not the default's one.
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: "quick",
          include: ["test/**/*.test.ts"],
          exclude: ["test/golden/**", "test/packed/**", "test/real/**", ...olderDrafts],
          // Several tests start processes, and a CI machine may be busy.
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: "real",
          include: ["test/real/**/*.test.ts"],
          globalSetup: ["test/real/generate-package.ts"],
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
      { test: { name: "suite", include: olderDrafts, testTimeout: 60_000 } },
      { test: { name: "packed", include: ["test/packed/**/*.test.ts"], testTimeout: 300_000, hookTimeout: 300_000 } },
    ],
  },
});
