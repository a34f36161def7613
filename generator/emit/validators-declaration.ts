/**
 * The declarations of the validator modules: module path without extension → text. All are in `validators.d.ts`, so that a compiler
 * reads one file; a step's module names its own there.
 */
import type { Entry, Workflow } from "../model/model.js";
import { publicNames } from "../model/public-names.js";
import { stepModule } from "../model/step-module.js";
import { articleOf } from "./text/article.js";
import { directionWords } from "./text/direction-words.js";
import { runtimeTypes } from "./runtime/runtime-types.js";
import { mainModule } from "./validators/module/module-plan.js";
import { relative } from "./validators/module/module-text.js";

/** The runtime's public types, in the order in which they are declared. */
const publicTypes = ["issue.d.ts", "issue-error.d.ts", "format-issues.d.ts", "standard-schema-types.d.ts"];

export function emitValidatorsDeclaration({ entries }: Workflow): ReadonlyMap<string, string> {
  const types = [...new Set(entries.map(({ type }) => type))];
  const imports = `import type { ${types.join(", ")} } from "${relative(mainModule, "types")}";\n`;
  const steps = [...new Set(entries.flatMap(({ module }) => module ?? []))];
  return new Map([
    [mainModule, `${imports}\n${functionsOf(entries)}\n${runtimeTypes(...publicTypes)}`],
    ...steps.map((step): [string, string] => {
      const own = entries.filter(({ module }) => module === step);
      const names = own.flatMap(({ name }) => Object.values(publicNames(name)));
      const path = stepModule(step);
      return [path, `export { ${names.join(", ")} } from "${relative(path, mainModule)}";\n`];
    }),
  ]);
}

const functionsOf = (entries: readonly Entry[]): string => entries.map(entryFunctions).join("\n");

function entryFunctions({ name, type, direction }: Entry): string {
  const { guard, parse, safeParse, schema } = publicNames(name);
  const what = `${articleOf(type)} ${type} (${directionWords[direction]})`;
  return `/** Whether a value is ${what}: yes or no, nothing is built. */
export declare function ${guard}(value: unknown): value is ${type};
/** The same value, typed. @throws ValidationError with the issues, 100 at most or as \`maxIssues\` says. */
export declare function ${parse}(value: unknown, options?: ParseOptions): ${type};
/** The same value, typed, or what is wrong with it. */
export declare function ${safeParse}(value: unknown, options?: ParseOptions): SafeParseResult<${type}>;
/** ${type} as a Standard Schema. */
export declare const ${schema}: StandardSchema<${type}>;
`;
}
