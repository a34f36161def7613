/**
 * The text of collectors: a value and a list of issues come in, what is wrong with the value is added to the list.
 */
import { literal } from "../literal.js";
import type { Describe } from "./describe.js";
import { readChecks } from "./checks.js";
import { collectorLines as linesOf, type CollectorStyle } from "./collector-lines.js";
import { expressionPrinter, type Text } from "./expressions.js";
import { functionText } from "./lines.js";
import { createLocals } from "./locals.js";
import { dispatchLines } from "./dispatch.js";
import type { GuardTools } from "./guard.js";
import { issueLine, literalStep, pathText, reportLine } from "./issue-lines.js";
import { listsInPlace } from "./listed.js";
import { nameFor } from "./name-for.js";
import type { DispatchFunction, Program, ProjectedSchema, ValidatorFunction } from "./program.js";

export interface CollectorTools extends GuardTools {
  readonly program: Program;
  readonly describe: Describe;
}

export function collectorText(name: string, target: ValidatorFunction, tools: CollectorTools): string {
  const { parameter, check } = tools.depth;
  return functionText(`function ${name}(data, drafts${parameter})`, [...check, ...collectorLines(target, tools)]);
}

function collectorLines(target: ValidatorFunction, tools: CollectorTools): readonly string[] {
  const { compile, program, scope, depth } = tools;
  switch (target.kind) {
    case "constant":
      return target.accepts
        ? []
        : [issueLine(scope, { path: "[]", keyword: "false schema", expected: literal("absent") })];
    case "dispatch":
      return dispatchCollector(target, tools);
    case "schema": {
      const compiled = compile(target.schema);
      const checks = listsInPlace(readChecks(compiled), program);
      const locals = createLocals();
      const text = expressionPrinter(compiled, nameFor(scope), locals.nameOf, depth.argument);
      return linesOf(checks, collectorStyle(target.schema, text, tools), locals, text);
    }
  }
}

/** A call's own issues are the ones to tell; its place is put in front of their paths. */
function collectorStyle(schema: ProjectedSchema, text: Text, tools: CollectorTools): CollectorStyle {
  const { scope, depth } = tools;
  return {
    report: (report) => reportLine(report, schema, { ...tools, text }),
    call({ target, value, levels, report }, last) {
      const collector = scope.collector(target);
      // Where the counting begins is the place that the issue about it names.
      const collect = depth.begins(target)
        ? `${scope.runtime("bounded")}(${collector})(${text(value)}, drafts);`
        : `${collector}(${text(value)}, drafts${depth.argument(target, levels)});`;
      const path = pathText(report, { text, scope });
      if (path === "[]") return [collect];
      const prefix = `if (drafts.last !== ${last}) ${scope.runtime("prefix")}(drafts, ${last}, data, ${path});`;
      return [last === "last" ? "const { last } = drafts;" : `const ${last} = drafts.last;`, collect, prefix];
    },
  };
}

function dispatchCollector(target: DispatchFunction, { scope, depth }: CollectorTools): readonly string[] {
  const tags = scope.list(target.cases.flatMap((each) => each.tags));
  const path = `[${literalStep(target.tag, scope)}]`;
  return dispatchLines(target, {
    notObject: `return ${issueLine(scope, { path: "[]", keyword: "type", expected: literal("an object") })}`,
    missing: `return ${issueLine(scope, { path, keyword: "required", expected: tags })}`,
    unknown: `return ${issueLine(scope, { path, keyword: "discriminator", expected: tags })}`,
    go: (to) => `return ${scope.collector(to)}(data, drafts${depth.argument(to, 0)});`,
  });
}
