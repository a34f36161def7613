/**
 * The part of rule **discriminate** for a step that says something beside its branches: definitions in; the same out, with each branch
 * as a type that says that too, so that a factory can make the whole step. Nothing changes where no tag tells the branches apart then.
 */
import type { ContractSteps } from "../../contract.js";
import { propertyOf, refTo, type Definitions, type Schema, type SchemaObject } from "../../json/json-schema.js";
import { conjunctsOf } from "../reading/conjuncts.js";
import { definitionOf, isOnlyReference, lastName } from "../reading/definition-of.js";
import { referencesIn } from "../reading/references-in.js";
import { renameReferences } from "../reading/rename-references.js";
import { constantOf } from "../reading/listed-values.js";
import { without } from "../reading/walk.js";
import { wordsOfPlaces } from "../reading/words.js";
import { stepTypeName } from "../name/step-names.js";
import { nameGiver } from "../../words/free-name.js";
import { flattened } from "./flatten.js";
import { referredBy, requiredValues } from "./recognise.js";
import { takesTag } from "./takes-tag.js";

/**
 * @param own the step's name.
 * @param entries the types that are asked for by themselves: they stay what they are.
 */
export function withSharedMembers(
  $defs: Definitions,
  own: string,
  steps: ContractSteps,
  entries: ReadonlySet<string>,
): Definitions {
  const choice = choiceIn($defs[own] ?? true, $defs);
  const names = choice?.branches.map((branch) => lastName(referredBy(branch) ?? "", $defs)) ?? [];
  if (choice === undefined || names.some((name) => typeof $defs[name] !== "object")) return $defs;
  const keys = names.map((_, index) => `#/branch/${index}`); // no names of definitions
  const wholes = wholeBranches(keys, choice.shared, $defs);
  const tags = keys.map((key) => requiredValues(wholes[key], steps.tag, $defs));
  if (tags.some((values) => values.length === 0) || new Set(tags.flat()).size < tags.flat().length) return $defs;

  const elsewhere = new Set([
    ...entries,
    ...Object.entries($defs).flatMap(([each, schema]) => (each === own ? [] : referencesIn(schema))),
  ]);
  const nameFor = nameGiver(Object.keys($defs));
  const wholeNames = names.map((name, index) =>
    elsewhere.has(name) ? nameFor(stepTypeName(tags[index]?.[0] ?? "", steps)) : name,
  );
  // What is shared may itself ask for a branch as it is alone.
  const asked = new Set(referencesIn(choice.shared));
  const alone = new Map(
    names.filter((name) => asked.has(name) && !elsewhere.has(name)).map((name) => [name, nameFor(`${name}Alone`)]),
  );
  const shared = renameReferences(choice.shared, (name) => alone.get(name) ?? name) as SchemaObject;
  const all = { ...$defs, ...Object.fromEntries([...alone].map(([name, other]) => [other, $defs[name] ?? true])) };
  const branches = wholeNames.map((name) => ({ $ref: refTo(name) }));
  return {
    ...all,
    ...wholeBranches(wholeNames, shared, all),
    [own]: { ...choice.union, [choice.keyword]: branches },
  };

  /** The branches with what is shared, under other names. */
  function wholeBranches(others: readonly string[], shared: SchemaObject, $defs: Definitions): Definitions {
    const wholes = names.map((name, index): [string, Schema] => {
      const branch = $defs[name] as SchemaObject;
      return [others[index] ?? "", { ...branch, allOf: [...(branch.allOf ?? []), shared] }];
    });
    const flat = flattened({ ...$defs, ...Object.fromEntries(wholes) });
    return Object.fromEntries(wholes.map(([name]) => [name, withConstant(flat[name] ?? true, steps.tag, $defs)]));
  }
}

/** A tag that one side says by a reference, and the other by its value, is that value. */
function withConstant(schema: Schema, tag: string, $defs: Definitions): Schema {
  const property = propertyOf(schema, tag);
  if (typeof schema === "boolean" || typeof property !== "object" || constantOf(property) !== undefined) return schema;
  const value = conjunctsOf(property, $defs)
    .map(constantOf)
    .find((each) => each !== undefined);
  if (value === undefined || !takesTag(property, value, $defs)) return schema;
  const told = { ...without(property, "$ref", "allOf"), const: value };
  return { ...schema, properties: { ...schema.properties, [tag]: told } };
}

interface Choice {
  readonly keyword: "oneOf" | "anyOf";
  readonly branches: readonly Schema[];
  /** What is said of the place, and nothing else. */
  readonly union: SchemaObject;
  /** What is said beside the branches. */
  readonly shared: SchemaObject;
}

/** Undefined where there are no branches, two lists of them, or nothing beside them but that it is an object. */
function choiceIn(step: Schema, $defs: Definitions): Choice | undefined {
  if (typeof step === "boolean") return undefined;
  const schema = withBranchesOfPart(step, $defs);
  if (schema.oneOf !== undefined && schema.anyOf !== undefined) return undefined;
  const keyword = schema.oneOf === undefined ? "anyOf" : "oneOf";
  const branches = schema[keyword];
  const shared = without(schema, keyword, ...wordsOfPlaces);
  if (branches === undefined || Object.keys(without(shared, "type")).length === 0) return undefined;
  return { keyword, branches, shared, union: without(schema, ...Object.keys(shared)) };
}

/** `allOf: [{ what is shared }, { oneOf: [ … ] }]`, the part itself or a reference to it. */
function withBranchesOfPart(step: SchemaObject, $defs: Definitions): SchemaObject {
  const parts = (step.allOf ?? []).map((part) => (isOnlyReference(part) ? (definitionOf(part, $defs) ?? part) : part));
  const [found, ...more] = parts.filter((part) => typeof part === "object" && hasBranches(part));
  if (typeof found !== "object" || more.length > 0 || hasBranches(step)) return step;
  const beside = without(found, "oneOf", "anyOf", ...wordsOfPlaces);
  const others = [
    ...(step.allOf ?? []).filter((_, index) => parts[index] !== found),
    ...(Object.keys(beside).length > 0 ? [beside] : []),
  ];
  const { oneOf, anyOf } = found;
  return {
    ...without(step, "allOf"),
    ...(oneOf && { oneOf }),
    ...(anyOf && { anyOf }),
    ...(others.length > 0 && { allOf: others }),
  };
}

const hasBranches = ({ oneOf, anyOf }: SchemaObject): boolean => oneOf !== undefined || anyOf !== undefined;
