/**
 * A whole command line in, what it comes to on stdout and stderr and as the exit code out. But for a run that has nothing to do, nothing else
 * prints.
 */
import { exitCodeOf } from "../diagnostics.js";
import type { CommandOutcome } from "../report/outcome.js";
import { progressOn, type Progress } from "../report/progress.js";
import { render } from "../report/render.js";
import { parseArguments } from "./arguments.js";
import { failed } from "./failed.js";
import { reporterOf } from "./reporter-of.js";

/** @param argv as `process.argv` */
export async function main(argv: readonly string[]): Promise<void> {
  const reporter = reporterOf(argv);
  const progress = progressOn(reporter === "pretty" && process.stderr.isTTY ? process.stderr : undefined);
  const report = async (outcome: CommandOutcome): Promise<void> => {
    process.exitCode = exitCodeOf(outcome.diagnostics);
    progress.clear();
    const { stdout, stderr } = await render(outcome, reporter);
    if (stderr !== undefined) process.stderr.write(`${stderr}\n`);
    if (stdout !== undefined) process.stdout.write(`${stdout}\n`);
  };
  await report(await run(argv, progress, report).catch(failed));
}

// What is heavy is imported where it is needed: `--help` and a mistyped flag answer at once.
async function run(
  argv: readonly string[],
  progress: Progress,
  report: (outcome: CommandOutcome) => Promise<void>,
): Promise<CommandOutcome> {
  const request = await parseArguments(argv.slice(2));
  switch (request.command) {
    case "help":
      return { result: (await import("./help.js")).helpText(), diagnostics: [] };
    case "version":
      return { result: (await import("../own-package.js")).ownPackage().version, diagnostics: [] };
    case "generate": {
      const { runGenerate } = await import("./generate.js");
      const { mendingCommand } = await import("./mending-command.js");
      const mending = mendingCommand({ argv, env: process.env, cwd: process.cwd() });
      const surroundings = { mendingCommand: mending, showProgress: progress.show };
      if (!request.flags.watch) return runGenerate(request, surroundings);
      const { runWatch } = await import("./watch.js");
      const runOnce = (willRead: (file: string) => void) =>
        runGenerate(request, { ...surroundings, willRead }).catch(failed);
      return runWatch({ run: runOnce, report, signal: untilStopped() });
    }
    case "inspect":
      return (await import("./inspect.js")).runInspect(request);
  }
}

/**
 * The first Ctrl-C ends the watching when the run that is going on has ended, the second ends it at once. Where nobody reads
 * any more, it ends, too.
 */
function untilStopped(): AbortSignal {
  const stop = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => stop.abort());
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => stop.abort());
  return stop.signal;
}
