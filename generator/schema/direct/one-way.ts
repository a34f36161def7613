/** The definitions as they are published in; the same in one direction, and which of them its entries lead to, out. */
import type { Direction } from "../../contract.js";
import type { Context } from "../context.js";
import type { Named } from "../name/name.js";
import { reachedFrom } from "../reading/references-in.js";
import { referable } from "../step-references/referable.js";
import type { Shapes } from "./differing.js";
import type { ShapeRules } from "./members.js";
import { shapesIn } from "./shapes.js";

export interface OneWay {
  readonly direction: Direction;
  readonly shapes: Shapes;
  /** The definitions that the entries of this direction lead to. */
  readonly reached: ReadonlySet<string>;
  /** Those of them that would have to be written out in place, without end. */
  readonly endless: readonly string[];
}

type Rules = Named & Omit<ShapeRules, "changed" | "onEndless">;

export function oneWay(direction: Direction, rules: Rules, context: Context): OneWay {
  const endless = new Set<string>();
  const entries = entriesOf(rules, context, direction);
  const shaped = shapesIn(direction, { ...rules, onEndless: (own) => endless.add(own) });
  const shapes = referable(shaped, entries, direction, rules, context);
  const reached = reachedFrom(entries, (own) => shapes.get(own));
  return { direction, shapes, reached, endless: [...endless].filter((own) => reached.has(own)) };
}

function entriesOf({ nameAt }: Named, { inputs: { contract } }: Context, direction: Direction): readonly string[] {
  const entries = Object.values(contract.entries).filter((entry) => [direction, "both"].includes(entry.direction));
  const constants = direction === "response" ? Object.values(contract.constants ?? {}) : [];
  return [...entries.map(({ at }) => at), ...constants].flatMap((at) => nameAt.get(at) ?? []);
}
