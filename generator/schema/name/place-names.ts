/**
 * The name that a type gets from where it stands, if nobody has given it one.
 */
import { formatPointer, parsePointer } from "../../json/pointer.js";
import { componentsPointer, isInComponents } from "../../load/components.js";
import { placesOfSchemas } from "../../runtime/json-schema/subschemas.js";
import { withoutDirection } from "./direction-names.js";
import { pascalCase } from "./identifier-case.js";
import { conditions, type SchemaPosition } from "../reading/walk.js";

/** `Pet` for `#/$defs/pet` and `#/components/schemas/pet`; undefined where no key names the schema. */
export function nameFromKey(location: string): string | undefined {
  const segments = parsePointer(location.slice(location.indexOf("#")));
  const holder = formatPointer(segments.slice(0, -1));
  const isNamed = ["/$defs", "/definitions", componentsPointer].some((each) => holder.endsWith(each));
  return isNamed ? pascalCase(wordsOfKey(segments.at(-1) ?? "")) : undefined;
}

/** Of an address, as tools write it that put many schemas into one, its path: `schema/money` of `https://example.org/schema/money.json`. */
const wordsOfKey = (key: string): string => key.replace(/^https?:\/\/[^/]+\/(.+?)(?:(?:\.schema)?\.json)?#?$/, "$1");

/** `CommonMoney` for `common/money.json#`, `ChargeParams` for `#/$defs/Charge/properties/params`, `Root` for the whole schema. */
export function nameFromLocation(location: string): string {
  const hash = location.indexOf("#");
  const file = inPath(location.slice(0, hash).replace(/\.[^.]*$/, ""));
  const segments = parsePointer(location.slice(hash));
  const words = isInComponents(segments) ? segments.slice(1) : segments;
  const name = pascalCase(wordsAlong(file === "_" ? "" : file, words));
  return name === "_" ? "Root" : name;
}

function wordsAlong(path: string, segments: readonly string[]): string {
  const [keyword, key, ...rest] = segments;
  if (keyword === undefined) return path;
  const isList = keyword === "items" && key !== undefined && /^\d+$/.test(key);
  if (key !== undefined && (isList || holders.has(keyword))) return wordsAlong(inHolder(path, keyword, key), rest);
  const isWorded = keyword === "items" || keyword === "additionalProperties";
  return wordsAlong((isWorded ? pathBelow(path, [keyword]) : undefined) ?? path + inPath(keyword), segments.slice(1));
}

/** What holds schemas by name or number; of `components.schemas` what is left. */
const holders = new Set(["schemas", ...[...placesOfSchemas].flatMap(([key, kind]) => (kind === "single" ? [] : key))]);

function inHolder(path: string, keyword: string, key: string): string {
  if (["schemas", "$defs", "definitions"].includes(keyword)) return path + inPath(wordsOfKey(key));
  // A part of an `allOf` that is referred to is a type of its own, beside the whole.
  if (keyword === "allOf") return `${path}AllOf${Number(key) + 1}`;
  const position: SchemaPosition = keyword === "items" ? ["prefixItems", key] : [keyword, key];
  return pathBelow(path, position) ?? path + pascalCase(keyword) + inPath(key);
}

/** @param path the words for what is named below a schema; undefined in a condition: nobody has a type in mind there. */
export function pathBelow(path: string | undefined, position: SchemaPosition): string | undefined {
  if (path === undefined || conditions.has(position[0])) return undefined;
  // An item of what is called items already.
  const isRepeated = /^(?:items|prefixItems)$/.test(position[0]) && path.endsWith("Items");
  return (isRepeated ? path.slice(0, -"Items".length) : path) + pathWord(position);
}

function pathWord([keyword, key = ""]: SchemaPosition): string {
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

/** Whether a name, perhaps with a direction behind it, says no more of a branch than where it stands in the list. */
export const isOnlyCounted = (name: string): boolean => /(?:One|Any)Of\d+$/.test(withoutDirection(name));

/** A word that has others in front of it may begin with a digit. */
const inPath = (key: string): string => pascalCase(key).replace(/^_(?=.)/, "");
