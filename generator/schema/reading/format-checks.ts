/** Definitions in; the checks of the formats that they ask for, the very functions that the package is given, out. */
import type { Definitions, Json } from "../../json/json-schema.js";
import { formats } from "./formats.js";
import { objectsIn } from "./walk.js";

/** Format → whether a value of any kind has it. A format that nothing checks is not among them. */
export type FormatChecks = ReadonlyMap<string, (value: Json) => boolean>;

export async function formatChecks($defs: Definitions): Promise<FormatChecks> {
  const wanted = new Set(
    Object.values($defs)
      .flatMap(objectsIn)
      .map(({ format }) => format),
  );
  const checks = [...formats]
    .filter(([format]) => wanted.has(format))
    .map(async ([format, { check, type }]) => {
      const module = (await import(`../../runtime/formats/${format}.js`)) as Record<string, (value: Json) => boolean>;
      return [format, (value: Json) => typeof value !== type || module[check]?.(value) === true] as const;
    });
  return new Map(await Promise.all(checks));
}
