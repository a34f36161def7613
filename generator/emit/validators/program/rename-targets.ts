/** A function of a program whose calls go to other functions. */
import { mapDefinitions } from "../../../schema/reading/walk.js";
import { mapParts } from "./parts.js";
import {
  casesOf,
  contents,
  type Branch,
  type Choice,
  type DispatchFunction,
  type ProjectedSchema,
  type ValidatorFunction,
} from "./program.js";

type Rename = (target: string) => string;

export function renameTargets(fn: ValidatorFunction, rename: Rename): ValidatorFunction {
  switch (fn.kind) {
    case "constant":
      return fn;
    case "dispatch":
      return renameDispatch(fn, rename);
    case "schema":
      return { ...fn, schema: renameIn(fn.schema, rename) };
  }
}

/** Cases that come to the same function become one. */
function renameDispatch(fn: DispatchFunction, rename: Rename): DispatchFunction {
  return {
    ...fn,
    cases: casesOf(fn.cases.flatMap(({ tags, to }) => tags.map((tag) => [rename(to), tag] as const))),
    ...(fn.absent !== undefined && { absent: rename(fn.absent) }),
    ...(fn.unknown !== undefined && { unknown: rename(fn.unknown) }),
  };
}

function renameIn(schema: ProjectedSchema, rename: Rename): ProjectedSchema {
  const inner = mapParts(schema, (part) => (typeof part === "boolean" ? part : renameIn(part, rename)));
  return Object.fromEntries(
    Object.entries(inner).map(([keyword, value]) => [keyword, renameKeyword(keyword, value, rename)]),
  );
}

function renameKeyword(keyword: string, value: unknown, rename: Rename): unknown {
  const branch = (each: Branch): Branch => ("call" in each ? { ...each, call: rename(each.call) } : each);
  switch (contents.get(keyword)) {
    case "functions":
      return (value as readonly string[]).map(rename);
    case "branches":
      return (value as readonly Branch[]).map(branch);
    case "branch":
      return branch(value as Branch);
    case "function":
      return rename(value as string);
    case "functions by key":
      return mapDefinitions(value as Readonly<Record<string, string>>, rename);
    case "choices":
      return (value as readonly Choice[]).map((choice) =>
        choice.call === undefined ? choice : { ...choice, call: rename(choice.call) },
      );
    default:
      return value;
  }
}
