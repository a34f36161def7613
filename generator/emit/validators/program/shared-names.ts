/**
 * What the functions are called that parts of a program share. Parts that are there several times come in; a part's text → its function's
 * name goes out. Nothing is counted, as far as can be: with a part more or less, the others keep their names.
 */
import { pascalCase } from "../../../schema/name/identifier-case.js";
import { nameGiver } from "../../../words/free-name.js";
import { multimap } from "../../../multimap.js";
import { ownerOf } from "./parts.js";
import { unreferred, type Program, type ProjectedSchema } from "./program.js";

export interface Place {
  readonly part: ProjectedSchema;
  /** The function that it is a part of. */
  readonly owner: string;
  readonly words: string;
}

type Places = readonly [Place, ...Place[]];

/** @param repeated a part's text → where it stands. */
export function sharedNames(repeated: ReadonlyMap<string, Places>, program: Program): ReadonlyMap<string, string> {
  const choices = [shortName, rangedName].map(
    (nameOf) => new Map([...repeated].map(([text, at]) => [text, nameOf(at)])),
  );
  const wanted = choices.map((each) => multimap([...each].map(([text, name]) => [name, text])));
  const nameFor = nameGiver(program.keys());
  const named = [...repeated].map(([text, [first]]) => {
    const only = choices.find((each, index) => wanted[index]?.get(each.get(text) ?? "")?.length === 1);
    return [text, nameFor(only?.get(text) ?? ownName(first, program))] as const;
  });
  return new Map(named);
}

/** After the property, where it is always the same one, else after what it takes. */
const shortName = (places: Places): string =>
  (propertyOf(places) ?? kindName(places[0].part)) + suffixOf(places[0].part);

/** With the range that it takes. */
function rangedName(places: Places): string {
  const [{ part }] = places;
  const property = propertyOf(places);
  return (property === undefined ? kindName(part) : property + rangeOf(part)) + suffixOf(part);
}

/** After the type in which it stands first. */
const ownName = ({ part, owner, words }: Place, program: Program): string =>
  pascalCase(`${ownerOf(owner, program)} ${words}`) + suffixOf(part);

const propertyOf = ([{ words }, ...others]: Places): string | undefined =>
  others.every((other) => other.words === words) ? pascalCase(words) : undefined;

const suffixOf = (part: ProjectedSchema): string => (unreferred(part) === undefined ? "Value" : "OrReference");

/** `Integer1To8`, `NullOrStringUri`, `ArrayUpTo4OfString` */
function kindName(part: ProjectedSchema): string {
  const { type = "any", format, pattern, items } = unreferred(part) ?? part;
  const kinds = [type].flat().map(pascalCase).join("Or");
  const form = (format === undefined ? "" : pascalCase(format)) + (pattern === undefined ? "" : "Pattern");
  const of = typeof items === "object" && !("call" in items) ? `Of${kindName(items)}` : "";
  return kinds + form + rangeOf(part) + of;
}

/** `1To8`, `From1`, `UpTo8`; nothing where there is none. */
function rangeOf(part: ProjectedSchema): string {
  const { minimum, maximum, minLength, maxLength, minItems, maxItems } = unreferred(part) ?? part;
  const [least, most] = [minimum ?? minLength ?? minItems, maximum ?? maxLength ?? maxItems].map(inWords);
  if (least !== undefined && most !== undefined) return `${least}To${most}`;
  return most === undefined ? (least === undefined ? "" : `From${least}`) : `UpTo${most}`;
}

const inWords = (limit: number | undefined): string | undefined =>
  limit === undefined ? undefined : String(limit).replaceAll("-", "Minus").replace("+", "").replace(".", "Point");
