/** The values that a schema of a program lists. */
import type { Json } from "../../../json/json-schema.js";
import { valuesOfChoice } from "../../../schema/reading/listed-values.js";
import type { Branch, Program, ProjectedSchema } from "./program.js";

/** In place, behind a call, or in all branches of a choice, where null comes last; undefined where it takes any other value. */
export function valuesListed(schema: ProjectedSchema, program: Program): readonly Json[] | undefined {
  const [keyword, ...others] = Object.keys(schema);
  if (others.length > 0 || (keyword !== "anyOf" && keyword !== "oneOf")) return listed(schema, program);
  const values = (schema[keyword] ?? []).map((branch) => listedIn(branch, program));
  if (!values.every((each) => each !== undefined)) return undefined;
  return valuesOfChoice(keyword, values).toSorted((a, b) => Number(a === null) - Number(b === null));
}

function listed(schema: ProjectedSchema, program: Program): readonly Json[] | undefined {
  if (Object.keys(schema).length !== 1) return undefined;
  const [call = "", ...more] = schema.call ?? [];
  const target = more.length === 0 ? program.get(call) : undefined;
  if (target?.kind === "schema") return listed(target.schema, program);
  return schema.enum?.map((choice) => choice.value);
}

function listedIn(branch: Branch, program: Program): readonly Json[] | undefined {
  if ("call" in branch) return listed({ call: [branch.call] }, program);
  return branch.types.join() === "null" ? [null] : undefined;
}
