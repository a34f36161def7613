/**
 * Rule **annotate**: an OpenAPI Overlay 1.0.0 is applied to the document as published, so that the published file can stay
 * as it is. In: document and overlay. Out: the annotated document, every object knowing its pointer in it (`origin.at`).
 */
import { diagnostic, Failure, type Diagnostic } from "../diagnostics.js";
import { kindOf } from "../report/show-value.js";
import type { Json } from "./json-schema.js";
import { merge, type Conflict } from "./merge.js";
import { readActions, type Action } from "./overlay.js";
import { formatPointer } from "./pointer.js";
import { changeSelected, select, type Match } from "./select.js";
import { stampPointers } from "./stamp.js";

/**
 * The document with the overlay's actions applied in their order, each to the result of the one before (section 4.4.1).
 * @throws Failure with every mistake in the overlay, and every action that selects nothing or cannot be applied.
 */
export function annotate(document: Json, overlay: Json | undefined, overlayFile: string): Json {
  if (overlay === undefined) return stampPointers(document);
  const problems: Diagnostic[] = [];
  const annotated = readActions(overlay, overlayFile).reduce((sofar, action) => {
    const outcome = apply(sofar, action, overlayFile);
    problems.push(...outcome.problems);
    return outcome.document;
  }, document);
  if (problems.length > 0) throw new Failure(problems);
  return stampPointers(annotated);
}

interface Outcome {
  readonly document: Json;
  readonly problems: readonly Diagnostic[];
}

function apply(document: Json, action: Action, file: string): Outcome {
  const { pointer, target, update } = action;
  const place = { file, pointer: `${pointer}/target` };
  const failed = (problem: Diagnostic): Outcome => ({ document, problems: [problem] });

  let matches: readonly Match[];
  try {
    matches = select(document, target);
  } catch (error) {
    return failed(diagnostic("SW131", place, { target, problem: syntaxProblem(error as Partial<SyntaxProblem>) }));
  }
  if (matches.length === 0) return failed(diagnostic("SW132", place, { target }));
  // Only Overlay 1.1.0 says so, but an entry of a list such as `required` cannot well be taken out in any other way.
  const mayBePlain = update === undefined;
  const plain = matches.find(({ value }) => typeof value !== "object" || value === null);
  if (plain && !mayBePlain) {
    const at = `#${formatPointer(plain.path)}`;
    return failed(diagnostic("SW133", place, { target, kind: kindOf(plain.value), pointer: at }));
  }

  const conflicts = new Map<string, Conflict>();
  const changed = changeSelected(document, matches, (value) => {
    if (update === undefined) return undefined;
    // The update of an array is one more entry for it, even where it is an array itself (section 4.4.3.1).
    if (Array.isArray(value)) return [...(value as readonly Json[]), update];
    return merge(value, update, (conflict) => conflicts.set(conflict.pointer, conflict));
  });
  if (changed === undefined)
    return failed(diagnostic("SW130", place, { problem: "an action removes the whole document" }));
  return { document: changed, problems: [...conflicts.values()].map(describe) };

  function describe(conflict: Conflict): Diagnostic {
    const where = { file, pointer: `${pointer}/update${conflict.pointer}` };
    return diagnostic("SW134", where, { kind: kindOf(conflict.update), other: kindOf(conflict.target) });
  }
}

/** What the library's parser throws, beside a message with all that could have stood there instead. */
interface SyntaxProblem {
  /** The character it stumbled over; null at the end. */
  readonly found: string | null;
  readonly location: { readonly start: { readonly column: number } };
  readonly message: string;
}

function syntaxProblem({ found, location, message = "it cannot be read" }: Partial<SyntaxProblem>): string {
  if (found === undefined || location === undefined) return message;
  return found === null
    ? "it ends too early"
    : `there is no ${JSON.stringify(found)} at character ${location.start.column}`;
}
