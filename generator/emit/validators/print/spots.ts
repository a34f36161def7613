/**
 * Where in `data` an issue is, as the runtime takes it: a property, or an item of a property. A longer way is gone in several
 * steps, each with what is found before it.
 */
import { isName } from "../../../runtime/message.js";
import { literal, memberAccess } from "../../text/literal.js";
import type { ExpressionText } from "../ajv/expressions.js";
import type { Report } from "../checks/report.js";
import type { Scope } from "./scope.js";

/** All are expressions. */
export interface Spot {
  /** The issues before. */
  readonly before: string;
  readonly data: string;
  /** At most a property and an index. */
  readonly keys: readonly string[];
}

/** One step of a way. */
export interface Key {
  /** The key as the runtime takes it. */
  readonly text: string;
  /** What leads there from a value: `.width`, `[i]`. */
  readonly access: string;
  readonly isIndex: boolean;
}

/** The way to what is reported; to the property, where that is about a property's name. */
export function keysOf(
  report: Report,
  { text, scope }: { readonly text: ExpressionText; readonly scope: Scope },
): readonly Key[] {
  const name = report.params().get("key");
  return [...report.path(), ...(name ? [{ key: name }] : [])].map((step): Key => {
    if (typeof step !== "object") return literalKey(step, scope);
    if ("index" in step) return { text: text(step.index), access: `[${text(step.index)}]`, isIndex: true };
    return { text: propertyName(text(step.key), scope), access: `[${text(step.key)}]`, isIndex: false };
  });
}

/** A name that may stand behind a dot goes as it is, so that nobody need look at it at run time. */
export function literalKey(key: string | number, scope: Scope): Key {
  const text = literal(key);
  if (typeof key === "number") return { text, access: `[${text}]`, isIndex: true };
  return { text: isName(key) ? text : propertyName(text, scope), access: memberAccess("", key), isIndex: false };
}

const propertyName = (key: string, scope: Scope): string => `${scope.runtime("propertyName")}(${key})`;

/**
 * An expression for what is found so far and what `make` finds at the end of a way.
 * @param make an expression for what is found at a spot, behind what is found before.
 */
export function spotted(keys: readonly Key[], scope: Scope, make: (spot: Spot) => string): string {
  return along(keys, "data", "found");

  function along(way: readonly Key[], data: string, before: string): string {
    const length = !way[0]?.isIndex && way[1]?.isIndex ? 2 : 1;
    const spot = { before, data, keys: way.slice(0, length).map(({ text }) => text) };
    if (way.length <= length) return make(spot);
    const part =
      data +
      way
        .slice(0, length)
        .map(({ access }) => access)
        .join("");
    return addCall(along(way.slice(length), part, "undefined"), spot, scope);
  }
}

/** An expression for what is found so far and what is found at the end of a way, which is an expression itself. */
export const addText = (inner: string, keys: readonly Key[], scope: Scope): string =>
  spotted(keys, scope, (spot) => addCall(inner, spot, scope));

const addCall = (inner: string, { before, data, keys }: Spot, scope: Scope): string =>
  `${scope.runtime("add")}(${[before, "max", inner, ...(keys.length > 0 ? [data, ...keys] : [])].join(", ")})`;
