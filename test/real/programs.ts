/**
 * JSON bodies in; TypeScript programs that write them as literals or with factories out, with the place of each field, and
 * what a strict TypeScript 5.9 says about them.
 */
import ts from "typescript-5.9";
import type { Json, JsonObject } from "./bodies.js";
import { pointerOf, type Path } from "./places.js";

export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A statement that may stand in a program, with the spans of its fields (from the key to the value's end) by JSON Pointer. */
export interface Statement {
  readonly text: string;
  readonly spans: ReadonlyMap<string, Span>;
  /** What it needs from the package. */
  readonly imports: readonly string[];
}

/** `const name: Type = {…};` */
export function literalStatement(name: string, type: string, body: JsonObject): Statement {
  const writer = new Writer();
  writer.write(`export const ${name}: ${type} = `);
  writer.value(body, []);
  return writer.end([type]);
}

/** `const name = workflow([imageGen({…}, {…})], {…});`, or the factory alone for a step. */
export function factoryStatement(name: string, body: JsonObject): Statement {
  const writer = new Writer();
  const imports: string[] = [];
  writer.write(`export const ${name} = `);
  if (!Array.isArray(body["steps"])) step(body, []);
  else {
    const { steps, ...options } = body;
    imports.push("workflow");
    writer.write("workflow([");
    (steps as readonly JsonObject[]).forEach((each, index) => {
      step(each, ["steps", index]);
      writer.write(", ");
    });
    writer.write("]");
    rest(options, []);
  }
  return writer.end(imports);

  function step({ $type, input = null, ...options }: JsonObject, path: Path): void {
    const factory = String($type);
    imports.push(factory);
    writer.write(`${factory}(`);
    writer.value(input, [...path, "input"]);
    rest(options, path);
  }

  function rest(options: JsonObject, path: Path): void {
    if (Object.keys(options).length > 0) {
      writer.write(", ");
      writer.value(options, path);
    }
    writer.write(")");
  }
}

/** The statements as one program, and where each of them starts. */
export function programOf(statements: readonly Statement[]): {
  readonly text: string;
  readonly starts: readonly number[];
} {
  const names = new Set(statements.flatMap(({ imports }) => imports));
  const starts: number[] = [];
  let text = `import { ${[...names].map((name) => (/^[A-Z]/.test(name) ? `type ${name}` : name)).join(", ")} } from "civitai-orchestration";\n`;
  for (const statement of statements) {
    starts.push(text.length);
    text += statement.text;
  }
  return { text, starts };
}

const compilerOptions: ts.CompilerOptions = {
  ...{ strict: true, exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true, verbatimModuleSyntax: true },
  ...{ noEmit: true, types: [], target: ts.ScriptTarget.ES2022, lib: ["lib.es2022.d.ts"] },
  ...{ module: ts.ModuleKind.NodeNext, moduleResolution: ts.ModuleResolutionKind.NodeNext },
};

/** The offsets of all errors in a file. */
export function errorsIn(file: string): readonly number[] {
  const program = ts.createProgram([file], compilerOptions);
  return program.getSemanticDiagnostics(program.getSourceFile(file)).map(({ start }) => start ?? 0);
}

class Writer {
  #text = "";
  readonly #spans = new Map<string, Span>();

  write(text: string): void {
    this.#text += text;
  }

  value(value: Json, path: Path): void {
    if (typeof value !== "object" || value === null) return this.write(JSON.stringify(value));
    if (Array.isArray(value)) {
      this.write("[");
      value.forEach((item: Json, index) => this.#field("", item, [...path, index]));
      return this.write("]");
    }
    this.write("{");
    for (const [key, each] of Object.entries(value as JsonObject))
      this.#field(`${JSON.stringify(key)}: `, each, [...path, key]);
    this.write("}");
  }

  #field(key: string, value: Json, path: Path): void {
    const start = this.#text.length;
    this.write(key);
    this.value(value, path);
    this.#spans.set(pointerOf(path), { start, end: this.#text.length });
    this.write(", ");
  }

  end(imports: readonly string[]): Statement {
    this.write(";\n");
    return { text: this.#text, spans: this.#spans, imports };
  }
}
