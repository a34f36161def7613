/** Rule direct: definitions in, what is sent and what is answered out, with two names where they differ. */
import { describe, expect, test } from "vitest";
import type { Contract, ContractEntry } from "#generator/contract.js";
import type { Definitions } from "#generator/json/json-schema.js";
import { direct } from "#generator/schema/direct/direct.js";
import { discriminate } from "#generator/schema/discriminate/discriminate.js";
import { inherit } from "#generator/schema/inherit/inherit.js";
import { contextOf, namedOf, plain, told } from "../support/rules.js";

const text = { type: "string" } as const;
const ref = (name: string): { $ref: string } => ({ $ref: `#/$defs/${name}` });
const object = (properties: object, more: object = {}): Definitions[string] => ({
  type: "object",
  properties: properties as Definitions,
  ...more,
});
const entry = (name: string, direction: ContractEntry["direction"]): Contract["entries"] => ({
  [name]: { at: `#/$defs/${name}`, direction },
});

interface Case {
  readonly name: string;
  readonly in: Definitions;
  readonly contract?: Partial<Contract>;
  readonly out?: Definitions;
  readonly problems?: readonly string[];
}

function run({ in: $defs, contract }: Case) {
  const context = contextOf({}, { contract: { entries: entry("Root", "both"), ...contract } });
  const directed = direct(discriminate(namedOf($defs), context), context);
  return { directed, out: plain(directed.$defs), problems: told(context.problems) };
}

function check(each: Case): void {
  const { out, problems } = run(each);
  expect(problems).toEqual(each.problems ?? []);
  if (each.out !== undefined) expect(out).toEqual(each.out);
}

