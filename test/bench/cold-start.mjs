/**
 * Prepared peers → milliseconds of processor time from the start of a process to its first verdict, one sample a round, all peers
 * in turns. Not by the clock: what a busy machine does in between does not count.
 */
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { documentText } from "./documents.mjs";

export function measureColdStart(peers, { rounds }) {
  const programs = peers.map(({ name, guard }) => ({ name, file: program(guard), times: [] }));
  for (const { file } of programs) execFileSync(process.execPath, [file]); // once, so that every file has been read
  for (let round = 0; round < rounds; round++) {
    for (const { file, times } of round % 2 === 0 ? programs : programs.toReversed()) {
      times.push(Number(execFileSync(process.execPath, [file])) / 1000);
    }
  }
  return new Map(programs.map(({ name, times }) => [name, times]));
}

function program(guard) {
  const file = path.join(path.dirname(guard), "first-verdict.mjs");
  const text = JSON.stringify(documentText("small", "valid", 1));
  const lines = [
    'import { isWorkflow } from "./guard.mjs";',
    `if (isWorkflow(JSON.parse(${text})) !== true) throw new Error("wrong");`,
    "const { user, system } = process.cpuUsage();",
    "process.stdout.write(String(user + system));",
  ];
  writeFileSync(file, lines.join("\n"));
  return file;
}
