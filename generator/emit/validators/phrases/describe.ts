/**
 * A schema or a branch in a few words, for sentences about it: `a Cat`, `null`, `a string of at most 3 characters`.
 */
import { typeInWords } from "../../../json/show-value.js";
import type { Json } from "../../../json/json-schema.js";
import { stepReference } from "../../../schema/step-references/step-references.js";
import { articleOf } from "../../text/article.js";
import { alternatives, keywordPhrase, typesIn, valuesPhrase } from "./keyword-phrases.js";
import { kindPhrase, kindsSpokenOf, saidOf } from "./kind-phrase.js";
import { negation } from "./negation.js";
import { eachPart, withParts } from "./parts-phrase.js";
import type { Said } from "./said.js";
import { valuesListed } from "../program/values-listed.js";
import { unreferred, type Branch, type Program, type Projected, type ProjectedSchema } from "../program/program.js";

export interface Describe {
  /** What a branch asks for, or the kind of value that it wants at least. */
  roughly(branch: Branch): Said | undefined;
  /** The properties of which a branch wants one, and nothing else: what it does not take is an object without them. */
  lacking(branch: Branch): readonly string[] | undefined;
  /** What a schema asks for. */
  said(schema: ProjectedSchema): Said | undefined;
  /** The same in short. */
  schema(schema: Projected | undefined): string | undefined;
  /** The values that a schema lists; undefined where it does not. */
  values(schema: Projected | undefined): readonly Json[] | undefined;
}

/** Characters of a choice between schemas that are a few words still: what is made of choices would double with each of them. */
const longestChoice = 1_000;

/** Characters of what a part or a plain value must be that are a few words still. */
const longestPart = 80;

/** Nothing deeper is a few words, and it may be a part of itself. */
const deepestPart = 3;

const isPlain = ({ type }: ProjectedSchema): boolean =>
  type !== undefined && typesIn(type).every((each) => each !== "object" && each !== "array");

const all = (...phrases: readonly string[]): Said => ({ phrases, brief: phrases, isAll: true, about: [] });

