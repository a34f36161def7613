/**
 * The text of collectors: a value comes in, what is wrong with it goes out.
 */
import { literal } from "../../text/literal.js";
import type { Describe } from "../phrases/describe.js";
import type { CallCheck } from "../checks/check.js";
import { readChecks } from "../checks/read-checks.js";
import { collectorLines, type CollectorStyle } from "./collector-lines.js";
import { collectorCall } from "./collector-call.js";
import type { ExpressionText } from "../ajv/expressions.js";
import { functionText } from "./lines.js";
import { dispatchLines } from "./dispatch.js";
import type { GuardTools } from "./guard.js";
import { isReferable, issueText, keep, reportLine } from "./issue-lines.js";
import { listsInPlace } from "../checks/listed.js";
import { printerFor } from "./printer.js";
import { addText, keysOf, literalKey, type Spot } from "./spots.js";
import {
  hasDefault,
  type DispatchFunction,
  type Program,
  type ProjectedSchema,
  type ValidatorFunction,
} from "../program/program.js";

interface CollectorTools extends GuardTools {
  readonly program: Program;
  readonly describe: Describe;
}

export function collectorText(name: string, target: ValidatorFunction, tools: CollectorTools): string {
  const { depth, isMemoized, scope } = tools;
  const lines = bodyLines(target, tools);
  const body = isMemoized
    ? [
        `return ${scope.runtime("memoizedIssues")}(${name}, data, max, () => {`,
        ...lines.map((line) => ` ${line}`),
        "});",
      ]
    : lines;
  return functionText(`function ${name}(data, max${depth.parameter})`, [...depth.check, ...body]);
}

function bodyLines(target: ValidatorFunction, tools: CollectorTools): readonly string[] {
  const { compile, program, scope, depth } = tools;
  switch (target.kind) {
    case "constant":
      return target.accepts ? [] : [`return ${issueText(scope, "false schema", literal("absent"), theValue)};`];
    case "dispatch":
      return dispatchCollector(target, tools);
    case "schema": {
      const compiled = compile(target.schema);
      const checks = listsInPlace(readChecks(compiled, target), program);
      const printer = printerFor(compiled, scope, depth);
      const lines = collectorLines(checks, collectorStyle(target.schema, printer.text, tools), printer);
      return lines.length === 0 ? [] : ["let found;", ...lines, "return found;"];
    }
  }
}

/** The value that a function is given, where nothing has been found yet. */
const theValue: Spot = { before: "undefined", data: "data", keys: [] };

/** A call's own issues are the ones to tell; its place is put in front of theirs. */
function collectorStyle(schema: ProjectedSchema, text: ExpressionText, tools: CollectorTools): CollectorStyle {
  const { scope } = tools;
  return {
    report: (report) => reportLine(report, schema, { ...tools, text }),
    call(call, inner) {
      const told = isReferable(call.report) ? `${scope.runtime("orReference")}(${inner})` : inner;
      const added = keep(addText(told, keysOf(call.report, { text, scope }), scope));
      return [`const ${inner} = ${collected(call)};`, `if (${inner} !== undefined) ${added}`];
    },
    lastly: (call) => [`if (found === undefined) ${keep(collected(call))}`],
  };

  function collected({ target, value, levels }: CallCheck): string {
    return collectorCall(target, text(value), levels, tools);
  }
}

function dispatchCollector(target: DispatchFunction, { scope, depth }: CollectorTools): readonly string[] {
  const { cases, absent = "" } = target;
  const tags = scope.list(cases.flatMap((each) => each.tags));
  const tag = { ...theValue, keys: [literalKey(target.tag, scope).text] };
  return dispatchLines(target, {
    notObject: `return ${issueText(scope, "type", literal("an object"), theValue)};`,
    missing: `return ${scope.runtime("missingTag")}(max, ${tags}, data, ${tag.keys.join(", ")});`,
    unknown: `return ${issueText(scope, "discriminator", tags, tag)};`,
    go: (to) => `return ${collected(to)};`,
    ...(hasDefault(target) && { absent: [`const found = ${collected(absent)};`, `return found && ${withoutTag()};`] }),
  });

  function collected(to: string): string {
    return `${scope.collector(to)}(data, max${depth.argument(to, 0)})`;
  }

  function withoutTag(): string {
    const branches = cases
      .filter(({ to }) => to !== absent)
      .map((each) => `[${scope.list(each.tags)}, ${scope.collector(each.to)}]`);
    const [counted = ""] = cases.map(({ to }) => depth.argument(to, 0)).filter(Boolean);
    const values = ["found", "max", "data", ...tag.keys, `[${branches.join(", ")}]`];
    return `${scope.runtime("untagged")}(${values.join(", ")}${counted})`;
  }
}
