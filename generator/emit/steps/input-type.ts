/** A step type comes in; the type of its input goes out, as TypeScript spells it: its own, or the step's property where it has none. */
import type { Steps, StepVariant } from "../../model/model.js";
import { literal } from "../text/literal.js";

/** @param refer told of each type that is spelled. */
export const inputType = (
  { type, input }: StepVariant,
  { inputProperty }: Pick<Steps, "inputProperty">,
  refer = (name: string): string => name,
): string => (input?.type === undefined ? `${refer(type)}[${literal(inputProperty)}]` : refer(input.type));
