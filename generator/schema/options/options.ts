/**
 * Rule **options**: what a factory takes beside the step's input, and `workflow()` beside the steps, becomes a named
 * type of its own: the request without the tag and the input, one `StepOptions` where all steps agree.
 */
import type { ContractSteps } from "../../contract.js";
import { diagnostic, placeOfSchema } from "../../diagnostics.js";
import { refName, refTo, type SchemaObject } from "../../json/json-schema.js";
import type { Context } from "../context.js";
import type { Directed } from "../direct/direct.js";
import { restOf } from "./rest-of.js";
import { inputOf } from "../reading/contract-steps.js";
import { stepTypeName } from "../name/step-names.js";
import { underKey, underNames } from "../name/other-name.js";
import { definitionOf } from "../reading/definition-of.js";
import { itemIn } from "../reading/list-item.js";
import { isSame } from "../reading/same.js";
import { mappingOf } from "../reading/tagged-union.js";

export interface WithOptions extends Directed {
  /** Request type → the name of its options; absent where there is nothing to choose. */
  readonly optionsOf: ReadonlyMap<string, string>;
}

/** The options of one factory: the type that it returns, and what of it is left to choose. */
interface Rest {
  readonly type: string;
  readonly name: string;
  readonly schema: SchemaObject;
}

export function options(directed: Directed, context: Context): WithOptions {
  const { steps, entries } = context.inputs.contract;
  const union = steps && directed.typeAt(steps.at, "request");
  if (steps === undefined || union === undefined) return { ...directed, optionsOf: new Map() };

  const workflow = directed.typeAt(entries[steps.of]?.at, "request");
  const list = workflow && listOf(directed, workflow, union);
  const schema =
    workflow && list !== undefined
      ? restOf({ $ref: refTo(workflow) }, new Map([[list, true]]), directed.$defs)
      : undefined;
  const rests = stepRests(directed, union, steps);
  if (workflow && schema) rests.push({ type: workflow, name: `${steps.of}Options`, schema });

  const added = new Map<string, SchemaObject>();
  for (const { type, name, schema } of rests) {
    const before = added.get(name);
    const isTaken = before === undefined ? Object.hasOwn(directed.$defs, name) : !isSame(before, schema);
    const where = before ? underKey("steps.factories") : underNames(name, directed.nameAt, context);
    const told = { name, location: `options of ${type}`, where };
    if (isTaken) context.problems.push(diagnostic("SW220", placeOfSchema(schema), told));
    if (before === undefined) added.set(name, schema);
  }
  const optionsOf = new Map(rests.map(({ type, name }) => [type, name]));
  return { ...directed, $defs: { ...directed.$defs, ...Object.fromEntries(added) }, optionsOf };
}

/** One name for all steps where their options are the same, else one for each. */
function stepRests(directed: Directed, union: string, steps: ContractSteps): Rest[] {
  const rests = Object.entries(mappingOf(directed.$defs[union])).flatMap(([tag, ref]) => {
    const [type, name] = [refName(ref), `${stepTypeName(tag, steps)}Options`];
    const step = definitionOf(directed.$defs[type], directed.$defs);
    const hasInput = typeof step === "object" && (step.required ?? []).includes(inputOf(steps));
    const given = new Map([
      [steps.tag, true],
      [inputOf(steps), hasInput],
    ]);
    const schema = restOf({ $ref: ref }, given, directed.$defs);
    return schema === undefined ? [] : [{ type, name, schema }];
  });
  const [first] = rests;
  const isOne = first !== undefined && rests.every((rest) => isSame(rest.schema, first.schema));
  return isOne ? rests.map((rest) => ({ ...rest, name: "StepOptions" })) : rests;
}

/** The property of a request whose items are the union of steps. */
export function listOf({ $defs }: Pick<Directed, "$defs">, workflow: string, union: string): string | undefined {
  const schema = definitionOf($defs[workflow], $defs);
  const properties = typeof schema === "object" ? Object.entries(schema.properties ?? {}) : [];
  return properties.find(([, property]) => itemIn(property, $defs) === union)?.[0];
}