describe("what is sent and what is answered", () => {
  const cases: readonly Case[] = [
    {
      name: "has one name where they are the same",
      in: { Root: object({ a: text, next: ref("Root") }, { required: ["a"] }) },
      out: { Root: object({ a: text, next: ref("Root") }, { required: ["a"] }) },
    },
    {
      name: "a readOnly property is not sent, a writeOnly one not answered, nor are they required there",
      in: {
        Root: object(
          { id: { ...text, readOnly: true }, secret: { ...text, writeOnly: true }, name: text },
          { required: ["id", "secret", "name", "other"] },
        ),
      },
      out: {
        Root: object({ id: { ...text, readOnly: true }, name: text }, { required: ["id", "name", "other"] }),
        RootRequest: object(
          { secret: { ...text, writeOnly: true }, name: text },
          { required: ["secret", "name", "other"] },
        ),
      },
    },
    {
      name: "what is said of the type counts as well",
      in: {
        Root: object({ id: ref("Id"), pin: ref("Pin") }, { required: ["id", "pin"] }),
        Id: { ...text, readOnly: true },
        Pin: { ...text, writeOnly: true },
      },
      out: {
        Root: object({ id: ref("Id") }, { required: ["id"] }),
        RootRequest: object({ pin: ref("Pin") }, { required: ["pin"] }),
        Id: { ...text, readOnly: true },
        Pin: { ...text, writeOnly: true },
      },
    },
    {
      name: "a required property with a default need not be sent, but is answered",
      in: {
        Root: object({ a: { ...text, default: "x" }, b: text, c: ref("C") }, { required: ["a", "b", "c"] }),
        C: { enum: ["c"], default: "c" },
      },
      out: {
        Root: object({ a: { ...text, default: "x" }, b: text, c: ref("C") }, { required: ["a", "b", "c"] }),
        RootRequest: object({ a: { ...text, default: "x" }, b: text, c: ref("C") }, { required: ["b"] }),
        C: { enum: ["c"], default: "c" },
      },
    },
    {
      name: "a request must have what the contract demands",
      in: { Root: object({ a: text, b: text }, { required: ["a"] }) },
      contract: { requireInRequest: { "#/$defs/Root": ["b"] } },
      out: {
        Root: object({ a: text, b: text }, { required: ["a"] }),
        RootRequest: object({ a: text, b: text }, { required: ["b", "a"] }),
      },
    },
    {
      name: "an answer may have what nobody announced, a closed request not",
      in: { Root: object({ a: object({}, { additionalProperties: false }) }, { additionalProperties: false }) },
      out: {
        Root: object({ a: object({}) }),
        RootRequest: object({ a: object({}, { additionalProperties: false }) }, { additionalProperties: false }),
      },
    },
    {
      name: "unless the contract opens requests",
      in: { Root: object({ a: object({}, { additionalProperties: false }) }, { additionalProperties: false }) },
      contract: { requests: "open" },
      out: { Root: object({ a: object({}) }) },
    },
    {
      name: "a map of a schema stays closed to all else",
      in: { Root: { additionalProperties: text } },
      out: { Root: { additionalProperties: text } },
    },
    {
      name: "members left out instead of null are not required of an answer",
      in: {
        Root: object(
          {
            a: { type: ["string", "null"] },
            b: text,
            c: { anyOf: [text, { type: "null" }] },
            d: { enum: ["x", null] },
            e: true,
          },
          { required: ["a", "b", "c", "d", "e"] },
        ),
      },
      contract: { nulls: "omitted", entries: entry("Root", "response") },
      out: {
        Root: object(
          {
            a: { type: ["string", "null"] },
            b: text,
            c: { anyOf: [text, { type: "null" }] },
            d: { enum: ["x", null] },
            e: true,
          },
          { required: ["b"] },
        ),
      },
    },
    {
      name: "wherever it stands: below properties, items, maps and branches",
      in: {
        Root: object({
          list: { items: object({ id: { ...text, readOnly: true } }) },
          map: { additionalProperties: object({ id: { ...text, readOnly: true } }) },
          one: { anyOf: [object({ id: { ...text, readOnly: true } }), { type: "null" }] },
        }),
      },
      contract: { entries: entry("Root", "request") },
      out: {
        Root: object({
          list: { items: object({}) },
          map: { additionalProperties: object({}) },
          one: { anyOf: [object({}), { type: "null" }] },
        }),
      },
    },
    {
      name: "what refers to a type with two names has two names itself, to any distance",
      in: {
        Root: object({ a: ref("A") }),
        A: { items: ref("B") },
        B: object({ id: { ...text, readOnly: true }, root: ref("Root"), c: ref("C") }),
        C: text,
      },
      out: {
        Root: object({ a: ref("A") }),
        RootRequest: object({ a: ref("ARequest") }),
        A: { items: ref("B") },
        ARequest: { items: ref("BRequest") },
        B: object({ id: { ...text, readOnly: true }, root: ref("Root"), c: ref("C") }),
        BRequest: object({ root: ref("RootRequest"), c: ref("C") }),
        C: text,
      },
    },
    {
      name: "a type of one direction has the plain name",
      in: {
        Root: object({
          id: { ...text, readOnly: true },
          a: { ...ref("A"), writeOnly: true },
          b: { ...ref("B"), readOnly: true },
        }),
        A: object({ x: { ...text, readOnly: true } }),
        B: object({ x: { ...text, writeOnly: true } }),
      },
      out: {
        Root: object({ id: { ...text, readOnly: true }, b: { ...ref("B"), readOnly: true } }),
        RootRequest: object({ a: { ...ref("A"), writeOnly: true } }),
        A: object({}),
        B: object({}),
      },
    },
    {
      name: "the request has the plain name where the contract says so",
      in: { Root: object({ id: { ...text, readOnly: true } }) },
      contract: { plainNames: "request" },
      out: { Root: object({}), RootResponse: object({ id: { ...text, readOnly: true } }) },
    },
    {
      name: "branches that exclude each other by their closedness may overlap when it is gone",
      in: {
        Root: {
          oneOf: [
            object({ a: text }, { additionalProperties: false }),
            object({ b: text }, { additionalProperties: false }),
          ],
        },
      },
      out: {
        Root: { anyOf: [object({ a: text }), object({ b: text })] },
        RootRequest: {
          oneOf: [
            object({ a: text }, { additionalProperties: false }),
            object({ b: text }, { additionalProperties: false }),
          ],
        },
      },
    },
    {
      name: "what is said of a property behind a reference holds for a demand beside it",
      in: {
        Root: { allOf: [ref("B"), { type: "object", required: ["id", "a", "b"] }] },
        B: object({ id: { ...text, readOnly: true }, pw: { ...text, writeOnly: true }, a: { ...text, default: "x" } }),
        C: { ...ref("B"), required: ["id", "pw"] },
      },
      contract: { entries: { ...entry("Root", "both"), ...entry("C", "both") } },
      out: {
        Root: { allOf: [ref("B"), { type: "object", required: ["id", "a", "b"] }] },
        RootRequest: { allOf: [ref("BRequest"), { type: "object", required: ["b"] }] },
        B: object({ id: { ...text, readOnly: true }, a: { ...text, default: "x" } }),
        BRequest: object({ pw: { ...text, writeOnly: true }, a: { ...text, default: "x" } }),
        C: { ...ref("B"), required: ["id"] },
        CRequest: { ...ref("BRequest"), required: ["pw"] },
      },
    },
    {
      name: "and so for a demand that a condition makes",
      in: {
        Root: {
          properties: { id: { ...text, readOnly: true }, pw: { ...text, writeOnly: true } },
          if: { required: ["n"] },
          then: { required: ["id", "pw"] },
          dependentSchemas: { m: { dependentRequired: { n: ["id", "pw"] } } },
        },
      },
      out: {
        Root: {
          properties: { id: { ...text, readOnly: true } },
          if: { required: ["n"] },
          then: { required: ["id"] },
          dependentSchemas: { m: { dependentRequired: { n: ["id"] } } },
        },
        RootRequest: {
          properties: { pw: { ...text, writeOnly: true } },
          if: { required: ["n"] },
          then: { required: ["pw"] },
          dependentSchemas: { m: { dependentRequired: { n: ["pw"] } } },
        },
      },
    },
    {
      name: "a definition that demands what is dropped only here is written out, to any depth",
      in: {
        Root: { allOf: [ref("Middle"), object({ id: { ...text, readOnly: true } })] },
        Middle: { allOf: [ref("Base"), { required: ["id"] }] },
        Base: object({ id: text, a: text }, { required: ["id", "a"] }),
      },
      contract: { entries: { ...entry("Root", "request"), ...entry("Base", "request") } },
      out: {
        Root: { allOf: [{ allOf: [object({ a: text }, { required: ["a"] }), {}] }, object({})] },
        Base: object({ id: text, a: text }, { required: ["id", "a"] }),
      },
    },
    {
      name: "but not in another branch, nor of a part of the value",
      in: {
        Root: {
          anyOf: [{ properties: { id: { ...text, readOnly: true } } }, { required: ["id"] }],
          if: { properties: { x: { ...text, readOnly: true } }, required: ["y"] },
          else: { required: ["x"] },
          allOf: [{ properties: { part: { required: ["id"] } } }],
        },
      },
      contract: { entries: entry("Root", "request") },
      out: {
        Root: {
          anyOf: [{ properties: {} }, { required: ["id"] }],
          allOf: [
            { properties: { part: { required: ["id"] } } },
            {
              anyOf: [
                { allOf: [{ properties: {}, required: ["y"] }, true] },
                {
                  allOf: [
                    { not: { properties: { x: { ...text, readOnly: true } }, required: ["y"] } },
                    { required: ["x"] },
                  ],
                },
              ],
            },
          ],
        },
      },
    },
    {
      name: "a demand of a constant stays, and of what may be null in an answer only where null is told",
      in: {
        Root: {
          allOf: [
            object({ kind: { ...text, readOnly: true }, a: { type: ["string", "null"] } }),
            { properties: { kind: { const: "x" } }, required: ["kind", "a"] },
          ],
        },
      },
      contract: { nulls: "omitted" },
      out: {
        Root: {
          allOf: [
            object({ kind: { ...text, readOnly: true }, a: { type: ["string", "null"] } }),
            { properties: { kind: { const: "x" } }, required: ["kind"] },
          ],
        },
        RootRequest: {
          allOf: [
            object({ kind: { ...text, readOnly: true }, a: { type: ["string", "null"] } }),
            { properties: { kind: { const: "x" } }, required: ["kind", "a"] },
          ],
        },
      },
    },
    { name: "what nothing reaches is gone", in: { Root: text, Other: text }, out: { Root: text } },
    {
      name: "a constant's type is kept among the answers, though no entry reaches it",
      in: { Root: text, Other: { enum: ["a"] } },
      contract: { constants: { OTHERS: "#/$defs/Other" }, entries: entry("Root", "response") },
      out: { Root: text, Other: { enum: ["a"] } },
    },
    {
      name: "hostile keys are keys",
      in: {
        Root: JSON.parse(
          '{"type":"object","properties":{"__proto__":{"type":"string","readOnly":true},"constructor":{"type":"string"},"toString":{"type":"string","default":"x"}},"required":["__proto__","constructor","toString","valueOf"]}',
        ) as Definitions[string],
      },
      contract: { entries: entry("Root", "request") },
      out: {
        Root: object(
          { constructor: text, toString: { ...text, default: "x" } },
          { required: ["constructor", "valueOf"] },
        ),
      },
    },
    {
      name: "a name for the other direction that a type has already is told",
      in: { Root: object({ id: { ...text, readOnly: true }, a: ref("RootRequest") }), RootRequest: text },
      problems: [
        "SW220 api/x.schema.json#/$defs/Root two types become the name RootRequest, the second at Root as it is sent",
      ],
    },
    {
      name: "and so is one of a type that stands before it",
      in: { RootRequest: text, Root: object({ id: { ...text, readOnly: true }, a: ref("RootRequest") }) },
      problems: [
        "SW220 api/x.schema.json#/$defs/Root two types become the name RootRequest, the second at Root as it is sent",
      ],
    },
  ];
  const id = { required: ["id"], properties: { id: { ...text, readOnly: true } } };
  const answeredId = { ...ref("Root"), readOnly: true };
  const conditions: readonly Case[] = [
    {
      name: "what is excluded from a request is what may not be answered",
      in: { Root: { not: ref("It") }, It: id },
      out: { Root: { not: ref("It") }, RootRequest: { not: id }, It: id },
    },
    {
      name: "a condition that the server may bring about need hold only in one of the two cases",
      in: { Root: { if: id, then: { required: ["a"] } } },
      out: {
        Root: { if: id, then: { required: ["a"] } },
        RootRequest: {
          allOf: [{ anyOf: [{ allOf: [{ properties: {} }, { required: ["a"] }] }, { allOf: [{ not: id }, true] }] }],
        },
      },
    },
    {
      name: "items that the server may complete count for the minimum only",
      in: { Root: { contains: id, minContains: 2, maxContains: 3 } },
      out: {
        Root: { contains: id, minContains: 2, maxContains: 3 },
        RootRequest: {
          contains: { properties: {} },
          minContains: 2,
          allOf: [{ contains: id, minContains: 0, maxContains: 3 }],
        },
      },
    },
    {
      name: "what leads back to itself cannot be written out",
      in: { Root: { not: ref("Tree") }, Tree: object({ id: { ...text, readOnly: true }, next: ref("Tree") }) },
      problems: [
        "SW254 api/x.schema.json#/$defs/Tree Tree is excluded or made a condition (`not`, `if`, `maxContains`) and not the same in requests and answers, but it leads back to itself",
      ],
    },
    {
      name: "a demand that hangs on another property goes with the property",
      in: { Root: { ...(object({ id: answeredId }) as object), dependentRequired: { a: ["id", "b"] } } },
      out: {
        Root: { ...(object({ id: answeredId }) as object), dependentRequired: { a: ["id", "b"] } },
        RootRequest: { ...(object({}) as object), dependentRequired: { a: ["b"] } },
      },
    },
    {
      name: "a demand of what is forbidden stays: nothing is valid",
      in: { Root: object({ x: false }, { required: ["x"] }) },
      out: { Root: object({ x: false }, { required: ["x"] }) },
    },
  ];
  const aaa = "a".repeat(60);
  const elsewhere: readonly Case[] = [
    {
      name: "a property may be null as far as all that is said of it takes null",
      in: {
        Root: object(
          { a: { ...ref("N"), ...text }, b: { allOf: [ref("N")] }, c: { ...ref("N"), not: { type: "null" } } },
          { required: ["a", "b", "c"] },
        ),
        N: { type: ["string", "null"] },
      },
      contract: { nulls: "omitted", entries: entry("Root", "response") },
      out: {
        Root: object(
          { a: { ...ref("N"), ...text }, b: { allOf: [ref("N")] }, c: { ...ref("N"), not: { type: "null" } } },
          { required: ["a", "c"] },
        ),
        N: { type: ["string", "null"] },
      },
    },
    {
      name: "also in another schema: in every one that holds, or in one of those that may hold",
      in: {
        Root: { allOf: [ref("B"), { properties: { a: text } }] },
        B: object({ a: { type: ["string", "null"] } }, { required: ["a"] }),
        C: { required: ["a"], oneOf: [{ properties: { a: { type: "null" } } }, { properties: { a: text } }] },
      },
      contract: { nulls: "omitted", entries: { ...entry("Root", "response"), ...entry("C", "response") } },
      out: {
        Root: {
          allOf: [object({ a: { type: ["string", "null"] } }, { required: ["a"] }), { properties: { a: text } }],
        },
        C: { oneOf: [{ properties: { a: { type: "null" } } }, { properties: { a: text } }] },
      },
    },
    {
      name: "a default, a direction and a constant are seen behind all references and in the parts of an allOf",
      in: {
        Root: object(
          {
            a: ref("A"),
            b: { allOf: [ref("A")] },
            id: { allOf: [ref("Id")] },
            kind: { ...ref("Kind"), readOnly: true },
          },
          { required: ["a", "b", "id", "kind", "c"] },
        ),
        A: { ...ref("Last"), default: 3 },
        Last: { type: "integer" },
        Id: { ...ref("IdText"), readOnly: true },
        IdText: text,
        Kind: { const: "x" },
      },
      contract: { entries: entry("Root", "request") },
      out: {
        Root: object(
          { a: ref("A"), b: { allOf: [ref("A")] }, kind: { ...ref("Kind"), readOnly: true } },
          { required: ["kind", "c"] },
        ),
        A: { ...ref("Last"), default: 3 },
        Last: { type: "integer" },
        Kind: { const: "x" },
      },
    },
    {
      name: "a property goes as its demand does, whichever schema says so",
      in: {
        Root: { ...ref("B"), properties: { id: { readOnly: true }, pw: { writeOnly: true } } },
        B: object({ id: text, pw: text, a: text }),
      },
      out: {
        Root: { properties: { id: { readOnly: true } }, allOf: [object({ id: text, a: text })] },
        RootRequest: { properties: { pw: { writeOnly: true } }, allOf: [object({ pw: text, a: text })] },
      },
    },
    {
      name: "but not where only one of several cases says so",
      in: {
        Root: object(
          { id: text, a: text },
          { required: ["id"], anyOf: [{ properties: { id: { readOnly: true } } }, ref("C")] },
        ),
        C: { required: ["a"] },
      },
      contract: { entries: entry("Root", "request") },
      out: {
        Root: object({ id: text, a: text }, { anyOf: [{ properties: {} }, ref("C")] }),
        C: { required: ["a"] },
      },
    },
    {
      name: "the properties of a pattern go likewise, and what is demanded or named of them",
      in: {
        Root: object(
          { xa: text, ya: text },
          {
            required: ["xa", "ya", "za"],
            patternProperties: {
              "^x": { readOnly: true },
              "^y": { ...ref("Y"), readOnly: true },
              "^z": { default: "z" },
            },
          },
        ),
        Y: { const: "y" },
        OnlyPatterns: object(
          {},
          { patternProperties: { "^x": { ...text, readOnly: true } }, additionalProperties: false },
        ),
      },
      contract: { entries: { ...entry("Root", "request"), ...entry("OnlyPatterns", "request") } },
      out: {
        Root: object(
          { ya: text },
          { required: ["ya"], patternProperties: { "^y": { ...ref("Y"), readOnly: true }, "^z": { default: "z" } } },
        ),
        Y: { const: "y" },
        OnlyPatterns: object({}, { additionalProperties: false }),
      },
    },
    {
      name: "a pattern that may keep the engine busy is not asked: the demand is less, and what is named stays",
      in: {
        Root: object(
          { [aaa]: text },
          { required: [aaa], patternProperties: { "^(a+)+!$": { ...text, readOnly: true } } },
        ),
      },
      contract: { entries: entry("Root", "request") },
      out: { Root: object({ [aaa]: text }) },
    },
  ];
  test.for([...cases, ...conditions, ...elsewhere].map((each) => [each.name, each] as const))("%s", ([, each]) =>
    check(each),
  );

  test("a demand of nothing is told", () => {
    const requireInRequest = { "#/$defs/Root": ["a", "b"], "#/$defs/No": ["c"] };
    const { problems } = run({ name: "", in: { Root: object({ a: text }) }, contract: { requireInRequest } });
    expect(problems.map((problem) => problem.split(" ", 2).join(" "))).toEqual([
      "SW116 api/x.contract.json#/requireInRequest/#~1$defs~1Root/1",
      "SW116 api/x.contract.json#/requireInRequest/#~1$defs~1No/0",
    ]);
  });

  test("what is demanded of a base is demanded of what inherits it, at any depth, and may be what all of those have", () => {
    const closed = { additionalProperties: false };
    const child = (parent: string, properties: object): Definitions[string] => ({
      allOf: [ref(parent), object(properties, closed)],
    });
    const $defs = {
      Root: object({ child: ref("Child"), leaf: ref("Leaf") }),
      Base: object({ a: text }, closed),
      Child: child("Base", { b: text }),
      Leaf: child("Child", { c: text }),
    };
    const demand = (requireInRequest: NonNullable<Contract["requireInRequest"]>): readonly unknown[] => {
      const context = contextOf({}, { contract: { entries: entry("Root", "request"), requireInRequest } });
      const { Child, Leaf } = direct(discriminate(inherit(namedOf($defs), "every"), context), context).$defs;
      return [...told(context.problems).map((line) => line.slice(0, 5)), plain(Child), plain(Leaf)];
    };
    const [whole, leaf] = [
      { a: text, b: text },
      { a: text, b: text, c: text },
    ];
    expect(demand({ "#/$defs/Base": ["a"] })).toEqual([
      object(whole, { required: ["a"], ...closed }),
      object(leaf, { required: ["a"], ...closed }),
    ]);
    expect(demand({ "#/$defs/Child": ["b"] })).toEqual([
      object(whole, { required: ["b"], ...closed }),
      object(leaf, { required: ["b"], ...closed }),
    ]);
    expect(demand({ "#/$defs/Base": ["c"] })[0]).toBe("SW116");
  });

  test("a demand of what the server assigns is told, but a tag that it assigns is sent", () => {
    const kinds = { kind: { const: "a", readOnly: true }, version: { const: 1, readOnly: true } };
    const Root = object({ id: { ...text, readOnly: true }, ...kinds });
    const requireInRequest = { "#/$defs/Root": ["kind", "id", "version"] };
    expect(run({ name: "", in: { Root }, contract: { requireInRequest } }).problems).toEqual([
      "SW119 api/x.contract.json#/requireInRequest/#~1$defs~1Root/1 a request cannot have id at #/$defs/Root: it is readOnly, so the server assigns it",
    ]);
  });
});

