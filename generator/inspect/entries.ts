/**
 * The entry types as lines: name, direction, where in the schema.
 */
import { placeOfSchema, type Place } from "../diagnostics.js";
import type { Definitions } from "../json/json-schema.js";
import type { Workflow } from "../model/model.js";
import { locationOf } from "../schema/bundle/resources.js";
import { columns, indented } from "./layout.js";
import { counted } from "../words/counted.js";

/** @param shownPlace a place as `file:line:column`. */
export function entryLines(
  { entries }: Workflow,
  $defs: Definitions,
  shownPlace: (place: Place) => string,
): readonly string[] {
  const named = entries.filter(({ module }) => module === undefined);
  const modules = new Set(entries.flatMap(({ module }) => module ?? []));
  const rows = named.map(({ name, direction }): readonly string[] => {
    const schema = $defs[name];
    const place = placeOfSchema(schema);
    if (typeof schema !== "object" || place === undefined) return [name, direction, "", ""];
    return [name, direction, locationOf(schema) ?? "", shownPlace(place)];
  });
  const others = `${entries.length - named.length} more in ${counted(modules.size, "module")}, one a step type`;
  return [
    counted(named.length, "entry type"),
    ...indented([...columns(rows), ...(modules.size === 0 ? [] : [others])]),
  ];
}
