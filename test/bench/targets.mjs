/** Everything that was measured → what the package promises, and whether it holds. */
import { factory } from "./sizes.mjs";
import { ratio } from "./statistics.mjs";

const us = "stepwright";
const hand = "hand-written";
const ata = "ata-validator, compiled";

/** @returns `{ what, value, most, unit }`; `value` is undefined where a peer is missing. */
export function targets({ wrong, times, starts, sizes }) {
  const compared = (size, kind, [name, how], [other, otherHow]) => {
    const samples = times(size, kind, name, how);
    const others = times(size, kind, other, otherHow);
    return samples && others && ratio(samples, others);
  };
  const largest = ({ rolldown, esbuild }) => Math.max(rolldown, esbuild) / 1000;
  const guard = (size, other) => compared(size, "valid", [us, "guard"], [other, "guard"]);
  return [
    { what: "wrong verdicts", value: wrong.get(us).length, most: 0, unit: "" },
    ...["medium", "large"].flatMap((size) => [
      { what: `guard, valid ${size} document, to hand-written`, value: guard(size, hand), most: 1, unit: "×" },
      { what: `guard, valid ${size} document, to ata-validator's`, value: guard(size, ata), most: 0.62, unit: "×" },
    ]),
    ...["small", "medium", "large"].map((size) => ({
      what: `safeParse, valid ${size} document, to our guard`,
      value: compared(size, "valid", [us, "validate"], [us, "guard"]),
      most: 1.05,
      unit: "×",
    })),
    ...["small", "medium", "large"].map((size) => ({
      what: `safeParse, late error in a ${size} document, to ata-validator's validate`,
      value: compared(size, "late", [us, "validate"], [ata, "validate"]),
      most: 0.6,
      unit: "×",
    })),
    { what: "only the guard, bundled", value: largest(sizes.get(us).guard), most: 1.9, unit: "kB" },
    { what: "only safeParseWorkflow, bundled", value: largest(sizes.get(us).validate), most: 3.2, unit: "kB" },
    { what: "one step factory, bundled", value: largest(sizes.get(factory).guard), most: 0.3, unit: "kB" },
    {
      what: "process start to first verdict, to hand-written",
      value: starts.has(hand) ? ratio(starts.get(us), starts.get(hand)) : undefined,
      most: 1.05,
      unit: "×",
    },
  ];
}
