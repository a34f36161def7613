/**
 * What the functions are called that parts of a program share. Parts that are there several times come in; a part's text → its function's
 * name goes out. Nothing is counted, as far as can be: with a part more or less, the others keep their names.
 */
import { pascalCase } from "../../../schema/name/identifier-case.js";
import { freeName } from "../../../words/free-name.js";
import { multimap } from "../../../multimap.js";
import { ownerOf } from "./places.js";
import { unreferred, type Program, type ProjectedSchema } from "./program.js";

export interface Place {
  readonly part: ProjectedSchema;
  /** The function that it is a part of. */
  readonly owner: string;
  readonly words: string;
}

/** @param repeated a part's text → where it stands. */
export function sharedNames(
  repeated: ReadonlyMap<string, readonly [Place, ...Place[]]>,
  program: Program,
): ReadonlyMap<string, string> {
  const wanted = multimap([...repeated].map(([text, places]) => [plainName(places), text]));
  const names = new Map<string, string>();
  const taken = new Set(program.keys());
  for (const [text, places] of repeated) {
    const plain = plainName(places);
    const name = freeName(wanted.get(plain)?.length === 1 ? plain : ownName(places[0]), (each) => taken.has(each));
    names.set(text, name);
    taken.add(name);
  }
  return names;
}

/** After the property, where it is always the same one, else after what it takes. */
function plainName([{ part, words }, ...others]: readonly [Place, ...Place[]]): string {
  const isAlways = others.every((other) => other.words === words);
  return `${isAlways ? pascalCase(words) : kindName(part)}${suffixOf(part)}`;
}

/** After the type in which it stands first, too. */
const ownName = ({ part, owner, words }: Place): string => pascalCase(`${ownerOf(owner)} ${words}`) + suffixOf(part);

const suffixOf = (part: ProjectedSchema): string => (unreferred(part) === undefined ? "Value" : "OrReference");

/** `Integer1To8`, `NullOrString` */
function kindName(part: ProjectedSchema): string {
  const { type = "any", minimum, maximum } = unreferred(part) ?? part;
  const range = [minimum, maximum].every(Number.isSafeInteger) ? `${minimum}To${maximum}` : "";
  return [type].flat().map(pascalCase).join("Or") + range.replaceAll("-", "Minus");
}
