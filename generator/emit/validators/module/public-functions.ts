/**
 * An entry of a program in; its public functions out, one text each: `parseX`, `safeParseX` and `xSchema` beside the guard, which is
 * `isX` itself where nothing has to stand around it.
 */
import { publicNames } from "../../../model/public-names.js";
import type { Traits } from "../program/traits.js";
import type { Scope } from "../print/scope.js";

export function publicFunctions(
  entry: string,
  scope: Scope,
  { cycles, mayRepeat, needMemory }: Traits,
): readonly string[] {
  // For a value that is nested too deep: then what the caller sees stands around the functions that check.
  const mayEndEarly = cycles.above.has(entry);
  const { guard, parse, safeParse, schema } = publicNames(entry);
  const wrappers = [
    ...(mayRepeat.has(entry) ? ["distinct"] : []),
    ...(mayEndEarly ? ["bounded"] : []),
    ...(needMemory.has(entry) ? ["withMemory"] : []),
  ].map(scope.runtime);
  const collected = (mark: string): string =>
    wrappers.reduceRight((inner, wrapper) => `${mark}${wrapper}(${inner})`, scope.collector(entry));
  const call = (runtime: string): string => `return ${scope.runtime(runtime)}(value, ${collected("")}, options);`;
  return [
    ...(mayEndEarly
      ? [`export function ${guard}(value) {\n return ${scope.runtime("takes")}(${scope.guard(entry)}, value);\n}`]
      : []),
    `export function ${parse}(value, options) {\n ${call("parse")}\n}`,
    `export function ${safeParse}(value, options) {\n ${call("safeParse")}\n}`,
    `export const ${schema} = /* @__PURE__ */ ${scope.runtime("standardSchema")}(${collected("/* @__PURE__ */ ")});`,
  ];
}
