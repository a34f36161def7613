/**
 * Any value inside a step's input may be a reference to another step's output, where the contract says so: in what is sent, and in what
 * the server answers before the other step is done. In: the definitions of one direction. Out: the same with references in what
 * steps' inputs reach, and nowhere else.
 */
import type { Direction } from "../../contract.js";
import { diagnostic, placeOfSchema } from "../../diagnostics.js";
import { reachable } from "../../graph.js";
import { propertyOf, referredName, refName, type Definitions, type Schema } from "../../json/json-schema.js";
import { branchTags } from "./branch-tags.js";
import type { Context } from "../context.js";
import { differing, type Shapes } from "../direct/differing.js";
import type { Named } from "../name/name.js";
import { underNames } from "../name/other-name.js";
import { referredInPlace } from "../reading/in-place.js";
import { reachedFrom, referencesIn } from "../reading/references-in.js";
import { renameReferences } from "../reading/rename-references.js";
import { inputOf, stepPointer } from "../reading/contract-steps.js";
import { referenceDefinition, stepReference, withReferences } from "./step-references.js";
import { discriminatorOf, pickedBy } from "../reading/tagged-union.js";
import { inPlaceApplicators, mapSubschemas, objectsInPlace } from "../reading/walk.js";

/**
 * A type that a request has inside a step's input and elsewhere, too, becomes two: elsewhere it takes no references. In an answer,
 * where outputs are made of it, it takes none at all.
 * @param entries the definitions in which that direction begins.
 */
export function referable(
  shapes: Shapes,
  entries: readonly string[],
  direction: Direction,
  named: Named,
  context: Context,
): Shapes {
  const { steps } = context.inputs.contract;
  if (steps?.stepReferences !== true) return shapes;
  const $defs = Object.fromEntries(shapes);
  const tagsOf = branchTags($defs);
  const types = stepTypes($defs[named.nameAt.get(stepPointer(steps, direction)) ?? ""], $defs);
  const input = inputOf(steps);
  const inputs = [...types]
    .flatMap((own) => objectsInPlace($defs[own] ?? true))
    .map((each) => propertyOf(each, input))
    .filter((each) => each !== undefined);
  const inside = reachedFrom(inputs.flatMap(referencesIn), (own) => $defs[own]);
  const asInputs = new Set(inputs.flatMap((each) => referredName(each) ?? []));
  const outside = reachedFrom(
    entries.filter((own) => !asInputs.has(own)),
    (own) => withInput(own, () => true),
  );
  const isReferable = (own: string): boolean => inside.has(own) && (direction === "request" || !outside.has(own));
  const widened = new Map(
    [...shapes].map(([own, schema]) => [
      own,
      isReferable(own) ? withReferences(schema, $defs, tagsOf.get(own)) : schema,
    ]),
  );
  const twofold = new Set([...differing(shapes, widened)].filter((own) => isReferable(own) && outside.has(own)));
  const nameInside = (own: string): string => (twofold.has(own) ? `Referable${own}` : own);
  const made = [...shapes.keys()].flatMap((own): [string, Schema][] => {
    const within = renameReferences(widened.get(own) ?? true, nameInside);
    if (!outside.has(own)) return [[own, within]];
    const elsewhere = withInput(own, (each) => renameReferences(withReferences(each, $defs), nameInside));
    return [[own, elsewhere], ...(twofold.has(own) ? [[nameInside(own), within] as [string, Schema]] : [])];
  });
  for (const name of direction === "request" ? [stepReference, ...[...twofold].map(nameInside)] : []) {
    const taken = $defs[name];
    const told = { name, location: "the input of a step", where: underNames(name, named.nameAt, context) };
    if (taken !== undefined) context.problems.push(diagnostic("SW220", placeOfSchema(taken), told));
  }
  return new Map([...made, [stepReference, referenceDefinition]]);

  /** A definition with what is a step's input in it changed, and nothing else. */
  function withInput(own: string, change: (property: Schema) => Schema): Schema {
    const schema = $defs[own] ?? true;
    return types.has(own) ? mapInput(schema, change) : schema;
  }

  /** All that a step's schema says of its input, its conditions too: they would take a reference for a step of another kind. */
  function mapInput(schema: Schema, change: (property: Schema) => Schema): Schema {
    if (typeof schema === "boolean") return schema;
    return mapSubschemas(schema, (child, [keyword, key]) => {
      if (keyword === "properties" && key === input) return change(child);
      return inPlaceApplicators.has(keyword) ? mapInput(child, change) : child;
    });
  }
}

/** The definitions of the step types, and those by which they ask the same value. */
function stepTypes(union: Schema | undefined, $defs: Definitions): ReadonlySet<string> {
  const absent = discriminatorOf(union)?.absent;
  const types = [...pickedBy(union), ...(absent === undefined ? [] : [refName(absent)])];
  return reachable(types, (own) => referredInPlace($defs[own] ?? true));
}
