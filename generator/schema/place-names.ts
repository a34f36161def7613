/**
 * The name that a type gets from where it stands, if nobody has given it one.
 */
import { pascalCase } from "./identifier-case.js";
import { parsePointer } from "./pointer.js";
import type { Position } from "./walk.js";

/** `Pet` for `#/$defs/pet` and `#/components/schemas/pet`; undefined where no key names the schema. */
export function componentName(location: string): string | undefined {
  const segments = parsePointer(location.slice(location.indexOf("#")));
  const [parent, key] = segments.slice(-2);
  const holds =
    segments.length >= 2 &&
    (parent === "$defs" || parent === "definitions" || (parent === "schemas" && segments.at(-3) === "components"));
  return holds && key !== undefined ? pascalCase(key) : undefined;
}

/** `CommonMoney` for `common/money.json#`, `Root` for the whole schema. */
export function nameFromLocation(location: string): string {
  const hash = location.indexOf("#");
  const words = [location.slice(0, hash).replace(/\.[^.]*$/, ""), ...parsePointer(location.slice(hash))];
  const name = pascalCase(
    words
      .filter((word) => word !== "properties")
      .map((word) => (word === "items" ? "Item" : word))
      .join(" "),
  );
  return name === "_" ? "Root" : name;
}

/** What only asks whether a value is such a one: nobody has a type in mind there. */
const conditions = new Set([
  ...["contains", "contentSchema", "dependentSchemas", "else", "if", "not", "propertyNames", "then"],
]);

/** @param path the words for what is named below a schema; undefined in a condition, where nothing is. */
export const pathBelow = (path: string | undefined, position: Position): string | undefined =>
  path === undefined || conditions.has(position[0]) ? undefined : path + pathWord(position);

function pathWord([keyword, key = ""]: Position): string {
  switch (keyword) {
    case "properties":
      return inPath(key);
    case "items":
      return "Item";
    case "prefixItems":
      return `Item${Number(key) + 1}`;
    case "additionalProperties":
      return "Value";
    case "patternProperties":
      return `${inPath(key)}Value`.replace(/^_/, "");
    case "allOf":
      return "";
    default:
      return pascalCase(keyword) + String(Number(key) + 1);
  }
}

/** A word that has others in front of it may begin with a digit. */
const inPath = (key: string): string => pascalCase(key).replace(/^_(?=.)/, "");