describe("a tagged union", () => {
  const steps: Contract["steps"] = {
    of: "Root",
    at: "#/$defs/Root",
    tag: "kind",
    input: "input",
    unknownTags: "reject",
  };
  const variant = (tag: object | boolean, more: object = {}, properties: object = {}): Definitions[string] =>
    object({ kind: tag, ...properties }, more);
  const cases: readonly Case[] = [
    {
      name: "keeps a readOnly tag in a request, and loses the rest that could not be sent",
      in: { Root: object({ kind: { enum: ["a"], readOnly: true }, id: { ...text, readOnly: true } }) },
      contract: { steps, requireInRequest: { "#/$defs/Root": ["kind"] } },
      out: {
        Root: {
          oneOf: [ref("AStep"), ref("UntaggedStep")],
          discriminator: { propertyName: "kind", mapping: { a: "#/$defs/AStep" }, absent: "#/$defs/UntaggedStep" },
        },
        RootRequest: {
          oneOf: [ref("AStepRequest")],
          discriminator: { propertyName: "kind", mapping: { a: "#/$defs/AStepRequest" } },
        },
        AStep: variant({ readOnly: true, const: "a" }, { required: ["kind"] }, { id: { ...text, readOnly: true } }),
        AStepRequest: variant({ readOnly: true, const: "a" }, { required: ["kind"] }),
        UntaggedStep: variant(false, {}, { id: { ...text, readOnly: true } }),
      },
    },
    {
      name: "takes the default's variant for a missing tag in a request, and asks for the tag in an answer",
      in: { Root: object({ kind: { enum: ["a", "b"], default: "b" } }, { required: ["kind"] }) },
      contract: { steps },
      out: {
        Root: {
          oneOf: [ref("AStep"), ref("BStep")],
          discriminator: { propertyName: "kind", mapping: { a: "#/$defs/AStep", b: "#/$defs/BStep" } },
        },
        RootRequest: {
          oneOf: [ref("AStep"), ref("BStepRequest")],
          discriminator: {
            propertyName: "kind",
            mapping: { a: "#/$defs/AStep", b: "#/$defs/BStepRequest" },
            absent: "#/$defs/BStepRequest",
          },
        },
        AStep: variant({ const: "a" }, { required: ["kind"] }),
        BStep: variant({ default: "b", const: "b" }, { required: ["kind"] }),
        BStepRequest: variant({ default: "b", const: "b" }),
      },
    },
    {
      name: "where the tag need not be there an answer without it is the untagged rest, a request the default's",
      in: { Root: object({ kind: { enum: ["a"], default: "a" } }) },
      contract: { steps },
      out: {
        Root: {
          oneOf: [ref("AStep"), ref("UntaggedStep")],
          discriminator: { propertyName: "kind", mapping: { a: "#/$defs/AStep" }, absent: "#/$defs/UntaggedStep" },
        },
        RootRequest: {
          oneOf: [ref("AStepRequest")],
          discriminator: {
            propertyName: "kind",
            mapping: { a: "#/$defs/AStepRequest" },
            absent: "#/$defs/AStepRequest",
          },
        },
        AStep: variant({ default: "a", const: "a" }, { required: ["kind"] }),
        AStepRequest: variant({ default: "a", const: "a" }),
        UntaggedStep: variant(false),
      },
    },
    {
      name: "refuses tags that are not listed in a request, whatever an answer may carry",
      in: { Root: object({ kind: { enum: ["a"] } }, { required: ["kind"] }) },
      contract: { steps: { ...steps, unknownTags: "pass" } },
      out: {
        Root: {
          oneOf: [ref("AStep"), ref("UnlistedRoot")],
          discriminator: { propertyName: "kind", mapping: { a: "#/$defs/AStep" }, unknown: "#/$defs/UnlistedRoot" },
        },
        RootRequest: {
          oneOf: [ref("AStep")],
          discriminator: { propertyName: "kind", mapping: { a: "#/$defs/AStep" } },
        },
        UnlistedRoot: variant({ type: "string", not: { enum: ["a"] } }, { required: ["kind"] }),
        AStep: variant({ const: "a" }, { required: ["kind"] }),
      },
    },
  ];
  test.for(cases.map((each) => [each.name, each] as const))("%s", ([, each]) => check(each));
});