/** @param depth how far parts of parts are looked at. */
export function describer(program: Program, depth = deepestPart): Describe {
  // One schema is asked by many others, which may double with every step down. As a part of another it says less.
  const known = new Map<ProjectedSchema, Said | undefined>();
  const parts = depth > 0 ? describer(program, depth - 1) : undefined;
  return {
    roughly: ofBranch,
    lacking,
    said: ofSchema,
    schema(schema) {
      const said = typeof schema === "object" ? ofSchema(schema) : undefined;
      return said && alternatives(said.brief);
    },
    values: (schema) => (typeof schema === "object" ? valuesListed(schema, program) : undefined),
  };

  /** Values that are listed say more than the name of their type. */
  function ofBranch(branch: Branch): Said | undefined {
    if ("types" in branch) return all(...typesIn(branch.types).map(typeInWords));
    const values = valuesListed({ call: [branch.call] }, program);
    if (values === undefined) return ofFunction(branch.call);
    return values.length === 0 ? all() : all(valuesPhrase(values));
  }

  /** A text or a number is told by what it may be, where that is a few words: its type's name says less. */
  function ofFunction(name: string): Said | undefined {
    const target = program.get(name);
    if (target?.kind === "constant") return target.accepts ? all("anything") : all();
    const said =
      target?.kind === "schema" && (target.type === undefined || isPlain(target.schema))
        ? ofSchema(target.schema)
        : undefined;
    if (target?.type === undefined || (said?.isAll && alternatives(said.phrases).length <= longestPart)) return said;
    return all(`${articleOf(target.type)} ${target.type}`);
  }

  function ofSchema(schema: ProjectedSchema): Said | undefined {
    if (!known.has(schema)) known.set(schema, saidOfSchema(schema));
    return known.get(schema);
  }

  function saidOfSchema(schema: ProjectedSchema): Said | undefined {
    const value = unreferred(schema);
    if (value !== undefined) return orReference(value);
    const { type, ...others } = withLacks(schema);
    return type === undefined ? ofUntyped(others) : ofTypes(typesIn(type), others);
  }

  function ofUntyped(schema: ProjectedSchema): Said | undefined {
    const keywords = Object.keys(schema);
    const isAlone = keywords.length === 1;
    if (keywords.length === 0) return all("anything");
    if (isAlone && schema.not !== undefined) return ofNegation(schema.not);
    const whole = ofWhole(schema);
    if (whole !== undefined) return { ...whole, isAll: whole.isAll && isAlone };
    const kinds = kindsSpokenOf(schema);
    return kinds.length === 1 ? { ...ofKinds(kinds, schema), about: kinds } : undefined;
  }

  function ofTypes(types: readonly string[], schema: ProjectedSchema): Said {
    const whole = types.length === 1 && Object.keys(schema).length === 1 ? ofWhole(schema) : undefined;
    if (whole === undefined) return { ...ofKinds(types, schema), about: [] };
    // What speaks of numbers does not say that they must be integers.
    return { ...whole, isAll: whole.isAll && whole.about.every((kind) => kind === types[0]), about: [] };
  }

  function orReference(schema: ProjectedSchema): Said | undefined {
    const values = valuesListed(schema, program);
    const said = values === undefined ? ofSchema(schema) : all(valuesPhrase(values));
    const reference = `a ${stepReference}`;
    return said && { ...said, phrases: [...said.phrases, reference], brief: [...said.brief, reference] };
  }

  /** What has a negation that an object without some properties satisfies, and nothing else, is about such an object. */
  function withLacks(schema: ProjectedSchema): ProjectedSchema {
    const { not, ...others } = schema;
    const lacks = not === undefined ? undefined : lacking(not);
    return lacks === undefined ? schema : { ...others, type: "object", lacks };
  }

  function ofKinds(types: readonly string[], schema: ProjectedSchema): Omit<Said, "about"> {
    const kinds = types.map((type) => {
      const brief = kindPhrase(type, schema);
      const [keyword = "", part] = eachPart(type, schema) ?? [];
      if (part === undefined) return { brief, phrase: brief, said: saidOf(type, schema) };
      const words = ofPart(part);
      return {
        brief: withParts(brief, type, part, undefined),
        phrase: withParts(brief, type, part, words),
        said: [...saidOf(type, schema), ...(words === undefined ? [] : [keyword])],
      };
    });
    return {
      phrases: kinds.map(({ phrase }) => phrase),
      brief: kinds.map(({ brief }) => brief),
      isAll: Object.keys(schema).every((keyword) => kinds.some(({ said }) => said.includes(keyword))),
    };
  }

  function ofPart(part: Projected): string | undefined {
    if (typeof part === "boolean") return part ? "anything" : undefined;
    const said = parts?.said(part);
    const words = said?.isAll ? alternatives(said.phrases) : "";
    return words !== "" && words.length <= longestPart ? words : undefined;
  }

  /** What a keyword says that speaks of every kind of value. */
  function ofWhole(schema: ProjectedSchema): Said | undefined {
    const keyword = ["const", "enum"].find((each) => each in schema);
    if (keyword !== undefined) return all(keywordPhrase(keyword, schema) ?? "");
    const [call, ...more] = schema.call ?? [];
    if (call !== undefined) return more.length > 0 ? undefined : ofFunction(call);
    return schema.anyOf && ofAlternatives(schema.anyOf);
  }

  function ofNegation(branch: Branch): Said | undefined {
    const refused = ofBranch(branch);
    const words = refused && negation(refused, undefined);
    return words === undefined ? undefined : all(words);
  }

  function lacking(branch: Branch): readonly string[] | undefined {
    const { anyOf, ...others } = unnamedSchema(branch) ?? {};
    if (anyOf === undefined || Object.keys(others).length > 0) return onlyRequired(branch);
    const names = anyOf.map(onlyRequired);
    return names.every((each) => each !== undefined) ? names.flat() : undefined;
  }

  /** The one property that a branch asks for, as a list, where it asks for nothing else. */
  function onlyRequired(branch: Branch): readonly string[] | undefined {
    const { required, ...others } = unnamedSchema(branch) ?? {};
    return required?.length === 1 && Object.keys(others).length === 0 ? required : undefined;
  }

  function unnamedSchema(branch: Branch): ProjectedSchema | undefined {
    const target = "call" in branch ? program.get(branch.call) : undefined;
    return target?.kind === "schema" && target.type === undefined ? target.schema : undefined;
  }

  function ofAlternatives(branches: readonly Branch[]): Said | undefined {
    const said = branches.map(ofBranch);
    if (!said.every((each) => each !== undefined)) return undefined;
    const phrases = [...new Set(said.flatMap((each) => each.phrases))];
    const brief = [...new Set(said.flatMap((each) => each.brief))];
    return phrases.join().length > longestChoice
      ? undefined
      : {
          phrases,
          brief,
          isAll: said.every((each) => each.isAll),
          about: [...new Set(said.flatMap((each) => each.about))],
        };
  }
}
