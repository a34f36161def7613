/**
 * How a step type's tag becomes the name of its factory: `imageGen` stays, `a-b` becomes `aB`, `3D` becomes `step3D`,
 * `wan2.5` becomes `wan2_5`, `delete` becomes `delete_`. What a contract names instead must pass `isFactoryName`.
 */
import { isIdentifier } from "./identifier-name.js";
import { stepExports, stepRefExports } from "./package-names.js";

/** Always a factory name; two tags may get the same one. */
export function factoryName(tag: string): string {
  const words = tag
    .normalize("NFC")
    .replace(/(?<=\d)\P{ID_Continue}+(?=\d)/gu, "_")
    .split(/\P{ID_Continue}+|(?<!\d)_+|_+(?!\d)/u)
    .filter((word) => word !== "");
  const name = words.map((word, index) => (index === 0 ? lowerFirst(word) : upperFirst(word))).join("");
  return declarable(name || codePoints(tag));
}

/** Whether the steps module can declare and export a factory of this name. */
export const isFactoryName = (name: string): boolean => isIdentifier(name) && !takenNames.has(name);

/** In UTF-16 units. A step's module is named after its factory, and a file's name has at most 255 bytes. */
export const longestFactoryName = 80;

const declarable = (name: string): string => {
  // An underscore in front would do, but types begin with one, and the two would clash in the package's index.
  const started = /^\p{ID_Start}/u.test(name) ? name : `step${name}`;
  return isFactoryName(started) ? started : `${started}_`;
};

/** `TTS` becomes `tts`, `URLFetch` becomes `urlFetch`, `Image` becomes `image`. */
const lowerFirst = (word: string): string =>
  word.replace(/^\p{Lu}+(?=\p{Lu}\p{Ll}|\P{L}|$)|^\p{Lu}/u, (capitals) => capitals.toLowerCase());

const upperFirst = (word: string): string => word.replace(/^./u, (first) => first.toUpperCase());

/** A tag without a letter or digit, an emoji say, still gets a name of its own. */
const codePoints = (tag: string): string =>
  Array.from(tag, (character) => (character.codePointAt(0) ?? 0).toString(16)).join("_");

/**
 * What steps.js exports beside factories and the globals it uses, what a reader would take for the global of that name, and
 * `then`: a module that exports it is called by `await import()`.
 */
const takenNames: ReadonlySet<string> = new Set([
  ...stepExports,
  ...stepRefExports,
  ...`Array Error JSON Object undefined Date Function Infinity Map NaN Promise Set String Symbol URL console document
  exports fetch globalThis isNaN module parseInt process queueMicrotask require self setTimeout structuredClone then
  window`.split(/\s+/),
]);
