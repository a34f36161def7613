/**
 * The target of an overlay's action in; why there may be no end to following it out. What a JSONPath (RFC 9535) asks of a document can
 * grow with every power of the document's size, and its patterns backtrack as an engine's do.
 */
import { isRegex } from "../../runtime/formats/regex.js";
import { backtracksCatastrophically } from "../patterns/backtracking.js";

/** Each takes as long again as the document is deep: of twenty in a deep document there is no end. */
const mostDescents = 4;

/** Of commas between selectors that may select the same (`[*,*]`): each selects all that follows again. */
const mostUnions = 4;

/** Undefined where there is an end, and of a text that is no JSONPath. */
export function endlessBecause(target: string): string | undefined {
  const tokens = target.match(token) ?? [];
  const descents = tokens.filter((each) => each === "..").length;
  if (descents > mostDescents) return `it has more than ${mostDescents} descents (..)`;
  const roots = tokens.filter((each) => each === "$").length;
  if (roots > 1 && descents > 1) return "it goes down everywhere (..) from many places";
  const unions = tokens.filter(
    (each, index) => each === "," && !isString(tokens[index - 1]) && !isString(tokens[index + 1]),
  );
  if (unions.length > mostUnions) return `it has more than ${mostUnions} lists of selectors that are no names`;
  return patternsIn(tokens)
    .map(badPattern)
    .find((problem) => problem !== undefined);
}

const token = /'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|\.\.|[\p{L}\p{N}_]+\(?|\S/gu;

const isString = (each: string | undefined): each is string => each !== undefined && /^["']./u.test(each);

/** The last argument of each `match` and `search`: as it is written, or undefined where it is no text. */
function patternsIn(tokens: readonly string[]): readonly (string | undefined)[] {
  const open: string[] = [];
  return tokens.flatMap((each, index) => {
    if (each.endsWith("(") && !isString(each)) open.push(each);
    if (each !== ")") return [];
    const name = open.pop();
    const argument = tokens[index - 1];
    return name === "match(" || name === "search(" ? [isString(argument) ? argument : undefined] : [];
  });
}

function badPattern(literal: string | undefined): string | undefined {
  const pattern = literal === undefined ? undefined : unquote(literal);
  if (pattern === undefined) return "a pattern of match or search has to be written out, as a text in quotes";
  const whole = `^${pattern}$`;
  const isBad = isRegex(whole) && backtracksCatastrophically(whole);
  return isBad ? `some text keeps its pattern ${JSON.stringify(pattern)} busy for years` : undefined;
}

function unquote(literal: string): string | undefined {
  const inner = literal.slice(1, -1);
  const json = literal.startsWith("'") ? inner.replaceAll('"', '\\"').replaceAll("\\'", "'") : inner;
  try {
    return JSON.parse(`"${json}"`) as string;
  } catch {
    return undefined;
  }
}