test("a type is found by its direction, and not in one that does not reach it", () => {
  const { directed } = run({
    name: "",
    in: { Root: object({ id: { ...text, readOnly: true }, a: { ...ref("A"), writeOnly: true } }), A: text },
  });
  expect(
    ["Root", "A"].flatMap((name) => [directed.nameIn(name, "response"), directed.nameIn(name, "request")]),
  ).toEqual(["Root", "RootRequest", undefined, "A"]);
});

test("shapes that differ for validators only share a type", () => {
  const { directed } = run({ name: "", in: { Root: object({ a: text }, { additionalProperties: false }) } });
  expect([Object.keys(directed.$defs), Object.fromEntries(directed.typeOf)]).toEqual([
    ["Root", "RootRequest"],
    { RootRequest: "Root" },
  ]);
});

test("but not where nothing but closedness says what members there are", () => {
  const closed: Definitions[string] = { type: "object", additionalProperties: false };
  const patterned = object({ a: text }, { patternProperties: { "^x": text }, additionalProperties: false });
  for (const Root of [closed, patterned]) {
    const { directed } = run({ name: "", in: { Root }, contract: { plainNames: "request" } });
    expect([Object.keys(directed.$defs), directed.typeOf.size]).toEqual([["Root", "RootResponse"], 0]);
  }
});

