/**
 * The number of failed steps and the folder of the test steps' reports in; prints "N passed, N failed" and exits with 1
 * where something failed. `NAME.exit` is a test step's exit code, `NAME.json` its report by vitest. A step that ended badly is
 * a failure even if no test in it failed, and so is a file that does not load.
 */
import fs from "node:fs";
import path from "node:path";

const [failedSteps, folder] = process.argv.slice(2);
const steps = fs
  .readdirSync(folder)
  .filter((file) => file.endsWith(".exit"))
  .map((file) => {
    const report = reportOf(path.join(folder, file.replace(/exit$/, "json")));
    const endedWell = report !== undefined && fs.readFileSync(path.join(folder, file), "utf8") === "0";
    const { numPassedTests: passed = 0, numFailedTests: failedTests = 0, testResults = [] } = report ?? {};
    const failed = failedTests + testResults.filter(failedWithoutTest).length;
    return { passed, failed: endedWell ? failed : Math.max(failed, 1) };
  });
const passed = steps.reduce((sum, step) => sum + step.passed, 0);
const failed = steps.reduce((sum, step) => sum + step.failed, Number(failedSteps));
process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
process.exitCode = failed > 0 ? 1 : 0;

/** A file whose imports or hooks failed: its tests are not even listed, or count as skipped. */
function failedWithoutTest({ status, assertionResults }) {
  return status === "failed" && !assertionResults.some((test) => test.status === "failed");
}

function reportOf(file) {
  try {
    return JSON.parse(fs.readFileSync(file, "utf8"));
  } catch {
    return undefined;
  }
}
