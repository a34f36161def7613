/**
 * `quick` is what `npm test` runs. The others take their time: `packed` packs and installs the packages, `real` makes the
 * package of the official document and runs real bodies through it, `suite` asks the official JSON Schema suite,
 * `properties` more schemas and values made at random, `runtimes` runs the package in Node 20 to 24, Deno, Bun, workerd and
 * Chromium, `command` starts the command again and again, `frameworks` the README's examples with Hono, tRPC, Fastify and forms.
 */
import { defineConfig } from "vitest/config";

/** How much `deep` does, where the environment does not say otherwise; without these `hostile` does a share of it. */
const deepRuns = Object.fromEntries(
  Object.entries({
    PROPERTY_RUNS: "20000",
    MUTATIONS: "5000",
    KILLS: "200",
    PAIRS: "20",
    INJECTIONS: "all",
    ENORMOUS: "all",
  }).map(([name, count]) => [name, process.env[name] ?? count]),
);

const shared = {
  expect: {
    // A test that asserts nothing cannot fail.
    requireAssertions: true,
    // What is polled for is waited for as long as the test may take: how soon it comes is the machine's.
    poll: { timeout: 300_000 },
  },
  // The files of a worker share what they import: to load the generator anew for each took a third of the time.
  isolate: false,
};

export default defineConfig({
  test: {
    // Most tests wait for processes of their own: on two cores that is two workers, not the default's one.
    maxWorkers: 2,
    globalSetup: "test/support/temporary-folder.ts",
    projects: [
      {
        test: {
          name: "quick",
          ...shared,
          include: ["test/**/*.test.ts"],
          exclude: [
            "**/node_modules/**",
            "test/command/**",
            "test/build-systems/**",
            "test/frameworks/**",
            "test/golden/**",
            "test/packed/**",
            "test/real/**",
            "test/runtimes/**",
            "test/soundness/**",
            "test/suite/**",
            "test/tightness/**",
            "test/hostile/**",
          ],
          // Several tests start processes, and a CI machine may be busy.
          testTimeout: 60_000,
          hookTimeout: 60_000,
          env: { PROPERTY_RUNS: "300", MADE_AGAIN: "third" },
        },
      },
      {
        test: {
          name: "properties",
          ...shared,
          include: ["test/properties/**/*.test.ts"],
          testTimeout: 600_000,
          env: { PROPERTY_RUNS: "3000" },
        },
      },
      {
        test: {
          name: "real",
          ...shared,
          include: ["test/real/**/*.test.ts"],
          globalSetup: ["test/real/generate-package.ts"],
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
      {
        test: { name: "soundness", ...shared, include: ["test/{soundness,tightness}/*.test.ts"], testTimeout: 300_000 },
      },
      {
        test: {
          name: "hostile",
          ...shared,
          include: ["test/hostile/*.test.ts"],
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
      {
        test: {
          name: "deep",
          ...shared,
          include: ["test/properties/*.test.ts", "test/hostile/*.test.ts"],
          env: deepRuns,
          testTimeout: 3_600_000,
          hookTimeout: 3_600_000,
        },
      },
      {
        test: {
          name: "command",
          ...shared,
          include: ["test/command/*.test.ts"],
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
      { test: { name: "suite", ...shared, include: ["test/suite/**/*.test.ts"], testTimeout: 60_000 } },
      {
        test: {
          name: "runtimes",
          ...shared,
          include: ["test/runtimes/*.test.ts"],
          globalSetup: ["test/runtimes/install.ts"],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: "frameworks",
          ...shared,
          include: ["test/frameworks/*.test.{ts,tsx}"],
          globalSetup: ["test/frameworks/install.ts"],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: "build-systems",
          ...shared,
          include: ["test/build-systems/*.test.ts"],
          globalSetup: ["test/build-systems/install.ts"],
          testTimeout: 120_000,
        },
      },
      {
        test: {
          name: "packed",
          ...shared,
          include: ["test/packed/**/*.test.ts"],
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
});
