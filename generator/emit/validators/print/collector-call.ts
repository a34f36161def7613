/** The expression that asks a function's collector what is wrong with a value. */
import type { Depth } from "./depth.js";
import type { Scope } from "./scope.js";

/**
 * @param value an expression.
 * @param levels how far the value is below that of the function which asks.
 */
export function collectorCall(
  target: string,
  value: string,
  levels: number,
  { scope, depth }: { readonly scope: Scope; readonly depth: Depth },
): string {
  const collector = scope.collector(target);
  // Where the counting begins is the place that the issue about it names.
  return depth.begins(target)
    ? `${scope.runtime("bounded")}(${collector})(${value}, max)`
    : `${collector}(${value}, max${depth.argument(target, levels)})`;
}
