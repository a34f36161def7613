/**
 * Any accepted schema → the canonical one: named rules, one after another. A rule makes a new schema, or only looks for what is wrong
 * with the one it is given.
 */
import type { CanonicalSchema, Json } from "../json/json-schema.js";
import { isOpenApi } from "../load/document-kind.js";
import { anyName } from "./any-name.js";
import { bundle } from "./bundle/bundle.js";
import { closedBeside } from "./closed-beside.js";
import { constantTags } from "./constant-tags.js";
import { checkFormats } from "./check-formats.js";
import { stopOnErrors, type Context } from "./context.js";
import { dialect } from "./dialect/dialect.js";
import { direct } from "./direct/direct.js";
import { discriminate } from "./discriminate/discriminate.js";
import { editorWords } from "./editor-words.js";
import { endless, endlessChoices } from "./endless.js";
import { exactNumbers } from "./exact-numbers.js";
import { formatAnnotations } from "./format-annotations.js";
import { ignoredKeywords } from "./ignored-keywords.js";
import { inherit } from "./inherit/inherit.js";
import { listedBranches } from "./listed-branches.js";
import { measure } from "./measure.js";
import { misspelled } from "./misspelled.js";
import { name } from "./name/name.js";
import { takenNames } from "./name/taken-names.js";
import { options, type WithOptions } from "./options/options.js";
import { patterns } from "./patterns/patterns.js";
import { refuse } from "./refuse.js";
import { sameBranches } from "./same-branches.js";
import { typeView } from "./type-view.js";
import { untyped } from "./untyped.js";
import { unevaluated } from "./unevaluated/unevaluated.js";

export interface Canonical extends WithOptions {
  readonly schema: CanonicalSchema;
  /** The same schema as types see it. */
  readonly types: CanonicalSchema;
}

const $schema = "https://json-schema.org/draft/2020-12/schema";

/** @throws Failure with all that was found wrong before a rule that needs a schema without it. */
export function canonicalize(annotated: Json, context: Context): Canonical {
  const schema = dialect(annotated, context);
  stopOnErrors(context);
  const bundled = bundle(schema, context);
  for (const each of takenNames(context)) context.problems.push(each);
  measure(bundled, context);
  exactNumbers(bundled, context);
  stopOnErrors(context);
  misspelled(bundled, context);
  ignoredKeywords(bundled, context);
  patterns(bundled, context);
  endless(bundled, context);
  stopOnErrors(context);
  const lowered = unevaluated(listedBranches(anyName(editorWords(bundled))));
  measure(lowered, context);
  stopOnErrors(context);
  const named = name(lowered, context);
  stopOnErrors(context);
  const inherited = inherit(named, isOpenApi(annotated) ? "every" : "discriminated");
  const discriminated = discriminate(inherited, context);
  endlessChoices(discriminated, context);
  sameBranches(discriminated, context);
  stopOnErrors(context);
  const directed = direct(discriminated, context);
  stopOnErrors(context);
  const optioned = options(directed, context);
  const complete = { ...optioned, $defs: constantTags(optioned.$defs) };
  refuse(complete, context);
  checkFormats(complete, context);
  untyped(complete, context);
  closedBeside(complete, context);
  stopOnErrors(context);
  const $defs = formatAnnotations(complete.$defs, context);
  return { ...complete, schema: { $schema, $defs }, types: { $schema, $defs: typeView(complete) } };
}