test("the plain name stands first: what branches share is called after the first union that has them", () => {
  const $defs = { Root: object({ part: ref("Part") }), Part: object({ id: { ...text, readOnly: true } }) };
  const names = (plainNames?: "request"): string[] =>
    Object.keys(run({ name: "", in: $defs, contract: { ...(plainNames && { plainNames }) } }).directed.$defs);
  expect(names()).toEqual(["Root", "RootRequest", "Part", "PartRequest"]);
  expect(names("request")).toEqual(["Root", "RootResponse", "Part", "PartResponse"]);
});

test("a kind that cannot be is none of an answer either, by whatever tag", () => {
  const discriminator = { propertyName: "kind", mapping: { a: "#/$defs/A", b: "#/$defs/B" } };
  const { out } = run({
    name: "",
    in: {
      Root: object({ base: ref("Base"), alone: ref("A") }),
      Base: object({ kind: text }, { required: ["kind"], discriminator }),
      A: object({ kind: text, a: false }, { required: ["a"] }),
      B: object({ kind: { ...text, writeOnly: true } }),
    },
    contract: { entries: entry("Root", "response") },
  });
  expect(out).toMatchObject({
    Base: {
      oneOf: [ref("B"), ref("UntaggedBase")],
      discriminator: { propertyName: "kind", mapping: { b: "#/$defs/B" }, absent: "#/$defs/UntaggedBase" },
    },
    A: { required: ["a"], properties: { a: false } },
    B: object({ kind: { const: "b" } }, { required: ["kind"] }),
  });
  expect(out).not.toHaveProperty("Base.discriminator.mapping.a");
});

