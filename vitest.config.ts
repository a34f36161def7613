/**
 * Two projects: `quick` is what `npm test` runs, `packed` packs and installs the packages and takes its time.
 */
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    // Most tests wait for processes of their own: on two cores that is two workers, not the default's one.
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: "quick",
          include: ["test/**/*.test.ts"],
          exclude: ["test/golden/**", "test/packed/**"],
          // Several tests start processes, and a CI machine may be busy.
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      { test: { name: "packed", include: ["test/packed/**/*.test.ts"], testTimeout: 300_000, hookTimeout: 300_000 } },
    ],
  },
});
