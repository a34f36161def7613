/**
 * A pattern in; whether some text takes an engine exponentially long to refuse, as far as analysis can tell, out. Of the
 * same pattern it says the same on every machine: its limits count work, not time.
 */
import { createRequire } from "node:module";
import type * as Refa from "refa";
import type * as Scslre from "scslre";
import { hasAmbiguousLoop } from "./ambiguous-loops.js";

/** A group that is repeated: without one, text can at worst take as long as a power of its length says. */
const repeatedGroup = /\)[*+{]/g;

/** What decides between two ways besides the characters: analysis of the characters alone would see ways that are none. */
const lookAround = /\(\?<?[=!]|\\[bB]/;

/** No one reads a longer pattern, or one with more groups that are repeated, and its analysis could take long. */
const longest = 4_000;
const mostGroups = 50;

/** So often may a group that backtracks be repeated: each time more is one more power of the text's length. */
const fewTimes = 4;

/** One that is bad enough is among the first, where there is one. */
const mostReports = 20;

/** @param pattern one that an engine reads. The libraries are loaded when the first pattern needs them. */
export function backtracksCatastrophically(pattern: string): boolean {
  const groups = pattern.match(repeatedGroup)?.length ?? 0;
  if (groups === 0 || groups > mostGroups || pattern.length > longest) return false;
  const require = createRequire(import.meta.url);
  const { analyse } = require("scslre") as typeof Scslre;
  const { reports } = analyse({ source: pattern, flags: "u" }, { maxReports: mostReports });
  return (
    reports.some((report) => report.exponential || (report.type === "Self" && report.parentQuant.max > fewTimes)) ||
    (!lookAround.test(pattern) && isAmbiguous(pattern, require("refa") as typeof Refa))
  );
}

type Alternatives = readonly Refa.NoParent<Refa.Concatenation>[];

/** Whether a repeated group can match one text in two ways; scslre looks for texts of one character only. */
function isAmbiguous(pattern: string, { JS, NFA, TooManyNodesError, isDisjointWith }: typeof Refa): boolean {
  try {
    const parser = JS.Parser.fromLiteral({ source: pattern, flags: "u" });
    const { expression, maxCharacter } = parser.parse({ assertions: "ignore", backreferences: "disable" });
    const automatonOf = (alternatives: Alternatives): Refa.NFA =>
      NFA.fromRegex({ type: "Expression", alternatives: [...alternatives] }, { maxCharacter });
    /** Compared as they stand: where two are the same, an automaton has one way for both. */
    const overlap = (alternatives: Alternatives): boolean => {
      const automata = alternatives.map((each) => automatonOf([each]));
      for (const each of automata) each.withoutEmptyWord();
      return automata.some((one, index) => automata.slice(0, index).some((other) => !isDisjointWith(one, other)));
    };
    return (
      repeatedAlternatives(expression.alternatives, false).some(overlap) ||
      hasAmbiguousLoop(automatonOf(expression.alternatives))
    );
  } catch (error) {
    if (error instanceof TooManyNodesError) return false;
    throw error;
  }
}

/** More are a list of words, and to compare each with each would take long. */
const mostAlternatives = 50;

/** Where several alternatives stand within a group that is repeated without end. */
function repeatedAlternatives(alternatives: Alternatives, isRepeated: boolean): readonly Alternatives[] {
  const own = isRepeated && alternatives.length > 1 && alternatives.length <= mostAlternatives ? [alternatives] : [];
  const inner = alternatives.flatMap(({ elements }) =>
    elements.flatMap((element) => {
      if (element.type === "CharacterClass" || element.type === "Unknown") return [];
      const isLoop = element.type === "Quantifier" && element.max === Infinity;
      return repeatedAlternatives(element.alternatives, isRepeated || isLoop);
    }),
  );
  return [...own, ...inner];
}
