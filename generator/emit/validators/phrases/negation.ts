/** What a branch asks for → what a value must be that it does not take: `anything but a Cat`. */
import { typeInWords } from "../../../json/show-value.js";
import { alternatives } from "./keyword-phrases.js";
import type { Said } from "./said.js";
import type { ProjectedSchema } from "../program/program.js";

const but = "anything but ";

/**
 * Undefined where that takes more than a few words. What speaks of one kind of value takes all others, so that none of them is left.
 * @param type what the value is known to be.
 */
export function negation({ phrases, about, isAll }: Said, type: ProjectedSchema["type"]): string | undefined {
  const refused = alternatives(phrases);
  const [kind, ...more] = about;
  if (!isAll || more.length > 0) return undefined;
  if (kind !== undefined && kind !== (type === "integer" ? "number" : type))
    return `${typeInWords(kind)}, but not ${refused}`;
  if (refused === "anything") return "absent";
  return phrases.length === 1 && refused.startsWith(but) ? refused.slice(but.length) : but + refused;
}