test("a tag that its own kind forbids is not implied by any place", () => {
  const discriminator = { propertyName: "kind", mapping: { a: "#/$defs/A" } };
  const closed = object({}, { additionalProperties: false });
  const { out } = run({
    name: "",
    in: {
      Root: object({ base: ref("Base"), alone: ref("A") }),
      Base: object({ kind: text }, { required: ["kind"], discriminator }),
      A: { ...(object({ kind: text }, { required: ["kind"] }) as object), allOf: [closed] },
    },
    contract: { entries: entry("Root", "response") },
  });
  expect(out).toMatchObject({ A: { required: ["kind"], properties: { kind: false } } });
});

describe("what is said beside the branches of a union", () => {
  const tagged = (...names: readonly string[]): Definitions[string] => ({ oneOf: names.map(ref) });
  const kind = (tag: string, properties: object, more: object = {}): Definitions[string] =>
    object({ kind: { const: tag }, ...properties }, { required: ["kind"], ...more });
  const $defs: Definitions = {
    Root: object({ id: { ...text, readOnly: true } }, tagged("Ftp", "Sql") as object),
    Ftp: kind("ftp", { id: text }, { required: ["kind", "id"], additionalProperties: false }),
    Sql: kind("sql", { dsn: text }),
  };

  test("is said of their properties too: what a branch loses by it is written out, and no tag leads there", () => {
    const { out } = run({ name: "", in: $defs });
    expect(out).toMatchObject({
      Root: { oneOf: [ref("Ftp"), ref("Sql")], discriminator: { propertyName: "kind" } },
      RootRequest: { anyOf: [kind("ftp", {}, { additionalProperties: false }), ref("Sql")] },
    });
    expect(out).not.toHaveProperty("RootRequest.discriminator");
    expect(out).not.toHaveProperty("RootRequest.anyOf.0.properties.id");
  });
});

