/**
 * The request of the README's example: step types and the canonical schemas come in; a call of the factories, what it makes, and
 * whether that is valid go out.
 */
import {
  isObject,
  propertyOf,
  type Definitions,
  type Json,
  type JsonObject,
  type Schema,
} from "../../json/json-schema.js";
import type { Steps, StepVariant } from "../../model/model.js";
import type { FormatChecks } from "../../schema/reading/format-checks.js";
import { takesIn } from "../../schema/reading/takes.js";
import { inputType } from "../steps/input-type.js";
import { literal } from "../text/literal.js";
import { samplesOf } from "./sample.js";

/** What the examples' values are made from, and what decides whether they are valid. */
export interface Schemas {
  /** As types see them. */
  readonly shown: Definitions;
  /** As validators do. */
  readonly asked: Definitions;
  readonly formats: FormatChecks;
}

interface SampleRequest extends Call {
  /** That of its step. */
  readonly factory: string;
}

/**
 * A request of which every guard says that it is one, with as much as it may have. Where there is none, one that the first step
 * type begins, for values of the reader's own.
 */
export function sampleRequest(
  tried: readonly StepVariant[],
  first: StepVariant,
  table: Steps,
  guarded: readonly string[],
  { shown, asked, formats }: Schemas,
): { readonly request: SampleRequest; readonly isValid: boolean } {
  const takes = takesIn(asked, formats);
  const samples = samplesOf(shown, takesIn(shown, formats));
  const types = new Set([...guarded, ...(table.workflow ? [table.workflow.type] : [])]);
  for (const variant of tried) {
    for (const extras of [3, 0]) {
      const request = requestWith(variant, table, shown, (schema) => samples(schema, extras));
      const { missing, value } = request;
      if (missing.length === 0 && [...types].every((type) => takes(asked[type] ?? true, value)))
        return { request, isValid: true };
    }
  }
  const sampled = requestWith(first, table, shown, (schema) => samples(schema, 3));
  const request = sampled.missing.length > 0 ? sampled : requestWith(first, table, shown, () => undefined);
  return { request, isValid: false };
}

function requestWith(variant: StepVariant, table: Steps, $defs: Definitions, sample: Sample): SampleRequest {
  const { workflow } = table;
  const step = stepCall(variant, table, $defs, sample);
  if (workflow === undefined) return { ...step, factory: variant.factory };
  const options = workflow.options && {
    ...workflow.options,
    name: "workflowOptions",
    schema: $defs[workflow.options.type],
  };
  const call = callOf(workflow.name, [options], sample, { key: workflow.stepsProperty, step });
  return { ...call, factory: variant.factory };
}

function stepCall(variant: StepVariant, steps: Steps, $defs: Definitions, sample: Sample): Call {
  const { factory, tag, type, input, options } = variant;
  const parameters = [
    input && {
      ...input,
      name: "input",
      key: steps.inputProperty,
      type: inputType(variant, steps),
      schema: propertyOf($defs[type], steps.inputProperty),
    },
    options && { ...options, name: "options", schema: $defs[options.type] },
  ];
  const { value, ...call } = callOf(factory, parameters, sample);
  return { ...call, value: { ...value, [steps.tag]: tag } };
}

type Sample = (schema: Schema | undefined) => Json | undefined;

export interface Parameter {
  readonly name: string;
  readonly type: string;
  readonly required: boolean;
  readonly schema: Schema | undefined;
  /** The property that it becomes; without one its properties are those of what is made. */
  readonly key?: string;
}

interface Call {
  readonly text: string;
  /** What it makes of what is there. */
  readonly value: JsonObject;
  /** What is required and has no sample: the text has its name. */
  readonly missing: readonly Parameter[];
}

/** A call with a step in a list, if any, and a sample for each parameter. */
function callOf(
  name: string,
  parameters: readonly (Parameter | undefined)[],
  sample: Sample,
  list?: { readonly key: string; readonly step: Call },
): Call {
  const given = parameters.filter((each) => each !== undefined);
  const samples = given.map(({ schema, key, required }) => {
    const value = sample(schema);
    return key === undefined && !required && isEmpty(value) ? undefined : value;
  });
  const end = given.findLastIndex(({ required }, index) => required || samples[index] !== undefined) + 1;
  const texts = given.slice(0, end).map((parameter, index) => {
    const value = samples[index];
    if (value !== undefined) return literal(value);
    return parameter.required ? parameter.name : "undefined";
  });
  const members = given.flatMap(({ key }, index): (readonly [string, Json])[] => {
    const value = samples[index];
    if (value === undefined) return [];
    return key === undefined ? Object.entries(value as JsonObject) : [[key, value]];
  });
  return {
    text: `${name}(${[...(list ? [`[${list.step.text}]`] : []), ...texts].join(", ")})`,
    value: Object.fromEntries([...members, ...(list ? [[list.key, [list.step.value]] as const] : [])]),
    missing: [
      ...(list?.step.missing ?? []),
      ...given.filter(({ required }, index) => required && samples[index] === undefined),
    ],
  };
}

/** Options that say nothing need not be there. */
const isEmpty = (value: Json | undefined): boolean => isObject(value) && Object.keys(value).length === 0;
