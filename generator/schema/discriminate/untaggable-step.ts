/**
 * A step whose types its tag does not tell apart in; why not out: a list of steps, and a tag that no type has, are the contract's
 * mistakes, anything else is told of each branch that is in the way.
 */
import { diagnostic, placeOfSchema, type Diagnostic, type Place } from "../../diagnostics.js";
import { propertyOf, refName, type Definitions, type Schema, type SchemaObject } from "../../json/json-schema.js";
import { didYouMean } from "../../words/did-you-mean.js";
import { locationOf } from "../bundle/resources.js";
import { inContract, type Context } from "../context.js";
import { definitionOf, isOnlyReference } from "../reading/definition-of.js";
import { constantsIn, tagsIn } from "./recognise.js";

export function untaggableStep(step: Schema, tag: string, $defs: Definitions, context: Context): readonly Diagnostic[] {
  const schema = typeof step === "boolean" ? {} : step;
  const property = propertyOf(schema, tag);
  const branches = (schema.oneOf ?? schema.anyOf ?? []).map((branch, index) => branchOf(branch, index, $defs));
  const objects = [schema, ...branches.map(({ type }) => type)].filter((each) => each !== undefined);
  const tags = objects.flatMap((each) => constantsIn(propertyOf(each, tag), $defs).map((value) => ({ value, each })));
  const [found] = tags;
  if (found !== undefined && tags.every(({ value }) => typeof value !== "string"))
    return [diagnostic("SW238", placeOfProperty(found.each, tag), { tag, value: JSON.stringify(found.value) })];
  if (property !== undefined && branches.every(({ type }) => propertyOf(type, tag) === undefined))
    return [diagnostic("SW230", placeOfProperty(schema, tag), { tag })];
  if (objects.every((each) => propertyOf(each, tag) === undefined)) {
    if (typeof schema.items === "object") return [listOfSteps(schema.items, context)];
    const known = [...new Set(objects.flatMap(({ properties }) => Object.keys(properties ?? {})))];
    return [diagnostic("SW112", inContract(context, "/steps/tag"), { tag, hint: didYouMean(tag, known) })];
  }
  const first = new Map<string, string>();
  return branches.flatMap((each) => {
    const reasons = reasonsOf(each, tag, schema, $defs);
    for (const value of tagsIn(each.type && propertyOf(each.type, tag), $defs)) {
      const other = first.get(value);
      if (other === undefined) first.set(value, each.name);
      else reasons.push(`its ${tag} is ${JSON.stringify(value)}, as that of ${other}`);
    }
    const told = { branch: each.name, tag, reason: reasons.join(", and ") };
    return reasons.length === 0 ? [] : [diagnostic("SW231", placeOfSchema(each.type ?? each.written ?? schema), told)];
  });
}

function placeOfProperty(schema: SchemaObject, name: string): Place | undefined {
  const property = propertyOf(schema, name);
  return placeOfSchema(typeof property === "object" ? property : schema);
}

function listOfSteps(items: SchemaObject, context: Context): Diagnostic {
  const pointer = context.inputs.contract.steps?.at ?? "";
  const told = { pointer, items: locationOf(items) ?? `${pointer}/items` };
  return diagnostic("SW139", inContract(context, "/steps/at"), told);
}

interface Branch {
  readonly name: string;
  readonly written: SchemaObject | undefined;
  /** What it is, where it is a type with a name. */
  readonly type: SchemaObject | undefined;
}

function branchOf(branch: Schema, index: number, $defs: Definitions): Branch {
  const written = typeof branch === "object" ? branch : undefined;
  const type = isOnlyReference(branch) ? definitionOf(branch, $defs) : undefined;
  return {
    name: written?.$ref === undefined ? `branch ${index + 1}` : refName(written.$ref),
    written,
    type: typeof type === "object" ? type : undefined,
  };
}

/** @param beside what is said of all branches. */
function reasonsOf({ type }: Branch, tag: string, beside: SchemaObject, $defs: Definitions): string[] {
  if (type === undefined) return ["it is no object with a name: give it one under $defs, and refer to that alone"];
  const property = propertyOf(type, tag);
  if (property === undefined) return [`it has no property ${tag}`];
  return [
    ...([type.type, beside.type].includes("object") ? [] : [`it does not say "type": "object"`]),
    ...(property === false ? [`its ${tag} is forbidden by a closed schema in its allOf`] : []),
    ...(property !== false && tagsIn(property, $defs).length === 0 ? [`its ${tag} is no constant string`] : []),
    ...([type.required, beside.required].some((names) => names?.includes(tag)) ? [] : [`its ${tag} is not required`]),
  ];
}
