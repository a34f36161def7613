/**
 * The pool of runtime declarations: what an emitted module takes, in which words, under which names.
 */
import { parseModule } from "meriyah";
import { describe, expect, test } from "vitest";
import { declaredNames, declarationsOf } from "#generator/emit/runtime/runtime-declarations.js";
import { runtimeModules } from "#generator/emit/runtime/runtime-modules.js";
import { runtimePool } from "#generator/emit/runtime/runtime-pool.js";

const none: ReadonlySet<string> = new Set();
const poolOf = (modules: Readonly<Record<string, string>>) => runtimePool(new Map(Object.entries(modules)));
const textOf = (source: string, name: string, taken = none): string =>
  poolOf({ "a.js": source }).take([name], taken).text;

describe("an emitted module takes", () => {
  const cases: readonly {
    name: string;
    modules: Readonly<Record<string, string>>;
    take: readonly string[];
    text: string;
  }[] = [
    {
      name: "what it asks for, without export, with its doc comment, a space a level",
      modules: {
        "a.js":
          "/** A file. */\n/** One. */\nexport function one() {\n    return 1;\n}\nexport function two() { return 2; }\n",
      },
      take: ["one"],
      text: "/** One. */\nfunction one() {\n return 1;\n}",
    },
    {
      name: "what that uses, from other modules too, in the runtime's order whatever was asked first",
      modules: {
        "a.js": 'import { b } from "./b.js";\nconst first = 1;\nexport const a = () => b(first);\n',
        "b.js":
          'import { first } from "./a.js";\nexport function b(x) { return x + last; }\nconst last = 2;\nconst unused = 3;\n',
      },
      take: ["b", "a"],
      text: "const first = 1;\nconst a = () => b(first);\nfunction b(x) { return x + last; }\nconst last = 2;",
    },
    {
      name: "a class and what it extends, but nothing that only shares a name with a member or a key",
      modules: {
        "a.js":
          "export class Base {\n    first = 1;\n}\nexport class Child extends Base {\n    first() { return this.second({ third: 1 }.third); }\n}\nconst first = 1, x = 2;\nfunction second() { }\nconst third = 3;\n",
      },
      take: ["Child"],
      text: "class Base {\n first = 1;\n}\nclass Child extends Base {\n first() { return this.second({ third: 1 }.third); }\n}",
    },
    {
      name: "what is computed, spread or written in short",
      modules: {
        "a.js":
          "const key = 'k';\nconst rest = {};\nconst short = 1;\nexport const object = { [key]: 1, ...rest, short };\n",
      },
      take: ["object"],
      text: "const key = 'k';\nconst rest = {};\nconst short = 1;\nconst object = { [key]: 1, ...rest, short };",
    },
    { name: "nothing", modules: { "a.js": "export const a = 1;\n" }, take: [], text: "" },
  ];
  test.for(cases.map((each) => [each.name, each] as const))("%s", ([, { modules, take, text }]) => {
    expect(poolOf(modules).take(take, none).text).toBe(text);
  });
});

describe("a name that the module needs itself", () => {
  const source =
    "export function parse(value) { return value; }\nexport const object = { parse, parse: parse, 'parse': 1, a: object?.parse };\nexport function spread({ parse, b = parse }) { return [parse, b]; }\n";

  test("is left to it, wherever the declaration is meant", () => {
    const { text, nameOf } = poolOf({ "a.js": source }).take(["object"], new Set(["parse"]));
    expect(nameOf("parse")).toBe("parse_");
    expect(text).toBe(
      "function parse_(value) { return value; }\nconst object = { parse: parse_, parse: parse_, 'parse': 1, a: object?.parse };",
    );
  });

  test("is left to it in a pattern, whose keys stay", () => {
    expect(textOf(source, "spread", new Set(["parse"]))).toContain(
      "function spread({ parse: parse_, b = parse_ }) { return [parse_, b]; }",
    );
  });

  test("is not replaced by one that is taken as well, here or there", () => {
    const pool = poolOf({ "a.js": "export const a = 1;\nexport const a_ = 2;\n" });
    expect(pool.nameOf("a", new Set(["a", "a__"]))).toBe("a___");
    expect(pool.nameOf("a_", new Set(["a"]))).toBe("a_");
  });

  test("means nothing where the runtime has no such name", () => {
    expect(poolOf({ "a.js": "" }).nameOf("a", new Set(["a"]))).toBe("a");
  });
});

describe("mistakes in the runtime are found at once", () => {
  test("a name that two modules declare", () => {
    expect(() => poolOf({ "a.js": "const x = 1;\n", "b.js": "export function x() { }\n" })).toThrow(
      "the runtime declares x twice, again in b.js",
    );
  });

  test("a name that is not there", () => {
    expect(() => textOf("export const a = 1;\n", "b")).toThrow("the runtime has no b");
  });
});

describe("the runtime itself", () => {
  const modules = runtimeModules(".js");

  test("has no name twice", () => expect(() => runtimePool(modules)).not.toThrow());

  test.for([...modules])("%s begins each declaration in the first column, and declares one at a time", ([, source]) => {
    expect(declaredNames(source)).toEqual(declarationsOf(source).map(({ name }) => name));
    const { body } = parseModule(source, { next: true });
    const others = body.filter(({ type }) => !/^(?:Import|Function|Class|Variable|ExportNamed)/.test(type));
    expect(others).toEqual([]);
    expect(source).not.toMatch(/^(?:export )?(?:const|let) [^=;]*,\s*\w+ =/m);
  });

  test("whatever is taken of it, every name that is used is there", () => {
    const names = [...modules.values()].flatMap(declaredNames);
    const { text } = runtimePool(modules).take(names, none);
    expect(() => parseModule(text, { next: true })).not.toThrow();
    expect(declaredNames(text).toSorted()).toEqual(names.toSorted());
  });
});
