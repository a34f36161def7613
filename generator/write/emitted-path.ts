/**
 * The paths that a package may have below its output folder, and how they are shown to the user.
 */

/** Relative, with forward slashes, staying below the folder on every system. */
export const isPathBelow = (path: string): boolean =>
  !/[\\\0:]/.test(path) && path.split("/").every((segment) => segment !== "" && segment !== "." && segment !== "..");

/** A path below the output folder, spelled as the user spelled the folder. */
export const below = (out: string, path: string): string => `${withoutEndSlash(out)}/${path}`;

/** `generated/`, however the user spelled it. */
export const asFolder = (out: string): string => `${withoutEndSlash(out)}/`;

const withoutEndSlash = (folder: string): string => folder.replace(/\/+$/, "");

/** npm's own in a workspace: nobody's business. */
export const installedFolder = "node_modules";

/** `a/b/c.js` → `a`, `a/b` */
export function foldersOf(path: string): readonly string[] {
  const segments = path.split("/");
  return segments.slice(1).map((_, index) => segments.slice(0, index + 1).join("/"));
}

const mostNamed = 5;

/** "a, b, c, d, e and 4 more": a list that stays one line. */
export function someOf(names: readonly string[]): string {
  const rest = names.length - mostNamed;
  return names.slice(0, mostNamed).join(", ") + (rest > 0 ? ` and ${rest} more` : "");
}
