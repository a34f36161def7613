/**
 * All diagnostics of a run in; as many as somebody reads out, errors before warnings before notes, in their order, and a line that tells
 * how many are not among them. A program gets all of them.
 */
import type { Severity } from "../diagnostic-catalogue.js";
import type { Diagnostic } from "../diagnostics.js";

const mostShown = 100;

interface Important {
  readonly shown: readonly Diagnostic[];
  /** Empty where nothing is left out. */
  readonly rest: readonly string[];
}

export function mostImportant(diagnostics: readonly Diagnostic[]): Important {
  const left = diagnostics.length - mostShown;
  if (left <= 0) return { shown: diagnostics, rest: [] };
  const ranked = diagnostics.toSorted((a, b) => rank[a.severity] - rank[b.severity]);
  const important = new Set(ranked.slice(0, mostShown));
  const shown = diagnostics.filter((each) => important.has(each));
  return { shown, rest: [`… and ${left} more; --reporter json lists all of them`] };
}

const rank = { error: 0, warning: 1, note: 2 } as const satisfies Record<Severity, number>;