test("what stands beside a union that a tag tells apart is sent and answered as any other", () => {
  const kind = (tag: string): Definitions[string] => object({ kind: { const: tag } }, { required: ["kind"] });
  const own = { id: { ...text, readOnly: true }, pin: { ...text, writeOnly: true }, size: { ...text, default: "s" } };
  const { out } = run({
    name: "",
    in: {
      Root: object(own, { required: ["id", "pin", "size"], oneOf: [ref("A"), ref("B")] }),
      ...{ A: kind("a"), B: kind("b") },
    },
  });
  const discriminator = { propertyName: "kind", mapping: { a: "#/$defs/A", b: "#/$defs/B" } };
  expect(out).toMatchObject({
    Root: { required: ["id", "size"], properties: { id: own.id, size: own.size }, discriminator },
    RootRequest: { required: ["pin"], properties: { pin: own.pin, size: own.size }, discriminator },
  });
  expect(out).not.toHaveProperty("Root.properties.pin");
  expect(out).not.toHaveProperty("RootRequest.properties.id");
});

test("a condition does not make a constant of a property that it compares", () => {
  const fits = { properties: { status: { const: "failed" } }, required: ["status"] };
  const { out } = run({
    name: "",
    in: {
      Root: object(
        { status: { ...text, readOnly: true }, name: text },
        { required: ["status", "name"], if: fits, then: { required: ["reason"] } },
      ),
    },
  });
  expect(out).toMatchObject({ RootRequest: { required: ["name"], properties: { name: text } } });
  expect(out).not.toHaveProperty("RootRequest.properties.status");
});
