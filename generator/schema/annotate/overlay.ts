/**
 * An overlay as it was read in, its actions out: the shape that OpenAPI Overlay 1.0.0 asks for (sections 4.4.1 to 4.4.3),
 * every mistake reported at its place.
 */
import { diagnostic, Failure, type Diagnostic } from "../../diagnostics.js";
import { isArray, isObject, type Json } from "../../json/json-schema.js";
import { formatPointer } from "../../json/pointer.js";
import { showValue } from "../../json/show-value.js";
import { didYouMean } from "../../words/did-you-mean.js";
import { kindOf } from "../reading/kinds.js";

/** One change: `update` is merged into what `target` selects, or, without it, what is selected is removed. */
export interface Action {
  /** Where the action stands in the overlay. */
  readonly pointer: string;
  readonly target: string;
  readonly update?: Json;
}

interface Field {
  readonly kind: "string" | "boolean" | "object" | "array" | "any";
  readonly required: boolean;
}
type Shape = Readonly<Record<string, Field>>;

const required = (kind: Field["kind"]): Field => ({ kind, required: true });
const optional = (kind: Field["kind"]): Field => ({ kind, required: false });

const overlayShape: Shape = {
  overlay: required("string"),
  info: required("object"),
  extends: optional("string"),
  actions: required("array"),
};
const infoShape: Shape = { title: required("string"), version: required("string") };
const actionShape: Shape = {
  target: required("string"),
  description: optional("string"),
  update: optional("any"),
  remove: optional("boolean"),
};

/** @throws Failure with every mistake in the overlay's shape. */
export function readActions(overlay: Json, file: string): readonly Action[] {
  const problems: Diagnostic[] = [];
  const { overlay: version, info, actions } = fields(overlay, "", overlayShape);
  if (typeof version === "string" && !/^1\.0\.\d+$/.test(version)) {
    report("/overlay", `the version is ${showValue(version)}, and only 1.0 is read`);
  }
  if (info !== undefined) fields(info, "/info", infoShape);
  const list = actions !== undefined && isArray(actions) ? actions : [];
  if (Array.isArray(actions) && list.length === 0) report("/actions", "there is no action in it");
  const read = list.flatMap((action, index) => readAction(action, `/actions/${index}`));
  if (problems.length > 0) throw new Failure(problems);
  return read;

  function readAction(action: Json, pointer: string): readonly Action[] {
    const { target, update, remove } = fields(action, pointer, actionShape);
    if (typeof target !== "string") return [];
    // An update has no effect beside `remove: true` (section 4.4.3.1).
    if (remove === true) return [{ pointer, target }];
    if (update !== undefined) return [{ pointer, target, update }];
    report(pointer, "an action needs update or remove: true");
    return [];
  }

  function fields(value: Json, pointer: string, shape: Shape): Readonly<Record<string, Json>> {
    if (!isObject(value)) {
      report(pointer, `an object is expected here, not ${showValue(value)}`);
      return {};
    }
    for (const key of Object.keys(value)) {
      if (Object.hasOwn(shape, key) || key.startsWith("x-")) continue;
      const hint = didYouMean(key, Object.keys(shape));
      problems.push(diagnostic("SW120", { file, pointer: pointer + formatPointer([key]), isKey: true }, { key, hint }));
    }
    const known = Object.entries(shape).flatMap(([key, field]) => {
      const member = Object.hasOwn(value, key) ? value[key] : undefined;
      if (member === undefined) {
        if (field.required) report(pointer, `"${key}" is missing`);
        return [];
      }
      if (field.kind === "any" || kindOf(member) === field.kind) return [[key, member] as const];
      report(pointer + formatPointer([key]), `"${key}" must be of type ${field.kind}, not ${showValue(member)}`);
      return [];
    });
    return Object.fromEntries(known);
  }

  function report(pointer: string, problem: string): void {
    problems.push(diagnostic("SW130", { file, pointer }, { problem }));
  }
}
