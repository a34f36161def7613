/** An outcome and the reporter that was asked for in; what to print out. */
import type { ReporterName } from "../flags.js";
import type { CommandOutcome } from "./outcome.js";
import type { Printed } from "./printed.js";

/** A run without a problem loads nothing for people: there is nothing to locate or to colour. */
export async function render(outcome: CommandOutcome, reporter: ReporterName): Promise<Printed> {
  const { result, stack, difference, diagnostics } = outcome;
  if (reporter === "pretty" && !stack && !difference && diagnostics.length === 0) return { stdout: result };
  const { sourceText } = await import("../load/read-document.js");
  switch (reporter) {
    case "json":
      return (await import("./json.js")).renderJson(outcome, sourceText);
    case "github": {
      const cwd = process.cwd();
      const root = process.env["GITHUB_WORKSPACE"] ?? cwd;
      return (await import("./github.js")).renderGithub(outcome, sourceText, { root, cwd });
    }
    case "pretty": {
      const { painterFor } = await import("./paint.js");
      return (await import("./pretty.js")).renderPretty(outcome, sourceText, painterFor(process.stderr));
    }
  }
}
