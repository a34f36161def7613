/**
 * The part of rule **discriminate** for a `discriminator` beside `oneOf` or `anyOf`: a branch that does not say itself with which
 * tag it alone is meant says what the mapping says. One that leaves a branch untold is a warning, as nothing reads it then.
 */
import { diagnostic, placeOfSchema, type Diagnostic } from "../../diagnostics.js";
import {
  propertyOf,
  refName,
  type Definitions,
  type Discriminator,
  type Scalar,
  type SchemaObject,
} from "../../json/json-schema.js";
import { multimap } from "../../multimap.js";
import { definitionOf, lastName } from "../reading/definition-of.js";
import { isNull } from "../reading/kinds.js";
import { mapDefinitions, objectsIn } from "../reading/walk.js";
import { withCommonTags } from "./common-tags.js";
import { flattened } from "./flatten.js";
import { leavesOf, referredBy, requiredConstants, withoutHints } from "./recognise.js";
import { takesTag } from "./takes-tag.js";
import { withTags } from "./with-tags.js";

type Choice = SchemaObject & { readonly discriminator: Discriminator };

export function tagBranches($defs: Definitions, problems: Diagnostic[]): Definitions {
  const choices = Object.values($defs).flatMap(objectsIn).filter(isChoice);
  if (choices.length === 0) return $defs;
  // A branch that is a choice is its branches, whatever discriminator is beside these.
  const flat = flattened(withCommonTags(mapDefinitions($defs, (schema) => withoutHints(schema, true))));
  const tags = new Map<string, Map<string, Set<Scalar>>>();
  for (const choice of choices) {
    const { propertyName, mapping } = choice.discriminator;
    const silent = silentAmong(branchesOf(choice), propertyName).map(({ branch, own }) => ({
      branch,
      values: [...own.filter((tag) => !isMapped(tag, mapping)), ...tagsOf(choice, branch)],
    }));
    const untold = silent.filter(({ branch, values }) => !canSay(branch, propertyName, values));
    if (untold.length > 0) problems.push(untoldProblem(choice, untold));
    if (untold.length === 0) for (const { branch, values } of silent) addTags(branch ?? "", propertyName, values);
  }
  return mapDefinitions($defs, (schema, own) => {
    const said = tags.get(own);
    if (said === undefined || typeof schema === "boolean") return schema;
    const values = [...said].map(([tag, each]) => [tag, { values: [...each], isDefault: false }] as const);
    return withTags({ type: "object", ...schema }, new Map(values));
  });

  /** The definition at the end of each branch's reference; undefined where a branch is something else. Null needs no tag. */
  function branchesOf({ oneOf, anyOf }: Choice): readonly (string | undefined)[] {
    const met = new Set<unknown>();
    return (oneOf ?? anyOf ?? [])
      .flatMap((branch) => leavesOf(branch, flat, met))
      .filter((branch) => !isNull(branch))
      .map((branch) => {
        const name = referredBy(branch);
        return name === undefined ? undefined : lastName(name, $defs);
      });
  }

  /**
   * Those that list no tags, or one that another lists too, as all do that have the list of one base; each with those that it lists
   * alone.
   */
  function silentAmong(branches: readonly (string | undefined)[], tag: string) {
    const said = (branch: string | undefined): readonly Scalar[] =>
      branch === undefined ? [] : requiredConstants(definitionOf(flat[branch], flat), tag, flat);
    const listed = [...new Set(branches)].flatMap((branch) => said(branch).map((value) => [value, branch] as const));
    const branchesWith = multimap(listed);
    return branches.flatMap((branch) => {
      const values = said(branch);
      const own = values.filter((value) => branchesWith.get(value)?.length === 1);
      return values.length === 0 || own.length < values.length ? [{ branch, own }] : [];
    });
  }

  /** Only an object has a tag, and none but those that its own schema takes. */
  function canSay(branch: string | undefined, tag: string, values: readonly Scalar[]): boolean {
    const schema = branch === undefined ? undefined : $defs[branch];
    if (typeof schema !== "object" || (schema.type ?? "object") !== "object" || values.length === 0) return false;
    const property = propertyOf(definitionOf(flat[branch ?? ""], flat), tag);
    const isUnion = schema.oneOf !== undefined || schema.anyOf !== undefined;
    return !isUnion && values.every((value) => takesTag(property, value, $defs));
  }

  function tagsOf({ discriminator: { mapping } }: Choice, branch: string | undefined): readonly string[] {
    return Object.keys(mapping).filter((tag) => lastName(refName(mapping[tag] ?? ""), $defs) === branch);
  }

  function addTags(branch: string, tag: string, values: readonly Scalar[]): void {
    const own = tags.get(branch) ?? new Map<string, Set<Scalar>>();
    tags.set(branch, own.set(tag, new Set([...(own.get(tag) ?? []), ...values])));
  }
}

/** A number, a boolean or null is never what a mapping names. */
const isMapped = (tag: Scalar, mapping: Discriminator["mapping"]): boolean =>
  typeof tag === "string" && Object.hasOwn(mapping, tag);

const isChoice = (schema: SchemaObject): schema is Choice =>
  schema.discriminator !== undefined && (schema.oneOf ?? schema.anyOf) !== undefined;

function untoldProblem(choice: Choice, untold: readonly { readonly branch: string | undefined }[]): Diagnostic {
  const tag = choice.discriminator.propertyName;
  const branches = untold.map(({ branch }) => branch ?? "one that is no reference").join(", ");
  return diagnostic("SW255", placeOfSchema(choice), { tag, branches });
}
