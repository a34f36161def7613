/**
 * What a program calls Stepwright with in; a TypeError out, where it is not what the types say: it names the field, what belongs
 * there, and what is there.
 */
import { kindInWords } from "./json/show-value.js";

/** @throws TypeError */
export function checkTarget(target: unknown): void {
  const { contract, schema, out } = fieldsOf(target, "the target", `an object such as { contract: "x.contract.json" }`);
  expectPath(contract, "target.contract");
  if (schema !== undefined) expectPath(schema, "target.schema");
  if (out !== undefined) expectPath(out, "target.out");
}

/** @throws TypeError */
export function checkDocuments(documents: unknown): void {
  const { contract, schema, overlay, references } = fieldsOf(documents, "the documents", "an object of texts");
  checkText(contract, "documents.contract");
  checkText(schema, "documents.schema");
  if (overlay !== undefined) checkText(overlay, "documents.overlay");
  if (references === undefined) return;
  const texts = fieldsOf(references, "documents.references", "an object, path → text");
  for (const [path, text] of Object.entries(texts))
    expectString(text, `documents.references[${JSON.stringify(path)}]`, "a text");
}

/** @throws TypeError */
export function checkDiagnostics(diagnostics: unknown, textOf: unknown): void {
  expect(Array.isArray(diagnostics), diagnostics, "the diagnostics", "a list of diagnostics");
  for (const [index, each] of (diagnostics as readonly unknown[]).entries())
    checkDiagnostic(each, `diagnostics[${index}]`);
  expect(textOf === undefined || typeof textOf === "function", textOf, "textOf", "a function, file → text");
}

function checkDiagnostic(diagnostic: unknown, name: string): void {
  const { code, severity, message, hint, place } = fieldsOf(diagnostic, name, "a diagnostic");
  const texts = Object.entries({ code, severity, message, hint });
  for (const [field, text] of texts) expectString(text, `${name}.${field}`, "a text");
  if (place === undefined) return;
  const { file } = fieldsOf(place, `${name}.place`, `an object with "file"`);
  expectString(file, `${name}.place.file`, "a name");
}

function checkText(given: unknown, name: string): void {
  const { file, text } = fieldsOf(given, name, `an object with "file" and "text"`);
  expectString(file, `${name}.file`, "a name");
  expectString(text, `${name}.text`, "a text");
}

function fieldsOf(value: unknown, name: string, expected: string): Readonly<Record<string, unknown>> {
  expect(typeof value === "object" && value !== null && !(Symbol.iterator in value), value, name, expected);
  return value as Readonly<Record<string, unknown>>;
}

/** Not the empty one, which a path below it would make the root of the disk. */
function expectPath(value: unknown, name: string): void {
  const path = "a path as a string";
  expectString(value, name, path);
  if (value === "") throw new TypeError(`${name} must be ${path}, not an empty one`);
  if (String(value).includes("\0")) throw new TypeError(`${name} must be ${path}, not one with a NUL character`);
}

const expectString = (value: unknown, name: string, expected: string): void =>
  expect(typeof value === "string", value, name, expected);

function expect(isFine: boolean, value: unknown, name: string, expected: string): void {
  if (!isFine) throw new TypeError(`${name} must be ${expected}, not ${shown(value)}`);
}

function shown(value: unknown): string {
  if (value instanceof URL) return `a URL; fileURLToPath of "node:url" makes a path of it`;
  if (value instanceof Map) return "a Map; Object.fromEntries makes an object of it";
  return value === undefined ? "undefined" : kindInWords(value);
}
