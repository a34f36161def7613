import { runInNewContext } from "node:vm";
import { describe, expect, test } from "vitest";
import { compact, dispatch, tagOf, taggedStep, UnhandledStepError } from "#generator/runtime/steps.js";

describe("compact", () => {
  test("drops undefined properties at every depth of objects and arrays", () => {
    const value = { a: undefined, b: { c: undefined, d: [{ e: undefined, f: 1 }] }, g: null, h: 0, i: "", j: false };
    expect(Object.entries(compact(value) as object)).toEqual([
      ["b", { d: [{ f: 1 }] }],
      ["g", null],
      ["h", 0],
      ["i", ""],
      ["j", false],
    ]);
    expect(Object.keys((compact(value) as typeof value).b)).toEqual(["d"]);
  });

  test("keeps the places of a list", () => {
    expect(compact([1, undefined, 3])).toStrictEqual([1, undefined, 3]);
  });

  test("leaves a value as it is that is nested deeper than a validator goes, or in a circle", () => {
    let deep: unknown = { end: undefined };
    for (let level = 0; level < 100_000; level++) deep = [deep];
    expect((taggedStep("type", "run", { input: deep }) as { input: unknown }).input).toBe(deep);
    const parent = { children: [] as unknown[], again: [] as unknown[] };
    parent.children.push({ parent }, { parent });
    parent.again.push(parent);
    expect(compact(parent)).toBe(parent);
  });

  test("copies a value of 1,000 levels", () => {
    let value: unknown = { end: undefined };
    for (let level = 0; level < 1000; level++) value = [value];
    let copy = compact(value);
    while (Array.isArray(copy)) copy = copy[0];
    expect(copy).toStrictEqual({});
  });

  test("does not change its argument, and shares no object with it", () => {
    const value = Object.freeze({ a: Object.freeze({ b: Object.freeze([Object.freeze({ c: undefined })]) }) });
    const copy = compact(value) as { a: { b: [object] } };
    expect(copy).toStrictEqual({ a: { b: [{}] } });
    expect(copy.a).not.toBe(value.a);
    expect(copy.a.b[0]).not.toBe(value.a.b[0]);
    expect(Object.isFrozen(copy.a)).toBe(false);
  });

  test("keeps `__proto__` as data and gives no object another prototype", () => {
    const copy = compact(JSON.parse('{ "__proto__": { "polluted": true }, "constructor": 1 }')) as object;
    expect(Object.keys(copy)).toEqual(["__proto__", "constructor"]);
    expect(Object.getPrototypeOf(copy)).toBe(Object.prototype);
    expect("polluted" in copy).toBe(false);
  });

  test("takes own properties only", () => {
    expect(compact(Object.assign(Object.create({ inherited: 1 }), { own: 2 }))).toStrictEqual({ own: 2 });
    expect(compact(Object.assign(Object.create(null), { own: 2 }))).toStrictEqual({ own: 2 });
  });

  test("makes plain data of the caller's own classes and of another realm's objects", () => {
    class Input {
      prompt = "a";
      seed = undefined;
      describe(): string {
        return this.prompt;
      }
    }
    expect(compact(new Input())).toStrictEqual({ prompt: "a" });
    expect(compact(runInNewContext("({ a: 1, b: undefined })"))).toStrictEqual({ a: 1 });
  });

  test.each([new Date(0), new URL("https://example.com/"), new Uint8Array(2), new Map([[1, undefined]]), () => 1, 1n])(
    "leaves %s as it is",
    (value) => expect(compact(value)).toBe(value),
  );

  test("leaves what says itself how it becomes JSON", () => {
    const money = { amount: undefined, toJSON: () => "1.00" };
    expect(compact(money)).toBe(money);
  });
});

describe("taggedStep", () => {
  test("puts the tag first, and no property replaces it", () => {
    const step = taggedStep("$type", "a", { name: "n", $type: "b", input: { x: undefined } });
    expect(JSON.stringify(step)).toBe('{"$type":"a","name":"n","input":{}}');
  });

  test("a tag named `__proto__` is a property", () => {
    const step = taggedStep("__proto__", "a", {}) as object;
    expect(Object.entries(step)).toEqual([["__proto__", "a"]]);
    expect(Object.getPrototypeOf(step)).toBe(Object.prototype);
  });
});

