/**
 * The text of every guard and collector of a program, and what they need of the runtime.
 */
import { expectation, schemaPhrase } from "./expectation.js";
import type { Compiled, Compiler, Meaning } from "./compile.js";
import type { Json } from "../../schema/json-schema.js";
import { literal } from "../literal.js";
import { printBody, type Style } from "./print.js";
import type { ConstantFunction, DispatchFunction, Program } from "./program.js";
import type { Report } from "./report.js";
import type { ESTree } from "meriyah";
import type { ModuleScope } from "./module-scope.js";

export interface FunctionPrinter {
  guard(target: string): string;
  collector(target: string): string;
}

type Text = (node: ESTree.Node) => string;

export function functionPrinter(program: Program, compiler: Compiler, scope: ModuleScope): FunctionPrinter {
  const compiled = new Map<string, Compiled>();

  return {
    guard(target) {
      const lines = guardBody(target);
      return print(`function ${scope.guard(target)}(data)`, lines);
    },
    collector(target) {
      return print(`function ${scope.collector(target)}(data, drafts)`, collectorBody(target));
    },
  };

  function compile(target: string): Compiled {
    const made = compiled.get(target);
    if (made !== undefined) return made;
    const fn = program.get(target);
    if (fn?.kind !== "schema") throw new Error(`${target} is no schema function`);
    const next = compiler.compile(fn.schema);
    compiled.set(target, next);
    return next;
  }

  function guardBody(target: string): readonly string[] {
    const fn = program.get(target);
    if (fn?.kind === "constant") return [`return ${String(fn.accepts)};`];
    if (fn?.kind === "dispatch") return dispatchGuard(fn);
    const lines = printBody(compile(target), { name, report: () => ["return false;"] });
    return lines.at(-1) === "return false;" ? lines : [...lines, "return true;"];
  }

  function collectorBody(target: string): readonly string[] {
    const fn = program.get(target);
    if (fn?.kind === "constant") return constantCollector(fn);
    if (fn?.kind === "dispatch") return dispatchCollector(fn);
    const { schema } = compile(target);
    let calls = 0;
    const style: Style = {
      name,
      report: (found, text) => [reportLine(found, schema, text)],
      call(call, found, text) {
        if (found.keyword === "propertyNames") return [`if (!${text(call)}) ${reportLine(found, schema, text)}`];
        const collect = `${scope.collector(targetOf(call, target))}(${text(call.arguments[0] as ESTree.Node)}, drafts);`;
        const path = pathText(found, text);
        if (path === "[]") return [collect];
        const count = `n${calls++}`;
        return [`const ${count} = drafts.length;`, collect, `if (drafts.length > ${count}) ${scope.runtime("prefix")}(drafts, ${count}, ${path});`];
      },
    };
    return printBody(compile(target), style);
  }

  function targetOf(call: ESTree.CallExpression, target: string): string {
    const meaning = call.callee.type === "Identifier" ? compile(target).meanings.get(call.callee.name) : undefined;
    if (meaning?.kind !== "call") throw new Error("not a call of a validator");
    return meaning.target;
  }

  function name(meaning: Meaning): string {
    switch (meaning.kind) {
      case "call":
        return scope.guard(meaning.target);
      case "format":
        return scope.format(meaning.format);
      case "pattern":
        return scope.pattern(meaning.source);
      case "known":
        return scope.list(meaning.names);
      case "hasOwn":
        return "Object.hasOwn";
      case "codePoints":
      case "equal":
        return scope.runtime(meaning.kind);
    }
  }

  function reportLine(found: Report, schema: unknown, text: Text): string {
    const { keyword } = found;
    const parent = found.schemaPath.slice(0, -1).reduce<unknown>(member, schema) as Record<string, unknown>;
    const value = parent[keyword];
    if (keyword === "additionalProperties") {
      const known = scope.list(Object.keys((parent["properties"] as object | undefined) ?? {}));
      return report(pathText(found, text), keyword, known, "undefined");
    }
    if (keyword === "required") {
      const missing = literalParameter(found, "missingProperty");
      const properties = parent["properties"] as Record<string, unknown> | undefined;
      return report(pathText(found, text, literal(missing)), keyword, literal(schemaPhrase(properties?.[missing])), "undefined");
    }
    if (keyword === "dependentRequired") {
      const missing = literalParameter(found, "missingProperty");
      return report(pathText(found, text, literal(missing)), keyword, literal(`present beside ${literalParameter(found, "property")}`), "undefined");
    }
    if (keyword === "enum") return report(pathText(found, text), keyword, scope.list(value as readonly Json[]), text(found.data));
    const expected = literal(expectation(keyword, value, parent));
    const collectors = keyword === "anyOf" || keyword === "oneOf" ? callsOf(value) : [];
    if (collectors.length === 0) return report(pathText(found, text), keyword, expected, text(found.data));
    return `${scope.runtime("closest")}(drafts, ${pathText(found, text)}, ${literal(keyword)}, ${expected}, ${text(found.data)}, [${collectors.join(", ")}]);`;
  }

  function callsOf(branches: unknown): readonly string[] {
    return (branches as readonly { call?: string }[]).flatMap(({ call }) => (call === undefined ? [] : [scope.collector(call)]));
  }

  function report(path: string, keyword: string, expected: string, received: string): string {
    return `${scope.runtime("report")}(drafts, ${path}, ${literal(keyword)}, ${expected}, ${received});`;
  }

  function constantCollector({ accepts }: ConstantFunction): readonly string[] {
    return accepts ? [] : [report("[]", "false schema", literal("absent"), "data")];
  }

  function dispatchGuard(fn: DispatchFunction): readonly string[] {
    return [`if (${notAnObject}) return false;`, ...switchOn(fn, (to) => `return ${scope.guard(to)}(data);`, ["return false;"], ["return false;"])];
  }

  function dispatchCollector(fn: DispatchFunction): readonly string[] {
    const tags = fn.cases.flatMap((each) => each.tags);
    const path = `[${literal(fn.tag)}]`;
    const missing = report(path, "required", literal(`one of ${tags.map((tag) => JSON.stringify(tag)).slice(0, 12).join(", ")}`), "undefined");
    const unknown = report(path, "discriminator", scope.list(tags), "tag");
    return [
      `if (${notAnObject}) return ${report("[]", "type", literal("an object"), "data")}`,
      ...switchOn(fn, (to) => `return ${scope.collector(to)}(data, drafts);`, [`return ${missing}`], [`return ${unknown}`]),
    ];
  }

  function switchOn(fn: DispatchFunction, go: (to: string) => string, missing: readonly string[], unknown: readonly string[]): readonly string[] {
    const absent = fn.absent === undefined ? missing : [go(fn.absent)];
    const shared = fn.cases.some(({ to }) => to === fn.absent);
    const other = fn.unknown === undefined ? unknown : [`if (typeof tag === "string") ${go(fn.unknown)}`, ...unknown];
    return [
      `const tag = Object.hasOwn(data, ${literal(fn.tag)}) ? data[${literal(fn.tag)}] : undefined;`,
      "switch (tag) {",
      ...fn.cases.flatMap(({ tags, to }) => [
        ...[...tags.map((tag) => literal(tag)), ...(to === fn.absent ? ["undefined"] : [])].map((label) => ` case ${label}:`),
        `  ${go(to)}`,
      ]),
      ...(shared ? [] : [" case undefined:", ...absent.map((line) => `  ${line}`)]),
      " default:",
      ...other.map((line) => `  ${line}`),
      "}",
    ];
  }
}

const notAnObject = 'typeof data !== "object" || data === null || Array.isArray(data)';

function literalParameter(found: Report, parameter: string): string {
  const node = found.params.get(parameter);
  if (node?.type !== "Literal") throw new Error(`AJV gave no ${parameter}`);
  return String(node.value);
}

function pathText(found: Report, text: Text, missing?: string): string {
  const key = found.params.get("key");
  const parts = found.path.map((part) => (typeof part === "object" ? text(part) : literal(part)));
  return `[${[...parts, ...(missing === undefined ? [] : [missing]), ...(key ? [text(key)] : [])].join(", ")}]`;
}

const member = (value: unknown, key: string): unknown => (value as Record<string, unknown>)[key];

const print = (head: string, lines: readonly string[]): string => [`${head} {`, ...lines.map((line) => ` ${line}`), "}"].join("\n");
