/**
 * Any accepted schema → the canonical one: named rules, one after another, each from a schema to a new schema.
 */
import { bundle } from "./bundle.js";
import { settle, type Context } from "./context.js";
import { dialect } from "./dialect.js";
import { direct } from "./direct.js";
import { discriminate } from "./discriminate.js";
import type { CanonicalSchema, Json } from "./json-schema.js";
import { name } from "./name.js";
import { options, type WithOptions } from "./options.js";

export interface Canonical extends WithOptions {
  readonly schema: CanonicalSchema;
}

/** @throws Failure with all that a rule found wrong: a later rule never sees a broken schema. */
export function canonicalize(annotated: Json, context: Context): Canonical {
  const schema = settle(context, dialect(annotated, context));
  const bundled = settle(context, bundle(schema, context));
  const named = settle(context, name(bundled, context));
  const discriminated = settle(context, discriminate(named, context));
  const directed = settle(context, direct(discriminated, context));
  const complete = settle(context, options(directed, context));
  return { ...complete, schema: { $schema: "https://json-schema.org/draft/2020-12/schema", $defs: complete.$defs } };
}
