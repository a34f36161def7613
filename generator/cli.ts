#!/usr/bin/env node
/**
 * The command line in; text on stdout and stderr and an exit code out. Nothing else prints or sets the exit code.
 */
import { parseArguments } from "./command/arguments.js";
import { failed } from "./command/failed.js";
import type { Outcome } from "./command/outcome.js";
import { reporterOf } from "./command/reporter-of.js";
import { exitCodeOf } from "./diagnostics.js";
import { progressOn } from "./report/progress.js";
import { render } from "./report/render.js";

const reporter = reporterOf(process.argv);
const progress = progressOn(reporter === "pretty" && process.stderr.isTTY ? process.stderr : undefined);

/** Ends a run that would go on for ever. */
const stop = new AbortController();

// What is heavy is imported where it is needed: `--help` and a mistyped flag answer at once.
async function run(argv: readonly string[]): Promise<Outcome> {
  const request = await parseArguments(argv.slice(2));
  switch (request.command) {
    case "help":
      return { result: (await import("./command/help.js")).helpText(), diagnostics: [] };
    case "version":
      return { result: (await import("./own-package.js")).ownPackage().version, diagnostics: [] };
    case "generate": {
      const { runGenerate } = await import("./command/generate.js");
      const { mendingCommand } = await import("./command/mending-command.js");
      const mending = mendingCommand({ argv, env: process.env, cwd: process.cwd() });
      const surroundings = { mendingCommand: mending, showProgress: progress.show };
      if (!request.flags.watch) return runGenerate(request, surroundings);
      const { runWatch } = await import("./command/watch.js");
      const runOnce = (willRead: (file: string) => void) =>
        runGenerate(request, { ...surroundings, willRead }).catch(failed);
      return runWatch({ run: runOnce, report, signal: untilStopped() });
    }
    case "inspect":
      return (await import("./command/inspect.js")).runInspect(request);
  }
}

/** The first Ctrl-C ends the watching when the run that is going on has ended, the second ends it at once. */
function untilStopped(): AbortSignal {
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => stop.abort());
  return stop.signal;
}

async function report(outcome: Outcome): Promise<void> {
  process.exitCode = exitCodeOf(outcome.diagnostics);
  progress.clear();
  const { stdout, stderr } = await render(outcome, reporter);
  if (stderr !== undefined) process.stderr.write(`${stderr}\n`);
  if (stdout !== undefined) process.stdout.write(`${stdout}\n`);
}

for (const stream of [process.stdout, process.stderr]) {
  // A reader that has seen enough (EPIPE, `stepwright --help | head -1`) is no failure; a full disk is.
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") process.exitCode = 5;
    stop.abort();
  });
}

// Node would end with 1, which says "stale" to a pipeline.
process.on("uncaughtException", (error) => {
  process.exitCode = 4;
  process.stderr.write(`stepwright failed: ${error.message}\n`);
});

await report(await run(process.argv).catch(failed));
