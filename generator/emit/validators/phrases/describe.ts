/**
 * A schema or a branch in a few words, for sentences about it: `a Cat`, `null`, `a string of at most 3 characters`.
 */
import type { Json } from "../../../json/json-schema.js";
import { restricts } from "../../../schema/reading/kinds.js";
import { articleOf } from "../../text/article.js";
import { boundedKinds, boundedPhrase } from "./bounded-phrase.js";
import { alternatives, keywordPhrase, typePhrase, typesPhrase } from "./keyword-phrases.js";
import { unreferred, type Branch, type Choice, type Program, type ProjectedSchema } from "../program/program.js";

export interface Describe {
  /**
   * All that a branch asks for; undefined where that takes more than a few words.
   * @param type what the value is known to be.
   */
  exactly(branch: Branch, type: ProjectedSchema["type"]): string | undefined;
  /** What a branch asks for, or the kind of value that it wants at least. */
  roughly(branch: Branch): string | undefined;
  /** The same as a list: `{ type: ["string", "null"] }` are two; a branch that nothing satisfies is none. */
  kinds(branch: Branch): readonly string[] | undefined;
  /** What a schema asks for, roughly. */
  schema(schema: unknown): string | undefined;
  /** The values that a schema lists; undefined where it does not. */
  values(schema: unknown): readonly Json[] | undefined;
}

/** Whether a schema takes all values but some numbers, or some texts. */
const isOfOneKind = (schema: ProjectedSchema): boolean =>
  schema.type === undefined && (restricts(schema, "number") || restricts(schema, "string"));

/** Characters of a choice between schemas that are a few words still: what is made of choices would double with each of them. */
const longestChoice = 1_000;

export function describer(program: Program): Describe {
  // One schema is asked by many others, which may double with every step down.
  const exactly = new Map<ProjectedSchema, string | undefined>();
  return {
    exactly: (branch, type) =>
      ofBranch(branch, (schema) => (type === undefined && isOfOneKind(schema) ? undefined : exactSchema(schema))),
    roughly: (branch) => ofBranch(branch, roughSchema),
    kinds(branch) {
      if ("types" in branch) return branch.types.map(typePhrase);
      const target = program.get(branch.call);
      if (target?.kind === "constant" && !target.accepts) return [];
      const phrase = ofBranch(branch, roughSchema);
      return phrase === undefined ? undefined : [phrase];
    },
    schema: (schema) =>
      typeof schema === "object" && schema !== null ? roughSchema(schema as ProjectedSchema) : undefined,
    values: (schema) => (typeof schema === "object" && schema !== null ? listed(schema as ProjectedSchema) : undefined),
  };

  function listed(schema: ProjectedSchema): readonly Json[] | undefined {
    const value = unreferred(schema);
    if (value !== undefined) return listed(value);
    if (Object.keys(schema).length !== 1) return undefined;
    const [call = "", ...more] = (schema["call"] ?? []) as readonly string[];
    const target = more.length === 0 ? program.get(call) : undefined;
    if (target?.kind === "schema") return listed(target.schema);
    return (schema.enum as readonly unknown[] as readonly Choice[] | undefined)?.map((choice) => choice.value);
  }

  function ofBranch(branch: Branch, ofSchema: (schema: ProjectedSchema) => string | undefined): string | undefined {
    if ("types" in branch) return typesPhrase(branch.types);
    const target = program.get(branch.call);
    if (target?.kind === "constant") return target.accepts ? "anything" : undefined;
    if (target?.type !== undefined) return `${articleOf(target.type)} ${target.type}`;
    return target?.kind === "schema" ? ofSchema(target.schema) : undefined;
  }

  function exactSchema(schema: ProjectedSchema): string | undefined {
    if (!exactly.has(schema)) exactly.set(schema, exactPhrase(schema));
    return exactly.get(schema);
  }

  function exactPhrase(schema: ProjectedSchema): string | undefined {
    const { type, ...others } = schema;
    const [keyword, ...more] = Object.keys(others);
    if (keyword === undefined) return type === undefined ? "anything" : keywordPhrase("type", schema);
    const kinds = boundedKinds([keyword, ...more]);
    if (kinds !== undefined && type !== undefined) return boundedPhrase([type].flat(), schema);
    if (kinds?.length === 1) return boundedPhrase(kinds, schema);
    if (more.length > 0) return undefined;
    const value = unreferred(schema);
    if (value !== undefined) return exactSchema(value);
    if (keyword === "call") return ofCalls(others["call"] as readonly string[], exactSchema);
    if (keyword === "anyOf") return ofAlternatives(others["anyOf"] as readonly Branch[]);
    if (keyword === "required") {
      return `an object with ${(others["required"] as readonly string[]).map((key) => JSON.stringify(key)).join(" and ")}`;
    }
    return keywordPhrase(keyword, schema);
  }

  function roughSchema(schema: ProjectedSchema): string | undefined {
    const exact = exactSchema(schema);
    if (exact !== undefined) return exact;
    const value = unreferred(schema);
    if (value !== undefined) return roughSchema(value);
    if (schema.type !== undefined) return boundedPhrase([schema.type].flat(), schema);
    if (schema["call"] !== undefined) return ofCalls(schema["call"] as readonly string[], roughSchema);
    return schema.properties === undefined ? undefined : "an object";
  }

  function ofCalls(
    targets: readonly string[],
    ofSchema: (schema: ProjectedSchema) => string | undefined,
  ): string | undefined {
    const [call, ...more] = targets;
    return call === undefined || more.length > 0 ? undefined : ofBranch({ call }, ofSchema);
  }

  function ofAlternatives(branches: readonly Branch[]): string | undefined {
    const phrases = branches.map((branch) => ofBranch(branch, exactSchema));
    const phrase = phrases.every((each) => each !== undefined) ? alternatives(phrases) : undefined;
    return phrase !== undefined && phrase.length > longestChoice ? undefined : phrase;
  }
}