describe("tagOf", () => {
  test.each([
    [{ $type: "a" }, "a"],
    [{}, undefined],
    [{ $type: 1 }, undefined],
    [{ $type: undefined }, undefined],
    [Object.create({ $type: "a" }), undefined],
    [null, undefined],
    [undefined, undefined],
    ["text", undefined],
  ])("of %o", (step, tag) => expect(tagOf("$type", step)).toBe(tag));

  test("inherited members are no tags", () => expect(tagOf("constructor", {})).toBeUndefined());
});

describe("dispatch", () => {
  const step = (tag?: unknown): object => (tag === undefined ? {} : { $type: tag });

  test("calls the handler of the tag with the step", () => {
    const given = step("a");
    expect(dispatch("$type", given, { a: (one: unknown) => [one], _: () => "rest" })).toEqual([given]);
  });

  test.each([step("b"), step(), step(7), step("constructor"), step("toString"), step("__proto__")])(
    "%o goes to `_`",
    (given) => expect(dispatch("$type", given, { a: () => "a", _: () => "rest" })).toBe("rest"),
  );

  test("a handler for `constructor` or `__proto__` is found where it is the handlers' own", () => {
    const handlers = { constructor: () => 1, ["__proto__"]: () => 2 };
    expect(dispatch("$type", step("constructor"), handlers)).toBe(1);
    expect(dispatch("$type", step("__proto__"), handlers)).toBe(2);
  });

  test("handlers may use `this`", () => {
    const handlers = {
      word: "hello",
      a(): string {
        return this.word;
      },
    };
    expect(dispatch("$type", step("a"), handlers)).toBe("hello");
  });

  test("methods of the caller's own class are handlers, and of the class above it; they may use `this`", () => {
    class Base {
      readonly word: string = "base";
      b(): string {
        return `b of ${this.word}`;
      }
      _(): string {
        return "rest";
      }
    }
    class Handlers extends Base {
      override readonly word = "own";
      a(one: object): unknown {
        return [this.word, one];
      }
      get c(): () => string {
        return () => this.word;
      }
    }
    const handlers = new Handlers();
    const given = step("a");
    expect(dispatch("$type", given, handlers)).toEqual(["own", given]);
    expect(dispatch("$type", step("b"), handlers)).toBe("b of own");
    expect(dispatch("$type", step("c"), handlers)).toBe("own");
    for (const tag of ["constructor", "toString", "hasOwnProperty", "__proto__", undefined])
      expect(dispatch("$type", step(tag), handlers), tag).toBe("rest");
  });

  test("nor is anything of another realm's objects a handler, or of one without a prototype", () => {
    const handlers = [runInNewContext("({ a: () => 1 })"), Object.assign(Object.create(null), { a: () => 1 })];
    for (const each of handlers as object[]) {
      expect(dispatch("$type", step("a"), each)).toBe(1);
      for (const tag of ["constructor", "toString", "__proto__"])
        expect(() => dispatch("$type", step(tag), each), tag).toThrow(UnhandledStepError);
    }
  });

  test("a handler that is undefined is none", () => {
    expect(dispatch("$type", step("a"), { a: undefined, _: () => "rest" })).toBe("rest");
  });

  test.each([
    [step("a"), { a: 1, _: () => "rest" }, 'the handler "a" is not a function'],
    [step("a"), { a: null }, 'the handler "a" is not a function'],
    [step(), { _: "text" }, 'the handler "_" is not a function'],
  ])("%o: what cannot be called is named", (given, handlers, message) => {
    expect(() => dispatch("$type", given, handlers)).toThrow(new TypeError(message));
  });

  test.each([
    [step("b"), "b", 'no handler for a step of type "b", and no "_"'],
    [step("toString"), "toString", 'no handler for a step of type "toString", and no "_"'],
    [step(), undefined, 'no handler for a step without "$type", and no "_"'],
  ])("%o without a handler is an UnhandledStepError", (given, type, message) => {
    let thrown: unknown;
    try {
      dispatch("$type", given, { a: () => 1 });
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(UnhandledStepError);
    expect(thrown).toMatchObject({ name: "UnhandledStepError", type, message });
  });
});
