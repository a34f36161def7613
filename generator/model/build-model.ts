/**
 * The canonical schema and the contract → the model: all that a package exports, with its names; rule **name** has named the types.
 */
import path from "node:path";
import { diagnostic } from "../diagnostics.js";
import { isObject } from "../json/json-schema.js";
import type { Canonical } from "../schema/canonicalize.js";
import { inContract, keyInContract, type Context } from "../schema/context.js";
import { valuesTaken } from "../schema/reading/values-taken.js";
import { buildEntries, callbackAmong } from "./build-entries.js";
import { buildSteps } from "./build-steps.js";
import type { Constant, Workflow } from "./model.js";
import { nameClashes } from "./name-clashes.js";

export function buildModel(canonical: Canonical, context: Context): Workflow {
  const { contract, contractDocument, schema } = context.inputs;
  const root = isObject(schema.value) ? schema.value : {};
  const steps = buildSteps(canonical, context);
  const entries = buildEntries(canonical, context, steps);
  const callback = callbackAmong(entries, canonical, contract);
  const info = isObject(root["info"]) ? root["info"] : root;
  const { title, description } = info as { title?: unknown; description?: unknown };
  const model: Workflow = {
    title: isVisible(title) ? title : contract.package.name,
    ...(isVisible(description) && { description }),
    source: path.posix.basename(schema.file),
    contract: path.posix.basename(contractDocument.file),
    ...(contract.command !== undefined && { command: contract.command }),
    package: contract.package,
    entries,
    ...(callback && { callback }),
    constants: buildConstants(canonical, context),
    ...(steps && { steps }),
  };
  // A name that is wrong already clashes, too: it is said once.
  const clashes = context.problems.some(({ severity }) => severity === "error")
    ? []
    : nameClashes(model, Object.keys(canonical.types.$defs), contract);
  for (const { name, uses, place } of clashes) {
    const at = place.isKey === true ? keyInContract(context, place.pointer) : inContract(context, place.pointer);
    context.problems.push(diagnostic("SW222", at, { name, uses: uses.join(", ") }));
  }
  return model;
}

/** Whether a text has more than white space and what cannot be seen. */
const isVisible = (text: unknown): text is string => typeof text === "string" && /[^\s\p{C}]/u.test(text);

function buildConstants({ typeAt, $defs }: Canonical, context: Context): readonly Constant[] {
  return Object.entries(context.inputs.contract.constants ?? {}).flatMap(([name, pointer]): Constant[] => {
    const type = typeAt(pointer, "response") ?? typeAt(pointer, "request");
    const listed = type === undefined ? [] : valuesTaken($defs[type] ?? true, $defs);
    const values = listed.filter((value) => value !== null);
    const areTexts = values.length > 0 && values.every((value) => typeof value === "string");
    if (type !== undefined && areTexts)
      return [{ name, type, values, ...(listed.includes(null) && { isNullable: true }) }];
    context.problems.push(diagnostic("SW113", inContract(context, `/constants/${name}`), { pointer }));
    return [];
  });
}
