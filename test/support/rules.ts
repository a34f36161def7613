/**
 * What a rule is given, from plain JSON: documents whose objects know where they stand, a contract, and a place for
 * problems. All of it is frozen: a rule that changes its input throws.
 */
import type { Contract } from "#generator/contract.js";
import type { Diagnostic } from "#generator/diagnostics.js";
import type { Definitions, Json } from "#generator/json/json-schema.js";
import type { Unavailable } from "#generator/load/document.js";
import { stampOrigins, stampPointers } from "#generator/load/stamp.js";
import { annotate } from "#generator/schema/annotate/annotate.js";
import type { Context } from "#generator/schema/context.js";
import type { Named } from "#generator/schema/name/name.js";
import { deepFreeze } from "./deep-freeze.js";
import { inputsOf } from "./inputs.js";

export interface Setting {
  readonly contract?: Partial<Contract>;
  /** Path below the schema's folder → what stands there. */
  readonly files?: Readonly<Record<string, Json>>;
  readonly unavailable?: Readonly<Record<string, Unavailable>>;
}

const files = "api/x";
const entries: Contract["entries"] = { Root: { at: "#", direction: "response" } };

export function contextOf(schema: Json, { contract, files: others = {}, unavailable = {} }: Setting = {}): Context {
  const inputs = inputsOf(schema, {
    contract: { entries, ...contract },
    files,
    referenced: new Map(Object.entries(others)),
    unavailable: new Map(Object.entries(unavailable)),
  });
  return { inputs: deepFreeze(inputs), problems: [] };
}

/** The context's schema after the first rule. */
export const annotatedIn = ({ inputs }: Context): Json => deepFreeze(annotate(inputs.schema.value, undefined, ""));

/** Definitions as rule **name** leaves them: each stands at `#/$defs/<its name>`. */
export function namedOf($defs: Definitions): Named {
  const { $defs: stamped } = stampPointers(stampOrigins({ $defs } as Json, `${files}.schema.json`)) as {
    $defs: Definitions;
  };
  return deepFreeze({ $defs: stamped, nameAt: new Map(Object.keys($defs).map((name) => [`#/$defs/${name}`, name])) });
}

/** As JSON: without origins. */
export const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value)) as unknown;

/** `SW210 api/x.schema.json#/properties/a $ref "#/b" leads nowhere` */
export const told = (problems: readonly Diagnostic[]): readonly string[] =>
  problems.map(
    ({ code, message, place }) =>
      `${code} ${place === undefined ? "" : `${place.file}#${place.pointer ?? ""} `}${message}`,
  );
