/**
 * Any accepted schema → the canonical one: named rules, one after another, each from a schema to a new schema.
 */
import { bundle } from "./bundle/bundle.js";
import { checkFormats } from "./check-formats.js";
import { settle, type Context } from "./context.js";
import { dialect } from "./dialect/dialect.js";
import { direct } from "./direct/direct.js";
import { discriminate } from "./discriminate/discriminate.js";
import { endless, endlessChoices } from "./endless.js";
import { exactNumbers } from "./exact-numbers.js";
import { formatAnnotations } from "./format-annotations.js";
import { inherit } from "./inherit/inherit.js";
import type { CanonicalSchema, Json } from "./json-schema.js";
import { measure } from "./measure.js";
import { misspelled } from "./misspelled.js";
import { name } from "./name/name.js";
import { isOpenApi } from "./dialect/open-api-version.js";
import { options, type WithOptions } from "./options.js";
import { patterns } from "./patterns/patterns.js";
import { refuse } from "./refuse.js";
import { typeView } from "./type-view.js";
import { untyped } from "./untyped.js";
import { unevaluated } from "./unevaluated/unevaluated.js";

export interface Canonical extends WithOptions {
  readonly schema: CanonicalSchema;
  /** The same schema as types see it. */
  readonly types: CanonicalSchema;
}

const $schema = "https://json-schema.org/draft/2020-12/schema";

/** @throws Failure with all that a rule found wrong: a later rule never sees a broken schema. */
export function canonicalize(annotated: Json, context: Context): Canonical {
  const schema = settle(context, dialect(annotated, context));
  const measured = settle(context, exactNumbers(measure(bundle(schema, context), context), context));
  const bundled = settle(context, endless(patterns(misspelled(measured, context), context), context));
  const lowered = settle(context, measure(unevaluated(bundled), context));
  const named = settle(context, name(lowered, context));
  const inherited = inherit(named, isOpenApi(annotated) ? "every" : "discriminated");
  const discriminated = settle(context, endlessChoices(discriminate(inherited, context), context));
  const directed = settle(context, direct(discriminated, context));
  const complete = settle(
    context,
    untyped(checkFormats(refuse(options(directed, context), context), context), context),
  );
  const $defs = formatAnnotations(complete.$defs, context);
  return { ...complete, schema: { $schema, $defs }, types: { $schema, $defs: typeView(complete) } };
}
