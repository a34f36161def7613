#!/usr/bin/env node
/**
 * The command line in; text on stdout and stderr and an exit code out. The rest of the command is loaded where there is something to do.
 */
import { nothingToDo } from "./command/nothing-to-do.js";

// Node would end with 1, which says "stale" to a pipeline.
process.on("uncaughtException", (error) => {
  process.exitCode = 4;
  process.stderr.write(`stepwright failed: ${error.message}\n`);
});

// A reader that has seen enough (EPIPE, `stepwright --help | head -1`) is no failure; a full disk is.
for (const stream of [process.stdout, process.stderr]) {
  stream.on("error", ({ code }: NodeJS.ErrnoException) => {
    if (code !== "EPIPE") process.exitCode = 5;
  });
}

const said = nothingToDo(process.argv.slice(2));
if (said === undefined) await (await import("./command/main.js")).main(process.argv);
else process.stdout.write(`${said}\n`);
