/**
 * Rule **listed branches**: branches of a choice that do nothing but list values become one list. Values are commonly written so, a
 * branch with a `const` each, to say what it means: that goes into the description of the list.
 */
import type { Bundle } from "./bundle/bundle.js";
import type { Json, Schema, SchemaObject } from "../json/json-schema.js";
import { isAssertion } from "./reading/fidelity.js";
import { isOfType } from "./reading/kinds.js";
import { valuesOf, valuesOfChoice } from "./reading/listed-values.js";
import { keepOrigin, mapDefinitions, mapObjectsIn } from "./reading/walk.js";

type Choice = "anyOf" | "oneOf";

interface ListedBranch {
  readonly branch: SchemaObject;
  readonly values: readonly Json[];
}

export const listedBranches = ({ $defs }: Bundle): Bundle => ({
  $defs: mapDefinitions($defs, (schema) => mapObjectsIn(schema, joined)),
});

const joined = (schema: SchemaObject): SchemaObject =>
  schema.discriminator === undefined ? joinedIn("oneOf", joinedIn("anyOf", schema)) : schema;

function joinedIn(choice: Choice, schema: SchemaObject): SchemaObject {
  const branches = schema[choice] ?? [];
  const lists = branches.flatMap(listedIn);
  const [first, ...others] = lists;
  const listed = lists.map((list) => list.values);
  const values = valuesOfChoice(choice, listed);
  if (first === undefined || others.length === 0 || values.length === 0) return schema;
  const list = { ...descriptionOf(lists, values), enum: values };
  if (lists.length === branches.length) return isListed(schema) ? schema : withList(list, choice, schema);
  // What two lists refuse, a branch beside them might take alone.
  if (values.length < valuesOfChoice("anyOf", listed).length) return schema;
  const gone = new Set<Schema>(others.map(({ branch }) => branch));
  const kept = branches.filter((branch) => !gone.has(branch));
  return { ...schema, [choice]: kept.map((branch) => (branch === first.branch ? keepOrigin(list, branch) : branch)) };
}

const isListed = (schema: SchemaObject): boolean => schema.const !== undefined || schema.enum !== undefined;

/** The branch, if all that it does is to list values: texts, numbers, `true`, `false` or null. */
function listedIn(branch: Schema): readonly ListedBranch[] {
  if (typeof branch === "boolean") return [];
  const { type } = branch;
  const values = valuesOf(branch) ?? (type === "null" ? [null] : undefined);
  const isList = Object.keys(branch).every((keyword) => listing.has(keyword) || !isAssertion(keyword));
  if (!isList || values?.some((value) => typeof value === "object" && value !== null) !== false) return [];
  const isAllowed = (value: Json): boolean => [type ?? []].flat().some((each) => isOfType(value, each));
  return [{ branch, values: type === undefined ? values : values.filter(isAllowed) }];
}

const listing: ReadonlySet<string> = new Set(["type", "const", "enum"]);

/** An item for each branch that says what its values mean, of those that fit. */
function descriptionOf(lists: readonly ListedBranch[], fitting: readonly Json[]): { readonly description?: string } {
  const isFitting = new Set(fitting);
  const items = lists.flatMap(({ branch, values }) => {
    const listed = values.filter((value) => isFitting.has(value)).map((value) => `\`${JSON.stringify(value)}\``);
    const words = meaningOf(branch);
    return listed.length === 0 || words === "" ? [] : [`- ${listed.join(", ")}: ${words.replaceAll("\n", "\n  ")}`];
  });
  return items.length === 0 ? {} : { description: items.join("\n") };
}

function meaningOf({ title = "", description = title, deprecated }: SchemaObject): string {
  return `${deprecated === true ? "Deprecated. " : ""}${description}`.trim();
}

/** The list as part of the schema whose choice it was, at its place among the keywords. */
function withList(list: SchemaObject, choice: Choice, schema: SchemaObject): SchemaObject {
  const description = [schema.description ?? [], list.description ?? []].flat().join("\n\n");
  const entries = Object.entries(schema).map(([key, value]) => (key === choice ? ["enum", list.enum] : [key, value]));
  return keepOrigin({ ...Object.fromEntries(entries), ...(description !== "" && { description }) }, schema);
}
