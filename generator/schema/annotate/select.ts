/**
 * Which places in a document a JSONPath (RFC 9535) selects, and a copy of the document in which they are changed.
 */
import { exec, type JsonValue } from "jsonpath-rfc9535";
import { isArray, isObject, origin, originOf, type Json, type JsonObject } from "../../json/json-schema.js";

export interface Match {
  readonly path: readonly (string | number)[];
  readonly value: Json;
}

/**
 * Every place that the path selects; one that it selects twice is there twice.
 * @throws Error when the text is not a JSONPath.
 */
export function select(document: Json, target: string): readonly Match[] {
  const matches: Match[] = [];
  exec(document as JsonValue, target, (value, path) => {
    matches.push({ path: path.map((key) => (typeof key === "number" ? key : unescapeName(key))), value });
  });
  return matches;
}

/** The library writes names as in a normalized path (RFC 9535, section 2.7): `it\'s`, `a\\b`, `\u000b`. */
function unescapeName(name: string): string {
  return name.replace(/\\(?:u[0-9a-f]{4}|.)/g, (escape) =>
    escape === "\\'" ? "'" : (JSON.parse(`"${escape}"`) as string),
  );
}

/**
 * A copy of the document in which `change` has replaced what was selected; where it gives undefined, that is taken out.
 * What holds other selected places is changed after them, and every place once.
 */
export function changeSelected(
  document: Json,
  matches: readonly Pick<Match, "path">[],
  change: (value: Json, path: Match["path"]) => Json | undefined,
): Json | undefined {
  const root = emptyMark();
  for (const { path } of matches) mark(root, path);
  return rebuild(document, root, [], change);
}

/** The tree of the selected places: rebuilding along it copies each object once, however many of its members change. */
interface Mark {
  selected: boolean;
  readonly below: Map<string | number, Mark>;
}

const emptyMark = (): Mark => ({ selected: false, below: new Map() });

function mark(root: Mark, path: Match["path"]): void {
  let at = root;
  for (const key of path) {
    const next = at.below.get(key) ?? emptyMark();
    at.below.set(key, next);
    at = next;
  }
  at.selected = true;
}

function rebuild(
  value: Json,
  { selected, below }: Mark,
  path: Match["path"],
  change: (value: Json, path: Match["path"]) => Json | undefined,
): Json | undefined {
  const inside = (child: Json, key: string | number): Json | undefined => {
    const at = below.get(key);
    return at === undefined ? child : rebuild(child, at, [...path, key], change);
  };
  const next = below.size === 0 ? value : mapMembers(value, inside);
  return selected ? change(next, path) : next;
}

function mapMembers(value: Json, change: (child: Json, key: string | number) => Json | undefined): Json {
  if (isArray(value)) return value.map(change).filter((child) => child !== undefined);
  if (!isObject(value)) return value;
  const members = Object.entries(value).flatMap(([key, child]) => {
    const next = change(child, key);
    return next === undefined ? [] : [[key, next] as const];
  });
  const from = originOf(value);
  return { ...Object.fromEntries(members), ...(from !== undefined && { [origin]: from }) } as JsonObject;
}
