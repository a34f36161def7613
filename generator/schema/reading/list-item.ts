/** The schema of a list in; the definition that its items are out. */
import { referredName, type Definitions, type Schema } from "../../json/json-schema.js";
import { conjunctsOf } from "./conjuncts.js";
import { isNull } from "./kinds.js";

/** Also where the list is said elsewhere, or may be null; undefined where its items have no definition. */
export function itemIn(list: Schema | undefined, $defs: Definitions): string | undefined {
  for (const { items, anyOf = [], oneOf = [] } of conjunctsOf(list, $defs)) {
    const choices = [...anyOf, ...oneOf].filter((each) => !isNull(each));
    const item = referredName(items) ?? (choices.length === 1 ? itemIn(choices[0], $defs) : undefined);
    if (item !== undefined) return item;
  }
  return undefined;
}
