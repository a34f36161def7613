/**
 * Rule **annotate**: an OpenAPI Overlay 1.0.0 is applied to the document as published, so that the published file can stay
 * as it is. In: document and overlay. Out: the annotated document, every object knowing its pointer in it (`origin.at`).
 */
import { diagnostic, Failure, type Diagnostic } from "../../diagnostics.js";
import { isArray, isObject, type Json, type JsonObject, type Origin, type Overlaid } from "../../json/json-schema.js";
import { formatPointer } from "../../json/pointer.js";
import { kindInWords } from "../../json/show-value.js";
import { stampPointers } from "../../load/stamp.js";
import { endlessBecause } from "./endless-target.js";
import { merge, type Conflict } from "./merge.js";
import { joined, withOverlaid } from "./overlaid.js";
import { readActions, type Action } from "./overlay.js";
import { changeSelected, select, type Match } from "./select.js";

/**
 * The document with the overlay's actions applied in their order, each to the result of the one before (section 4.4.1).
 * @throws Failure with every mistake in the overlay, and every action that selects nothing or cannot be applied.
 */
export function annotate(document: Json, overlay: Json | undefined, overlayFile: string): Json {
  if (overlay === undefined) return stampPointers(document);
  const problems: Diagnostic[] = [];
  let annotated = document;
  let room = mostAdded;
  for (const action of readActions(overlay, overlayFile)) {
    const outcome = apply(annotated, action, overlayFile, room);
    for (const each of outcome.problems) problems.push(each);
    annotated = outcome.document;
    room -= outcome.added;
    if (room < 0) break; // every further action would be as costly
  }
  if (problems.length > 0) throw new Failure(problems);
  return stampPointers(annotated);
}

/** Values that an overlay may add, all in all: an action that copies everything into everything doubles the document. */
const mostAdded = 100_000;

interface Outcome {
  readonly document: Json;
  /** How many values, at most. */
  readonly added: number;
  readonly problems: readonly Diagnostic[];
}

/** @param room how many values may still be added. */
function apply(document: Json, action: Action, file: string, room: number): Outcome {
  const { pointer, target, update } = action;
  const place = { file, pointer: `${pointer}/target` };
  const failed = (problem: Diagnostic): Outcome => ({ document, added: 0, problems: [problem] });

  const problem = endlessBecause(target);
  if (problem !== undefined) return failed(diagnostic("SW157", place, { target, problem }));
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
    return failed(diagnostic("SW133", place, { target, kind: kindInWords(plain.value), pointer: at }));
  }

  const added = update === undefined ? 0 : matches.length * valuesIn(update);
  if (added > room) return { document, added, problems: [diagnostic("SW135", place, { limit: String(mostAdded) })] };
  const conflicts = new Map<string, Conflict>();
  const changed = changeSelected(document, matches, (value) => {
    if (update === undefined) return undefined;
    // The update of an array is one more entry for it, even where it is an array itself (section 4.4.3.1).
    if (isArray(value)) return [...value, update];
    return merge(value, update, (conflict) => conflicts.set(conflict.pointer, conflict));
  });
  if (changed === undefined)
    return failed(diagnostic("SW130", place, { problem: "an action removes the whole document" }));
  const noted =
    update === undefined ? changed : withEntriesNoted(changed, matches, { file, pointer: `${pointer}/update` });
  return { document: noted, added, problems: [...conflicts.values()].map(describe) };

  function describe(conflict: Conflict): Diagnostic {
    const where = { file, pointer: `${pointer}/update${conflict.pointer}` };
    return diagnostic("SW134", where, { kind: kindInWords(conflict.update), other: kindInWords(conflict.target) });
  }
}

/** Of each list that an update has made longer, the object that holds it notes where the entry comes from. */
function withEntriesNoted(document: Json, matches: readonly Match[], by: Pick<Origin, "file" | "pointer">): Json {
  const noted = new Map<string, { readonly path: Match["path"]; readonly changes: Overlaid[number][] }>();
  for (const { path, value } of matches) {
    if (!Array.isArray(value)) continue;
    const holder = { path: path.slice(0, -1), changes: [] };
    const { changes } = noted.get(formatPointer(holder.path)) ?? holder;
    changes.push(...joined(formatPointer(path.slice(-1)), value.length, [by], by));
    noted.set(formatPointer(holder.path), { path: holder.path, changes });
  }
  const note = (each: Json, path: Match["path"]): Json =>
    isObject(each) ? withOverlaid(each, noted.get(formatPointer(path))?.changes ?? []) : each;
  return noted.size === 0 ? document : (changeSelected(document, [...noted.values()], note) ?? document);
}

function valuesIn(value: Json): number {
  if (typeof value !== "object" || value === null) return 1;
  return Object.values(value as JsonObject).reduce((sum: number, child) => sum + valuesIn(child), 1);
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
