/**
 * An outcome in, workflow commands for GitHub Actions out: each diagnostic is an annotation at its file and line.
 * https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands
 */
import { relative, resolve } from "node:path";
import type { Severity } from "../diagnostic-catalogue.js";
import type { Diagnostic } from "../diagnostics.js";
import { forwardSlashes, isAddress, isOutside } from "../load/input-paths.js";
import { sourceFinder, type FindSource, type TextOf } from "../locate/find-source.js";
import { escapeControls } from "../words/escape-controls.js";
import { mostImportant } from "./most-important.js";
import type { CommandOutcome } from "./outcome.js";
import type { Printed } from "./printed.js";

interface Checkout {
  /** `GITHUB_WORKSPACE`: GitHub counts paths from there. */
  readonly root: string;
  /** Where the paths of diagnostics start. */
  readonly cwd: string;
}

export function renderGithub(outcome: CommandOutcome, textOf: TextOf, checkout: Checkout): Printed {
  const { result, stack = "", difference = "", diagnostics } = outcome;
  const findSource = sourceFinder(textOf);
  const verbatim = [stack, difference].filter((text) => text !== "").map(inert);
  const { shown, rest } = mostImportant(diagnostics);
  const lines = [...verbatim, ...shown.map((each) => annotation(each, findSource, checkout)), ...rest];
  return {
    stdout: result === undefined ? undefined : inert(result),
    stderr: lines.length > 0 ? lines.join("\n") : undefined,
  };
}

function annotation(diagnostic: Diagnostic, findSource: FindSource, checkout: Checkout): string {
  const { severity, code, message, hint, place } = diagnostic;
  const source = place && findSource(place);
  const properties = {
    // What is at hand by its address alone, as a meta-schema is, is no file of the checkout.
    ...(place && !isAddress(place.file) && { file: fromRoot(place.file, checkout) }),
    ...(source && { line: `${source.line}`, col: `${source.column}` }),
    title: code,
  };
  const list = Object.entries(properties).map(([name, value]) => `${name}=${escapeProperty(value)}`);
  const text = `${escapeControls(message)}\n${escapeControls(hint)}`;
  return `::${kinds[severity]} ${list.join(",")}::${escapeData(text)}`;
}

const kinds = { error: "error", warning: "warning", note: "notice" } as const satisfies Record<Severity, string>;

function fromRoot(file: string, { root, cwd }: Checkout): string {
  const path = relative(root, resolve(cwd, file));
  return isOutside(path) ? file : forwardSlashes(path);
}

const escapeData = (text: string): string =>
  text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");

const escapeProperty = (text: string): string => escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");

/** Text that quotes a schema must not be a command: GitHub takes a line that begins with `::`, and `##[` anywhere. */
const inert = (text: string): string =>
  text.replaceAll(/^(\s*):(?=:)/gm, String.raw`$1\:`).replaceAll("##[", String.raw`##\[`);
