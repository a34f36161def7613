/**
 * A document and a pointer that names nothing in it; the pointer that was probably meant out: with a name that is a few letters
 * away, or through the `$ref` that stands in the way.
 */
import { isObject, type Json } from "../../json/json-schema.js";
import { formatPointer, isPointer, parsePointer, resolvePointer } from "../../json/pointer.js";
import { probablyMeant } from "../../words/did-you-mean.js";
import type { Context } from "../context.js";

/** To look for it takes as long as there are names: what is wrong so often is no slip of a letter. */
const mostLookedFor = 100;

/** With `#` in front; undefined where nothing is near, or where the pointer names something after all. */
export function nearPointer(
  document: Json,
  pointer: string,
  { problems }: Pick<Context, "problems">,
): string | undefined {
  if (problems.length >= mostLookedFor || !isPointer(pointer) || resolvePointer(document, pointer) !== undefined)
    return undefined;
  const near = `#${walk(document, [], parsePointer(pointer), new Set())}`;
  return resolvePointer(document, near) === undefined ? undefined : near;

  /** @param followed the references that have been gone through: they may lead in a circle. */
  function walk(
    node: Json | undefined,
    done: readonly string[],
    [segment, ...rest]: readonly string[],
    followed: ReadonlySet<string>,
  ): string {
    if (segment === undefined) return formatPointer(done);
    const found = node === undefined ? undefined : resolvePointer(node, formatPointer([segment]));
    if (found !== undefined) return walk(found, [...done, segment], rest, followed);
    const ref = isObject(node) ? node["$ref"] : undefined;
    if (typeof ref === "string" && isPointer(ref) && !followed.has(ref)) {
      const target = resolvePointer(document, ref);
      return walk(target, parsePointer(ref), [segment, ...rest], new Set([...followed, ref]));
    }
    const keys = isObject(node) ? Object.keys(node) : [];
    const near = probablyMeant(segment, keys);
    if (near === undefined || !isObject(node)) return formatPointer([...done, segment, ...rest]);
    return walk(node[near], [...done, near], rest, followed);
  }
}
