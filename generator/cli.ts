#!/usr/bin/env node
/**
 * The command line in; text on stdout and stderr and an exit code out. Nothing else prints or sets the exit code.
 */
import { parseArguments } from "./command/arguments.js";
import type { Outcome } from "./command/outcome.js";
import { reporterOf } from "./command/reporter-of.js";
import { diagnostic, exitCodeOf, Failure } from "./diagnostics.js";
import { progressOn } from "./report/progress.js";
import { render } from "./report/render.js";

const reporter = reporterOf(process.argv);
const progress = progressOn(reporter === "pretty" && process.stderr.isTTY ? process.stderr : undefined);

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
      return runGenerate(request, { mendingCommand: mending, showProgress: progress.show });
    }
    case "inspect":
      return (await import("./command/inspect.js")).runInspect(request);
  }
}

/** A Failure is the user's to mend; anything else is ours, and its stack is shown only to who asks for it. */
function failed(error: unknown): Outcome {
  if (error instanceof Failure) return { diagnostics: error.diagnostics };
  const { message, stack = "" } = error instanceof Error ? error : new Error(String(error));
  const bug = diagnostic("SW401", undefined, { problem: message });
  return { ...(process.env["STEPWRIGHT_DEBUG"] && { stack }), diagnostics: [bug] };
}

async function report(outcome: Outcome): Promise<void> {
  process.exitCode = exitCodeOf(outcome.diagnostics);
  progress.clear();
  const { stdout, stderr } = await render(outcome, reporter);
  if (stderr !== undefined) print(process.stderr, stderr);
  if (stdout !== undefined) print(process.stdout, stdout);
}

function print(stream: NodeJS.WriteStream, text: string): void {
  // A reader that has seen enough (EPIPE, `stepwright --help | head -1`) is no failure; a full disk is.
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") process.exitCode = 5;
  });
  stream.write(`${text}\n`);
}

// Node would end with 1, which says "stale" to a pipeline.
process.on("uncaughtException", (error) => {
  process.exitCode = 4;
  process.stderr.write(`stepwright failed: ${error.message}\n`);
});

await report(await run(process.argv).catch(failed));
