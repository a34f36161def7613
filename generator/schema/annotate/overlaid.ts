/**
 * What an overlay has changed in a document: noted beside where each object stands, and read back when something is wrong with
 * it, so that a mistake of the overlay is told in the overlay.
 */
import type { Diagnostic, Place } from "../../diagnostics.js";
import { origin, originOf, type Json, type JsonObject, type Origin, type Overlaid } from "../../json/json-schema.js";
import { formatPointer } from "../../json/pointer.js";

/** The object, with what an overlay changed in it noted; one that stands nowhere has nothing to note. */
export function withOverlaid<Made extends JsonObject>(made: Made, changes: Overlaid): Made {
  const from = originOf(made);
  if (from === undefined || changes.length === 0) return made;
  return { ...made, [origin]: { ...from, overlaid: [...(from.overlaid ?? []), ...changes] } };
}

/** What is noted of a member that an update has given a value, has replaced, or whose list it has made longer. */
export function changesAt(key: string, before: Json | undefined, value: Json, by: Origin | undefined): Overlaid {
  if (by === undefined) return [];
  const at = formatPointer([key]);
  const place = { file: by.file, pointer: by.pointer + at };
  if (!Array.isArray(before) || !Array.isArray(value)) return [{ at, place, isWhole: true }];
  return joined(
    at,
    before.length,
    value.map((_, index) => ({ ...place, pointer: place.pointer + formatPointer([index]) })),
    place,
  );
}

type OverlayPlace = Overlaid[number]["place"];

/** What is noted of a list at a place, to whose end entries have been added. */
export const joined = (at: string, length: number, added: readonly OverlayPlace[], place: OverlayPlace): Overlaid => [
  { at, place, isWhole: false },
  ...added.map((each, index) => ({ at: at + formatPointer([length + index]), place: each, isWhole: true })),
];

/** The diagnostics, each at what the overlay says of its place, if that is the overlay's. */
export function relocatedToOverlay(diagnostics: readonly Diagnostic[], annotated: Json): readonly Diagnostic[] {
  if (diagnostics.length === 0) return diagnostics;
  const changes = new Map<string, Overlaid[number]>();
  collect(annotated);
  if (changes.size === 0) return diagnostics;
  return diagnostics.map((each) => {
    const place = each.place && moved(each.place);
    return place === undefined ? each : { ...each, place };
  });

  function collect(value: Json): void {
    if (typeof value !== "object" || value === null) return;
    const from = originOf(value);
    for (const change of from?.overlaid ?? []) changes.set(`${from?.file}#${from?.pointer}${change.at}`, change);
    for (const member of Object.values(value) as readonly Json[]) collect(member);
  }

  function moved(place: Place): Place | undefined {
    const { file, pointer } = place;
    if (pointer === undefined) return undefined;
    for (let end = pointer.length; end > 0; end = pointer.lastIndexOf("/", end - 1)) {
      const change = changes.get(`${file}#${pointer.slice(0, end)}`);
      if (change === undefined || (!change.isWhole && end < pointer.length)) continue;
      return { ...place, file: change.place.file, pointer: change.place.pointer + pointer.slice(end) };
    }
    return undefined;
  }
}
