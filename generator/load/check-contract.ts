/**
 * A contract as it was read in, a contract one can rely on out: checked against `schemas/contract.schema.json`, every
 * mistake reported at its place. The schema's titles say what belongs there, its descriptions are the hints.
 */
import { createRequire } from "node:module";
import path from "node:path";
import type { ErrorObject, SchemaObject, ValidateFunction } from "ajv/dist/types/index.js";
import type { Contract } from "../contract.js";
import { diagnostic, Failure, type Diagnostic } from "../diagnostics.js";
import { formatPointer, parsePointer } from "../json/pointer.js";
import { showValue } from "../json/show-value.js";
import { didYouMean } from "../words/did-you-mean.js";
import type { Document } from "./document.js";
import { otherThanContract } from "./other-kind.js";
import { isLicense } from "./spdx-license.js";

/** @throws Failure with every mistake in the contract. */
export function checkContract(document: Document): Contract {
  // Made when the generator was built, by `precompile.mjs`.
  const validate = createRequire(import.meta.url)("./contract-validator.cjs") as ValidateFunction<Contract>;
  const { file } = document;
  const value: unknown = document.value;
  const kind = otherThanContract(document.value);
  if (kind !== undefined)
    throw new Failure([diagnostic("SW138", { file, pointer: "" }, { kind, example: exampleFor(file, kind) })]);
  if (!validate(value)) throw new Failure(mistakes(validate.errors ?? [], file));
  const wrong = [...unknownEntries(value, file), ...unknownLicense(value, file)];
  if (wrong.length > 0) throw new Failure(wrong);
  return value;
}

function exampleFor(file: string, kind: string): string {
  const name = path.posix.basename(file);
  const inputs = kind === "an overlay" ? { schema: "my-workflow.schema.json", overlay: name } : { schema: name };
  const info = { name: "my-workflow", version: "0.1.0", license: "MIT", description: "My workflow, typed." };
  return JSON.stringify({ ...inputs, package: info, entries: { Workflow: { at: "#", direction: "both" } } });
}

/** Names of entries that are not there, or that the server never writes. */
function unknownEntries({ entries, steps, callback }: Contract, file: string): readonly Diagnostic[] {
  const names = Object.keys(entries);
  const received = names.filter((name) => entries[name]?.direction !== "request");
  const aResponse = `the name of an entry whose direction is "response" or "both"`;
  return [
    ...(steps ? among(names, "/steps/of", "the name of an entry", steps.of) : []),
    ...(callback === undefined ? [] : among(received, "/callback", aResponse, callback)),
  ];

  function among(known: readonly string[], pointer: string, expected: string, name: string): Diagnostic[] {
    if (known.includes(name)) return [];
    const problem = `${subject(pointer, undefined)} must be ${expected}, not ${showValue(name)}`;
    const hint = known.length === 0 ? "no entry has such a direction" : didYouMean(name, known);
    return [diagnostic("SW122", { file, pointer }, { problem, hint })];
  }
}

function unknownLicense({ package: { license } }: Contract, file: string): readonly Diagnostic[] {
  if (isLicense(license)) return [];
  const problem = `"license" must be an SPDX licence expression, not ${showValue(license)}`;
  const hint =
    "take one from https://spdx.org/licenses, such as MIT, or UNLICENSED where nobody else may use the package";
  return [diagnostic("SW122", { file, pointer: "/package/license" }, { problem, hint })];
}

/** The same sentence about the same place once: a value can break two rules that say the same. */
function mistakes(errors: readonly ErrorObject[], file: string): readonly Diagnostic[] {
  const found = errors.filter(({ keyword }) => keyword !== "propertyNames").map((error) => mistake(error, file));
  return [...new Map(found.map((each) => [`${each.place?.pointer} ${each.message}`, each])).values()];
}

function mistake(
  { keyword, instancePath, params, parentSchema = {}, data, propertyName }: ErrorObject,
  file: string,
): Diagnostic {
  const properties: Readonly<Record<string, SchemaObject>> = parentSchema["properties"] ?? {};
  if (keyword === "additionalProperties") {
    const key: string = params["additionalProperty"];
    const place = { file, pointer: instancePath + formatPointer([key]), isKey: true } as const;
    return diagnostic("SW120", place, { key, hint: didYouMean(key, Object.keys(properties)) });
  }
  if (keyword === "required") {
    const key: string = params["missingProperty"];
    return diagnostic("SW121", { file, pointer: instancePath }, { key, hint: properties[key]?.["description"] });
  }
  const pointer = propertyName === undefined ? instancePath : instancePath + formatPointer([propertyName]);
  const problem = `${subject(pointer, propertyName)} must be ${parentSchema["title"]}, not ${received()}`;
  const isWord = keyword === "enum" && typeof data === "string";
  const hint = isWord ? didYouMean(data, params["allowedValues"]) : parentSchema["description"];
  const place = { file, pointer, ...(propertyName !== undefined && { isKey: true as const }) };
  return diagnostic("SW122", place, { problem, hint });

  function received(): string {
    if (keyword === "uniqueItems") return `${showValue((data as readonly unknown[])[params["i"]])} twice`;
    if (keyword === "maxLength") return `one of ${[...(data as string)].length} letters`;
    return showValue(propertyName ?? data);
  }
}

function subject(pointer: string, propertyName: string | undefined): string {
  if (propertyName !== undefined) return "the key";
  return pointer === "" ? "the contract" : `"${parsePointer(pointer).at(-1)}"`;
}
