/**
 * validators.js: `isX`, `parseX`, `safeParseX`, `xSchema` for each entry type, in one module that imports nothing.
 */
import { formatFunctions } from "../model/formats.js";
import type { Workflow } from "../model/model.js";
import type { CanonicalSchema } from "../schema/json-schema.js";
import { runtimeModules } from "./runtime-modules.js";
import { runtimePool } from "./runtime-pool.js";
import { createCompiler } from "./validators/compile.js";
import { functionNames, publicNames } from "./validators/names.js";
import { printProgram } from "./validators/print-program.js";
import { project } from "./validators/project.js";
import { createScope, type Scope } from "./validators/scope.js";

export function emitValidators(schema: CanonicalSchema, model: Workflow): string {
  const entries = model.entries.map(({ name }) => name);
  const names = functionNames(new Set(entries));
  const taken = new Set(entries.flatMap((entry) => Object.values(publicNames(entry))));
  const pool = runtimePool(runtimeModules(".js"));
  const scope = createScope(names, (name) => pool.nameOf(name, taken));
  const program = project(schema.$defs, entries);

  const asked = entries.map((entry) => ({ guard: scope.guard(entry), others: publicFunctions(entry, scope) }));
  const texts = printProgram(program, createCompiler(formatFunctions), scope);
  const exported = asked.flatMap(({ guard, others }) => [`export ${texts.get(guard) ?? ""}`, ...others]);
  const isExported = new Set(asked.map(({ guard }) => guard));
  const inner = [...program.keys()]
    .flatMap((target) => [names.guard(target), names.collector(target)])
    .filter((name) => !isExported.has(name));
  const helpers = exportError(pool.take(scope.helpers, taken).text);
  return `${[...exported, ...scope.declarations(), ...inner.flatMap((name) => texts.get(name) ?? []), helpers].join("\n")}\n`;
}

function publicFunctions(entry: string, scope: Scope): readonly string[] {
  const { parse, safeParse, schema } = publicNames(entry);
  const collect = scope.collector(entry);
  return [
    `export function ${parse}(value, options) {\n return ${scope.runtime("parse")}(value, ${collect}, options);\n}`,
    `export function ${safeParse}(value, options) {\n return ${scope.runtime("safeParse")}(value, ${collect}, options);\n}`,
    `export const ${schema} = /* @__PURE__ */ ${scope.runtime("standardSchema")}(${collect});`,
  ];
}

/** The error class is the only value of the runtime that is public. */
const exportError = (text: string): string => text.replace(/^class ValidationError\b/m, "export $&");
