/**
 * The number of failed steps and the folder of the test steps' reports in; prints what failed, then "N passed, N failed", and
 * exits with 1 where something failed. `NAME.exit` is a test step's exit code, `NAME.json` its report by vitest. A step that
 * ended badly is a failure even if no test in it failed, and so is a file that does not load.
 */
import fs from "node:fs";
import path from "node:path";

const [failedSteps, folder] = process.argv.slice(2);
const steps = fs
  .readdirSync(folder)
  .filter((file) => file.endsWith(".exit"))
  .map((file) => {
    const name = path.basename(file, ".exit");
    const report = reportOf(path.join(folder, `${name}.json`));
    const endedWell = report !== undefined && fs.readFileSync(path.join(folder, file), "utf8") === "0";
    const failures = (report?.testResults ?? []).flatMap(failuresIn);
    if (!endedWell && failures.length === 0) failures.push("no test in it failed, but it ended badly");
    return { name, passed: report?.numPassedTests ?? 0, failures };
  });
for (const { name, failures } of steps) {
  for (const failure of failures) process.stdout.write(`\n== failed: npm run ${name}: ${failure}\n`);
}
const passed = steps.reduce((sum, step) => sum + step.passed, 0);
const failed = steps.reduce((sum, step) => sum + step.failures.length, Number(failedSteps));
process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
process.exitCode = failed > 0 ? 1 : 0;

/** Each failed test with what it said. Where a file's imports or hooks fail, its tests are not even listed, or count as skipped. */
function failuresIn({ name, status, message, assertionResults }) {
  const file = path.relative(".", name);
  const tests = assertionResults.filter((test) => test.status === "failed");
  if (status === "failed" && tests.length === 0) return [`${file}\n${message}`];
  return tests.map((test) => `${file}: ${test.fullName}\n${test.failureMessages.join("\n")}`);
}

function reportOf(file) {
  try {
    return JSON.parse(fs.readFileSync(file, "utf8"));
  } catch {
    return undefined;
  }
}
