/** The catalogue of diagnostics in, `docs/diagnostics.md` out: every code, its sentence and its hint, by exit code. */
import { catalogue } from "#generator/diagnostic-catalogue.js";
import { exitCodeOf, type Code } from "#generator/diagnostics.js";
import { exitCodes } from "#generator/flags.js";
import { format, resolveConfig } from "prettier";

const introduction = `# Diagnostics and exit codes

<!-- Written by \`npm run golden:update\` from generator/diagnostic-catalogue.ts. -->

A run reports all that it finds and ends with one exit code. Only errors count. Where their exit codes differ, the run ends with the
one to look at first: 4, then 2, 3, 5 and 1. Words in braces stand for what the problem is about. \`npx stepwright --help\` lists
the exit codes, too.
`;

const fine = `## Exit code 0: fine

The package was written or is up to date. Warnings and notes change nothing.
`;

/** Formatted as prettier has it. @param file whose place decides the format */
export async function diagnosticsDocument(file: string): Promise<string> {
  const chapters = Object.entries(exitCodes).map(([code, meaning]) =>
    code === "0" ? fine : chapter(Number(code), meaning),
  );
  return format([introduction, ...chapters].join("\n"), { ...(await resolveConfig(file)), filepath: file });
}

function chapter(exitCode: number, meaning: string): string {
  const rows = codes()
    .filter((code) => exitCodeIfError(code) === exitCode)
    .map((code) => {
      const { severity, message, hint } = catalogue[code];
      return `| ${[code, severity, message, hint].map(cell).join(" | ")} |`;
    });
  return [
    `## Exit code ${exitCode}: ${meaning}\n`,
    "| Code | Severity | What is wrong | What to do |",
    "| --- | --- | --- | --- |",
    ...rows,
    "",
  ].join("\n");
}

const codes = (): readonly Code[] => (Object.keys(catalogue) as Code[]).sort();

const exitCodeIfError = (code: Code): number => exitCodeOf([{ code, severity: "error", message: "", hint: "" }]);

/** Outside of code spans Markdown would take these for its own. */
const cell = (text: string): string =>
  text
    .split(/(`[^`]*`)/)
    .map((part) => (part.startsWith("`") ? part : part.replace(/[*_<$]/g, String.raw`\$&`)))
    .join("")
    .replaceAll("|", String.raw`\|`);
