/** The names that the README's examples use: the canonical schema and the model come in. */
import { propertyOf, type CanonicalSchema, type Definitions, type Schema } from "../../json/json-schema.js";
import { definitionOf } from "../../schema/reading/definition-of.js";
import { kindReader } from "../../schema/reading/kind-reader.js";
import { valuesOf } from "../../schema/reading/listed-values.js";
import { itemIn } from "../../schema/reading/list-item.js";
import type { Entry, Steps, Workflow } from "../../model/model.js";
import { publicNames, type PublicNames } from "../../model/public-names.js";
import { literal } from "../text/literal.js";

export interface ExampleNames {
  /** The package's name, and as a literal. */
  readonly name: string;
  readonly from: string;
  readonly sent: EntryNames;
  readonly received: EntryNames;
  /** What the server posts, of a package that receives anything. */
  readonly callback?: EntryNames & {
    /** A property that says how far things are, with a value that is an end. */
    readonly status?: { readonly property: string; readonly value: string };
    readonly steps?: StepList;
  };
}

interface EntryNames extends PublicNames {
  readonly type: string;
}

/** The property that holds the steps of an answer. */
export interface StepList {
  readonly property: string;
  /** Whether it is always there, and a list. */
  readonly isAlways: boolean;
  readonly tag: string;
  readonly firstTag: string;
}

/** @throws Error for a package without entries, which no contract asks for. */
export function exampleNames(
  { $defs }: CanonicalSchema,
  { entries, steps, callback: chosen, package: { name } }: Workflow,
): ExampleNames {
  const requests = entries.filter(({ direction }) => direction !== "response");
  const sent = requests.find(({ type }) => type === steps?.workflow?.type) ?? requests[0] ?? entries[0];
  const answer = steps && answerWithSteps(steps, entries, $defs);
  const answers = [...(answer ? [answer.entry] : []), ...entries].filter(isReceived);
  const received = answers[0] ?? entries[0];
  if (sent === undefined || received === undefined) throw new Error("a package without entries has no examples");
  const callback = chosen ?? answers[0];
  const status = callback && statusOf($defs[callback.type], $defs);
  const list = callback && steps && stepListIn(callback, steps, $defs);
  return {
    name,
    from: literal(name),
    sent: entryNames(sent),
    received: entryNames(received),
    ...(callback && { callback: { ...entryNames(callback), ...(status && { status }), ...(list && { steps: list }) } }),
  };
}

export const isReceived = ({ direction }: Entry): boolean => direction !== "request";

const entryNames = ({ name, type }: Entry): EntryNames => ({ ...publicNames(name), type });

/** The entry that holds the list of steps: what the server answers, where that does. */
export function answerWithSteps(
  steps: Steps,
  entries: readonly Entry[],
  $defs: Definitions,
): { readonly entry: Entry; readonly steps: StepList } | undefined {
  const answersFirst = entries.toSorted((a, b) => Number(isReceived(b)) - Number(isReceived(a)));
  for (const entry of answersFirst) {
    const list = stepListIn(entry, steps, $defs);
    if (list !== undefined) return { entry, steps: list };
  }
  return undefined;
}

function stepListIn(
  { type }: Entry,
  { unions, workflow, tag, variants }: Steps,
  $defs: Definitions,
): StepList | undefined {
  const property = workflow?.stepsProperty;
  const schema = $defs[type];
  if (property === undefined || typeof schema !== "object") return undefined;
  const list = propertyOf(schema, property);
  const item = itemIn(list, $defs);
  if (!unions.some(({ name }) => name === item)) return undefined;
  const mayBeNull = kindReader($defs)
    .possible(list ?? true)
    .includes("null");
  const isAlways = (schema.required?.includes(property) ?? false) && !mayBeNull;
  return { property, isAlways, tag, firstTag: variants[0]?.tag ?? "" };
}

/** The property that says how far things are in one of several words, with the word that sounds like a good end. */
function statusOf(schema: Schema | undefined, $defs: Definitions): { property: string; value: string } | undefined {
  for (const property of ["status", "state"]) {
    const named = definitionOf(propertyOf(schema, property), $defs);
    const values = typeof named === "object" ? (valuesOf(named) ?? []) : [];
    const words = values.filter((value) => typeof value === "string");
    const value = words.find((each) => /^(?:succe|complet|finish|done|ok)/i.test(each));
    if (value !== undefined) return { property, value };
  }
  return undefined;
}
