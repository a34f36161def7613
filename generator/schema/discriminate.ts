/**
 * Rule **discriminate**: what a tag tells apart becomes a tagged union, a `oneOf` of named branches with a `const` tag
 * in each. The contract's step is split by its tag's enum; a `oneOf` or `anyOf` whose branches carry constant tags is
 * recognised. Where the tag is not required, the union has an untagged rest that forbids the tag.
 */
import { diagnostic, type Diagnostic } from "../diagnostics.js";
import { inContract, type Context } from "./context.js";
import { discriminateMappings, type Discriminated } from "./discriminate-mapping.js";
import { pascalCase } from "./identifier-case.js";
import { origin, propertyOf, refName, refTo, type Definitions, type Schema, type SchemaObject } from "./json-schema.js";
import type { Named } from "./name.js";
import { constantOf, definitionOf, taggedUnion } from "./tagged-union.js";
import { without } from "./walk.js";

export function discriminate(inherited: Named, context: Context): Named & Discriminated {
  const { steps } = context.inputs.contract;
  const named = { ...inherited, ...discriminateMappings(inherited.$defs, steps?.unknownTags ?? "reject") };
  const union = steps && named.nameAt.get(steps.at);
  const $defs = Object.entries(named.$defs).flatMap(([own, schema]): [string, Schema][] => {
    if (steps === undefined || own !== union) return [[own, recognise(schema, named.$defs)]];
    const split = splitStep(own, recognise(schema, named.$defs, [steps.tag]), steps.tag, named.$defs, context);
    return steps.unknownTags === "pass" ? withUnlisted(own, schema, split) : split;
  });
  return { ...named, $defs: Object.fromEntries($defs) };
}

/**
 * A union of references to objects with one required constant tag, each value once.
 * @param tags the properties that may be the tag: any that the first branch requires, where nothing is said.
 */
function recognise(schema: Schema, $defs: Definitions, tags?: readonly string[]): Schema {
  if (typeof schema === "boolean" || schema.discriminator !== undefined) return schema;
  const branches = schema.oneOf ?? schema.anyOf;
  if (branches === undefined || branches.length === 0) return schema;
  const objects = branches.map((branch) => definitionOf(branch, $defs));
  const first = objects[0];
  const candidates = tags ?? (typeof first === "object" ? (first.required ?? []) : []);
  for (const tag of candidates) {
    const pairs = branches.flatMap((branch, index): [string, string][] => {
      const object = objects[index];
      const value =
        typeof object === "object" && object.type === "object" && object.required?.includes(tag)
          ? constantOf(propertyOf(object, tag))
          : undefined;
      return value !== undefined && typeof branch === "object" && branch.$ref !== undefined
        ? [[value, refName(branch.$ref)]]
        : [];
    });
    const mapping = new Map(pairs);
    if (mapping.size === branches.length) return taggedUnion(without(schema, "oneOf", "anyOf"), tag, mapping);
  }
  return schema;
}

function splitStep(own: string, schema: Schema, tag: string, $defs: Definitions, context: Context): [string, Schema][] {
  if (typeof schema === "boolean" || schema.discriminator !== undefined) return [[own, schema]];
  const property = propertyOf(schema, tag);
  const values = tagValues(property, $defs);
  if (values === undefined) {
    context.problems.push(untold(schema, property, tag, context));
    return [[own, schema]];
  }
  const branches = new Map(values.map((value) => [value, `${pascalCase(value)}Step`]));
  const absent = schema.required?.includes(tag) ? undefined : "UntaggedStep";
  const said = typeof property === "object" ? without(property, "$ref", "type", "enum", "const") : {};
  const variants = [...branches].map(([value, branch]): [string, Schema] => [
    branch,
    variant(schema, tag, { ...said, const: value }, true),
  ]);
  const rest: [string, Schema][] = absent === undefined ? [] : [[absent, variant(schema, tag, false, false)]];
  const taken = new Set(Object.keys($defs));
  for (const [value, branch] of [...branches, ...(absent === undefined ? [] : [["(none)", absent] as const])]) {
    if (taken.has(branch))
      context.problems.push(diagnostic("SW220", schema, { name: branch, location: `the step with the tag ${value}` }));
    taken.add(branch);
  }
  const base: SchemaObject = {
    ...(schema.title !== undefined && { title: schema.title }),
    ...(schema.description !== undefined && { description: schema.description }),
    ...(schema[origin] && { [origin]: schema[origin] }),
  };
  return [[own, taggedUnion(base, tag, branches, { absent })], ...variants, ...rest];
}

/** The union of steps with a branch for tags that it does not list, which answers may carry. */
function withUnlisted(own: string, step: Schema, split: readonly [string, Schema][]): [string, Schema][] {
  const name = `Unlisted${own}`;
  return split.flatMap(([each, schema]): [string, Schema][] => {
    if (each !== own || typeof schema === "boolean" || !schema.discriminator || schema.discriminator.unknown)
      return [[each, schema]];
    const { propertyName, mapping } = schema.discriminator;
    const anyOther = { type: "string", not: { enum: Object.keys(mapping) } } as const;
    // Of a step that is split by its tag all else is known; of branches without anything in common only the tag.
    const body = typeof step === "object" ? without(step, "oneOf", "anyOf", "discriminator") : {};
    const union = {
      ...schema,
      oneOf: [...(schema.oneOf ?? []), { $ref: refTo(name) }],
      discriminator: { ...schema.discriminator, unknown: refTo(name) },
    };
    return [
      [own, union],
      [name, variant(body, propertyName, anyOther, true)],
    ];
  });
}

/** Why a step's tag does not split it into types. */
function untold(schema: SchemaObject, property: Schema | undefined, tag: string, context: Context): Diagnostic {
  if (property !== undefined) return diagnostic("SW230", typeof property === "object" ? property : schema, { tag });
  if (schema.oneOf !== undefined || schema.anyOf !== undefined) return diagnostic("SW231", schema, { tag });
  return diagnostic("SW112", inContract(context, "/steps/tag"), { tag });
}

function variant(schema: SchemaObject, tag: string, tagSchema: Schema, required: boolean): SchemaObject {
  const others = Object.entries(schema.properties ?? {}).filter(([key]) => key !== tag);
  const names = [...new Set([...(required ? [tag] : []), ...(schema.required ?? [])])];
  return {
    ...without(schema, "required", "title"),
    type: "object",
    ...(names.length > 0 && { required: names }),
    properties: Object.fromEntries([[tag, tagSchema], ...others]),
  };
}

function tagValues(property: Schema | undefined, $defs: Definitions): readonly string[] | undefined {
  const schema = definitionOf(property, $defs);
  if (typeof schema !== "object") return undefined;
  const values = schema.const === undefined ? schema.enum : [schema.const];
  return values?.every((value): value is string => typeof value === "string") ? values : undefined;
}
