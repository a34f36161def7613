/**
 * validators.d.ts: the types of what validators.js exports.
 */
import type { Entry, Workflow } from "../model/model.js";
import { runtimeModules } from "./runtime-modules.js";
import { publicNames } from "./validators/names.js";

/** The runtime's public types, in the order in which they are declared. */
const runtimeTypes = ["issue.d.ts", "standard-schema-types.d.ts"];

export function emitValidatorsDeclaration(model: Workflow): string {
  const types = [...new Set(model.entries.map(({ type }) => type))];
  const runtime = runtimeModules(".d.ts");
  const shared = runtimeTypes.map((path) => declarationsIn(runtime.get(path) ?? ""));
  return [
    `import type { ${types.join(", ")} } from "./types.js";\n`,
    ...model.entries.map(entryFunctions),
    ...shared,
  ].join("\n");
}

function entryFunctions({ name, type, direction }: Entry): string {
  const { guard, parse, safeParse, schema } = publicNames(name);
  const what = `${name} (${direction === "request" ? "what is sent" : "what the server answers"})`;
  return `/** Whether a value is a ${what}: yes or no, nothing is built. */
export declare function ${guard}(value: unknown): value is ${type};
/** The same value, typed. @throws ValidationError with every issue. */
export declare function ${parse}(value: unknown, options?: ParseOptions): ${type};
/** The same value, typed, or what is wrong with it. */
export declare function ${safeParse}(value: unknown, options?: ParseOptions): SafeParseResult<${type}>;
/** ${name} as a Standard Schema. */
export declare const ${schema}: StandardSchema<${type}>;
`;
}

/** A module's declarations, without its opening comment and its imports: all stand in one module now. */
const declarationsIn = (text: string): string =>
  text.replace(/^import .*;\n/gm, "").replace(/^\/\*\*(?:(?!\*\/)[^])*\*\/\n\n?/, "");
