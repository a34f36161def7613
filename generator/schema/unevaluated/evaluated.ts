/**
 * A schema in; which schemas evaluate parts of the same value out, as far as `unevaluatedProperties` and
 * `unevaluatedItems` ask (JSON Schema 2020-12, core 11): some always do, others where a condition holds.
 */
import { refName, type Definitions, type Schema, type SchemaObject } from "../../json/json-schema.js";

export interface Evaluated {
  /** Schemas that apply to every value that is valid at all. */
  readonly always: readonly SchemaObject[];
  readonly choices: readonly Choice[];
}

/** What applies besides depends on whether the value fits `if`. */
export interface Choice {
  readonly if: Schema;
  readonly then: Evaluated;
  readonly else: Evaluated;
}

const nothing: Evaluated = { always: [], choices: [] };

/**
 * @param speaks whether a schema's own keywords evaluate anything of the kind that is asked about.
 * @returns undefined where a reference is followed only while a value is checked.
 */
export function evaluatedBy(
  schema: Schema,
  $defs: Definitions,
  speaks: (schema: SchemaObject) => boolean,
): Evaluated | undefined {
  let isKnown = true;
  // A schema that many ways lead to is read once, and is one and the same wherever it is met.
  const done = new Map<SchemaObject, Evaluated>();
  const found = collect(schema);
  return isKnown ? found : undefined;

  function collect(each: Schema | undefined): Evaluated {
    if (each === undefined || typeof each === "boolean") return nothing;
    const made = done.get(each) ?? read(each);
    done.set(each, made);
    return made;
  }

  function read(each: SchemaObject): Evaluated {
    if ("$dynamicRef" in each || "$recursiveRef" in each) isKnown = false;
    const { $ref, allOf = [], anyOf = [], oneOf = [] } = each;
    const dependent = Object.entries(each.dependentSchemas ?? {});
    return together(
      { always: speaks(each) ? [each] : [], choices: [] },
      collect($ref === undefined ? undefined : $defs[refName($ref)]),
      ...allOf.map(collect),
      ...anyOf.map((branch) => choice(branch, collect(branch))),
      // Where one branch fits no other does.
      oneOf.reduceRight((others: Evaluated, branch) => choice(branch, collect(branch), others), nothing),
      ...dependent.map(([key, child]) => choice({ type: "object", required: [key] }, collect(child))),
      conditional(each),
    );
  }

  function conditional(each: SchemaObject): Evaluated {
    const condition = each.if;
    if (condition === undefined) return nothing;
    const fits = together(collect(condition), collect(each.then));
    return choice(condition, fits, collect(each.else));
  }
}

/** Those that evaluate something in any case at all. */
export function schemasOf(found: Evaluated): readonly SchemaObject[] {
  const seen = new Set<Evaluated>();
  const schemas = new Set<SchemaObject>();
  const visit = (each: Evaluated): void => {
    if (seen.has(each)) return;
    seen.add(each);
    for (const schema of each.always) schemas.add(schema);
    for (const { then, else: otherwise } of each.choices) [then, otherwise].forEach(visit);
  };
  visit(found);
  return [...schemas];
}

/** In how many ways the choices can fall; Infinity where no number says it. */
export function waysOf(choices: readonly Choice[]): number {
  const known = new Map<Evaluated, number>();
  const ways = (each: Evaluated): number => {
    const count = known.get(each) ?? product(each.choices);
    known.set(each, count);
    return count;
  };
  const product = (all: readonly Choice[]): number =>
    all.reduce((sofar, each) => sofar * (ways(each.then) + ways(each.else)), 1);
  return product(choices);
}

function choice(condition: Schema, fits: Evaluated, otherwise: Evaluated = nothing): Evaluated {
  const isMoot = [fits, otherwise].every(({ always, choices }) => always.length + choices.length === 0);
  return isMoot ? nothing : { always: [], choices: [{ if: condition, then: fits, else: otherwise }] };
}

const together = (...parts: readonly Evaluated[]): Evaluated => ({
  always: [...new Set(parts.flatMap(({ always }) => always))],
  choices: [...new Set(parts.flatMap(({ choices }) => choices))],
});
