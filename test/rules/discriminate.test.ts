/** Rule discriminate: named definitions in, tagged unions out. */
import { describe, expect, test } from "vitest";
import type { ContractSteps } from "#generator/contract.js";
import type { Definitions, Discriminator } from "#generator/json/json-schema.js";
import { discriminate } from "#generator/schema/discriminate/discriminate.js";
import { contextOf, namedOf, plain, told } from "../support/rules.js";

const text = { type: "string" } as const;
const ref = (name: string): { $ref: string } => ({ $ref: `#/$defs/${name}` });
const refs = (...names: readonly string[]): readonly { $ref: string }[] => names.map(ref);
const stepsAt = (at: string, more: Partial<ContractSteps> = {}): ContractSteps => ({
  of: "Root",
  at: `#/$defs/${at}`,
  tag: "kind",
  input: "input",
  unknownTags: "reject",
  ...more,
});

/** An object whose kind is one of a list. */
const lists = (
  kinds: readonly (number | string)[],
  properties: object = {},
  more: object = {},
): Definitions[string] => ({
  type: "object",
  required: ["kind"],
  properties: { kind: { enum: kinds }, ...properties },
  ...more,
});

interface Case {
  readonly name: string;
  readonly in: Definitions;
  readonly steps?: ContractSteps;
  readonly out?: Definitions;
  readonly problems?: readonly string[];
}

function run({ in: $defs, steps }: Case): { out: unknown; problems: readonly string[] } {
  const context = contextOf({}, { contract: steps === undefined ? {} : { steps } });
  const { $defs: out } = discriminate(namedOf($defs), context);
  return { out: plain(out), problems: told(context.problems) };
}

const check = (each: Case): void => {
  const { out, problems } = run(each);
  expect(problems).toEqual(each.problems ?? []);
  if (each.out !== undefined) expect(out).toEqual(each.out);
};

describe("a step is split by its tag", () => {
  const step = {
    title: "Step",
    description: "One step.",
    type: "object",
    required: ["name"],
    properties: { kind: { description: "Its kind.", type: "string", enum: ["imageGen", "tts"] }, name: text },
    additionalProperties: false,
  } as const;
  const variant = (tag: string): Definitions[string] => ({
    description: "One step.",
    type: "object",
    required: ["kind", "name"],
    properties: { kind: { description: "Its kind.", const: tag }, name: text },
    additionalProperties: false,
  });
  const untagged: Definitions[string] = {
    description: "One step.",
    type: "object",
    required: ["name"],
    properties: { kind: false, name: text },
    additionalProperties: false,
  };
  const union = {
    title: "Step",
    description: "One step.",
    oneOf: refs("ImageGenStep", "TtsStep", "UntaggedStep"),
    discriminator: {
      propertyName: "kind",
      mapping: { imageGen: "#/$defs/ImageGenStep", tts: "#/$defs/TtsStep" },
      absent: "#/$defs/UntaggedStep",
    },
  };
  const cases: readonly Case[] = [
    {
      name: "into a union of a variant a tag, and the untagged rest where the tag is not required",
      in: { Root: { items: ref("Step") }, Step: step },
      steps: stepsAt("Step"),
      out: {
        Root: { items: ref("Step") },
        Step: union,
        ImageGenStep: variant("imageGen"),
        TtsStep: variant("tts"),
        UntaggedStep: untagged,
      },
    },
    {
      name: "without the rest where it is",
      in: { Step: { type: "object", required: ["kind"], properties: { kind: { enum: ["a"] } } } },
      steps: stepsAt("Step"),
      out: {
        Step: { oneOf: refs("AStep"), discriminator: { propertyName: "kind", mapping: { a: "#/$defs/AStep" } } },
        AStep: { type: "object", required: ["kind"], properties: { kind: { const: "a" } } },
      },
    },
    {
      name: "whose enum has a type of its own",
      in: {
        Step: { type: "object", required: ["kind"], properties: { kind: { ...ref("Kind"), readOnly: true } } },
        Kind: { type: "string", enum: ["a", "b-c"] },
      },
      steps: stepsAt("Step"),
      out: {
        Step: {
          oneOf: refs("AStep", "BCStep"),
          discriminator: { propertyName: "kind", mapping: { a: "#/$defs/AStep", "b-c": "#/$defs/BCStep" } },
        },
        AStep: { type: "object", required: ["kind"], properties: { kind: { readOnly: true, const: "a" } } },
        BCStep: { type: "object", required: ["kind"], properties: { kind: { readOnly: true, const: "b-c" } } },
        Kind: { type: "string", enum: ["a", "b-c"] },
      },
    },
    {
      name: "whose enum stands anywhere between the property and what it refers to, as it is narrowed on the way",
      in: {
        Step: {
          type: "object",
          required: ["kind"],
          properties: { kind: { allOf: [ref("Narrow")], description: "Its kind." } },
        },
        Narrow: { ...ref("Kind"), enum: ["a"] },
        Kind: { ...ref("Text"), enum: ["a", "b"], default: "a" },
        Text: text,
      },
      steps: stepsAt("Step"),
      out: {
        Step: {
          oneOf: refs("AStep"),
          discriminator: { propertyName: "kind", mapping: { a: "#/$defs/AStep" }, default: "#/$defs/AStep" },
        },
        AStep: {
          type: "object",
          required: ["kind"],
          properties: { kind: { description: "Its kind.", default: "a", const: "a" } },
        },
        Narrow: { ...ref("Kind"), enum: ["a"] },
        Kind: { ...ref("Text"), enum: ["a", "b"], default: "a" },
        Text: text,
      },
    },
    {
      name: "of one constant",
      in: { Step: { type: "object", properties: { kind: { const: "a" } } } },
      steps: stepsAt("Step"),
      out: {
        Step: {
          oneOf: refs("AStep", "UntaggedStep"),
          discriminator: { propertyName: "kind", mapping: { a: "#/$defs/AStep" }, absent: "#/$defs/UntaggedStep" },
        },
        AStep: { type: "object", required: ["kind"], properties: { kind: { const: "a" } } },
        UntaggedStep: { type: "object", properties: { kind: false } },
      },
    },
    {
      name: "and gets a branch for other tags where they pass",
      in: { Step: { type: "object", required: ["kind"], properties: { kind: { enum: ["a"] }, name: text } } },
      steps: stepsAt("Step", { unknownTags: "pass" }),
      out: {
        Step: {
          oneOf: refs("AStep", "UnlistedStep"),
          discriminator: { propertyName: "kind", mapping: { a: "#/$defs/AStep" }, unknown: "#/$defs/UnlistedStep" },
        },
        UnlistedStep: {
          type: "object",
          required: ["kind"],
          properties: { kind: { type: "string", not: { enum: ["a"] } }, name: text },
        },
        AStep: { type: "object", required: ["kind"], properties: { kind: { const: "a" }, name: text } },
      },
    },
    {
      name: "and no type of the schema is taken for the branch for other tags",
      in: {
        Step: { type: "object", required: ["kind"], properties: { kind: { enum: ["a"] } } },
        UnlistedStep: text,
      },
      steps: stepsAt("Step", { unknownTags: "pass" }),
      out: {
        Step: {
          oneOf: refs("AStep", "UnlistedStep2"),
          discriminator: { propertyName: "kind", mapping: { a: "#/$defs/AStep" }, unknown: "#/$defs/UnlistedStep2" },
        },
        UnlistedStep2: {
          type: "object",
          required: ["kind"],
          properties: { kind: { type: "string", not: { enum: ["a"] } } },
        },
        AStep: { type: "object", required: ["kind"], properties: { kind: { const: "a" } } },
        UnlistedStep: text,
      },
    },
    {
      name: "the default's variant takes a missing tag in a request, the others keep theirs",
      in: { Step: { type: "object", required: ["kind"], properties: { kind: { enum: ["a", "b"], default: "b" } } } },
      steps: stepsAt("Step"),
      out: {
        Step: {
          oneOf: refs("AStep", "BStep"),
          discriminator: {
            propertyName: "kind",
            mapping: { a: "#/$defs/AStep", b: "#/$defs/BStep" },
            default: "#/$defs/BStep",
          },
        },
        AStep: { type: "object", required: ["kind"], properties: { kind: { const: "a" } } },
        BStep: { type: "object", required: ["kind"], properties: { kind: { default: "b", const: "b" } } },
      },
    },
    {
      name: "a tag that is no enum of strings is told",
      in: { Step: { type: "object", properties: { kind: { enum: ["a", 1] } } } },
      steps: stepsAt("Step"),
      problems: ["SW230 api/x.schema.json#/$defs/Step/properties/kind the tag kind is not an enum of strings"],
    },
    {
      name: "one that is never a string is told as that",
      in: { Step: { type: "object", properties: { kind: { enum: [1, true] } } } },
      steps: stepsAt("Step"),
      problems: [
        "SW238 api/x.schema.json#/$defs/Step/properties/kind the tag kind is 1, which is no string: no factory and no handler can be called after it",
      ],
    },
    {
      name: "so is one that is any string",
      in: { Step: { type: "object", properties: { kind: text } } },
      steps: stepsAt("Step"),
      problems: ["SW230 api/x.schema.json#/$defs/Step/properties/kind the tag kind is not an enum of strings"],
    },
    {
      name: "and one that is not there",
      in: { Step: { type: "object", properties: { type: text } } },
      steps: stepsAt("Step"),
      problems: ["SW112 api/x.contract.json#/steps/tag a step has no property kind"],
    },
    {
      name: "and one that every object inherits",
      in: { Step: { type: "object", properties: { kind: text } } },
      steps: stepsAt("Step", { tag: "toString" }),
      problems: ["SW112 api/x.contract.json#/steps/tag a step has no property toString"],
    },
    {
      name: "the list of steps in the place of one of them",
      in: {
        Step: { type: "array", items: { type: "object", properties: { kind: { enum: ["a"] } } } },
      },
      steps: stepsAt("Step"),
      problems: ["SW139 api/x.contract.json#/steps/at #/$defs/Step is the list of steps, not a step"],
    },
    ...[true, false].map((schema) => ({
      name: `and a step that is ${schema}`,
      in: { Step: schema },
      steps: stepsAt("Step"),
      problems: ["SW112 api/x.contract.json#/steps/tag a step has no property kind"],
    })),
    {
      name: "two tags with one type name are told",
      in: { Step: { type: "object", required: ["kind"], properties: { kind: { enum: ["a-b", "a_b"] } } } },
      steps: stepsAt("Step"),
      problems: [
        "SW220 api/x.schema.json#/$defs/Step/properties/kind/enum/1 two types become the name ABStep, the second at the step with the tag a_b",
      ],
    },
    {
      name: "where the contract names one of them, too",
      in: { Step: { type: "object", required: ["kind"], properties: { kind: { enum: ["a-b", "c"] } } } },
      steps: stepsAt("Step", { factories: { c: "a_b" } }),
      problems: [
        "SW220 api/x.contract.json#/steps/factories/c two types become the name ABStep, the second at the step with the tag c",
      ],
    },
    {
      name: "a variant is named after its factory, which the contract may name",
      in: {
        Step: { type: "object", required: ["kind"], properties: { kind: { enum: ["a-b", "aB", "3d-model"] } } },
      },
      steps: stepsAt("Step", { factories: { "a-b": "dashed" } }),
      out: {
        Step: {
          oneOf: refs("DashedStep", "ABStep", "Step3dModelStep"),
          discriminator: {
            propertyName: "kind",
            mapping: {
              "a-b": "#/$defs/DashedStep",
              aB: "#/$defs/ABStep",
              "3d-model": "#/$defs/Step3dModelStep",
            },
          },
        },
        DashedStep: { type: "object", required: ["kind"], properties: { kind: { const: "a-b" } } },
        ABStep: { type: "object", required: ["kind"], properties: { kind: { const: "aB" } } },
        Step3dModelStep: { type: "object", required: ["kind"], properties: { kind: { const: "3d-model" } } },
      },
    },
    {
      name: "the rest without a tag may not have the name of a variant either",
      in: { Step: { type: "object", properties: { kind: { enum: ["untagged"] } } } },
      steps: stepsAt("Step"),
      problems: [
        "SW220 api/x.schema.json#/$defs/Step two types become the name UntaggedStep, the second at the step without a tag",
      ],
    },
    {
      name: "so is a variant whose name a type has",
      in: { Step: { type: "object", required: ["kind"], properties: { kind: { enum: ["a"] } } }, AStep: text },
      steps: stepsAt("Step"),
      problems: [
        "SW220 api/x.schema.json#/$defs/Step/properties/kind/enum/0 two types become the name AStep, the second at the step with the tag a",
      ],
    },
    {
      name: "by no tag that its own schema forbids, be it behind a reference",
      in: {
        Step: { type: "object", required: ["kind"], properties: { kind: { ...ref("Kind"), enum: ["a", "bb", "c"] } } },
        Kind: { type: "string", enum: ["bb", "c", "d"], minLength: 2 },
      },
      steps: stepsAt("Step"),
      out: {
        Step: { oneOf: refs("BbStep"), discriminator: { propertyName: "kind", mapping: { bb: "#/$defs/BbStep" } } },
        Kind: { type: "string", enum: ["bb", "c", "d"], minLength: 2 },
        BbStep: { type: "object", required: ["kind"], properties: { kind: { const: "bb" } } },
      },
    },
    {
      name: "unless it forbids all",
      in: { Step: { type: "object", required: ["kind"], properties: { kind: { type: "number", enum: ["a"] } } } },
      steps: stepsAt("Step"),
      problems: [`SW230 api/x.schema.json#/$defs/Step/properties/kind the tag kind is not an enum of strings`],
    },
  ];
  test.for(cases.map((each) => [each.name, each] as const))("%s", ([, each]) => check(each));
});

test("each of many tags with one type name is told another factory", () => {
  const kind = { enum: ["a-b", "a_b", "a.b", "stepAB"] };
  const $defs = { Step: { type: "object", required: ["kind"], properties: { kind } } } as const;
  const context = contextOf({}, { contract: { steps: stepsAt("Step") } });
  discriminate(namedOf($defs), context);
  expect(context.problems.map(({ hint }) => /as in .*$/.exec(hint)?.[0])).toEqual([
    'as in "a_b": "stepAB2"',
    'as in "a.b": "stepAB3"',
  ]);
});

describe("branches with a constant tag each are a tagged union", () => {
  const pet = (tag: unknown, more: object = {}): Definitions[string] => ({
    type: "object",
    required: ["kind"],
    properties: { kind: { const: tag as string } },
    ...more,
  });
  const object = (properties: Definitions, more: object = {}): Definitions[string] => ({
    type: "object",
    properties,
    ...more,
  });
  const other = (tag: string): Definitions[string] =>
    object({ kind: { type: "string", not: { enum: [tag] } } }, { required: ["kind"] });
  const unlisted = (own: string, name: string): Definitions[string] => ({
    oneOf: refs(name, `Unlisted${own}`),
    discriminator: {
      propertyName: "kind",
      mapping: { [name.toLowerCase()]: `#/$defs/${name}` },
      unknown: `#/$defs/Unlisted${own}`,
    },
  });
  const schema = "api/x.schema.json#";
  const tagged = (...names: readonly string[]): Definitions[string] => ({
    oneOf: refs(...names),
    discriminator: {
      propertyName: "kind",
      mapping: Object.fromEntries(names.map((name) => [name.toLowerCase(), `#/$defs/${name}`])),
    },
  });
  const same = (name: string, $defs: Definitions): Case => ({ name, in: $defs, out: $defs });
  const cases: readonly Case[] = [
    {
      name: "of oneOf",
      in: { Pet: { oneOf: refs("Cat", "Dog") }, Cat: pet("cat"), Dog: pet("dog") },
      out: { Pet: tagged("Cat", "Dog"), Cat: pet("cat"), Dog: pet("dog") },
    },
    {
      name: "and what each of them requires is not required beside them again, but for a property that is said there",
      in: {
        Pet: { required: ["kind", "name", "id"], properties: { name: text }, oneOf: refs("Cat", "Dog") },
        Cat: pet("cat", { required: ["kind", "name"] }),
        Dog: pet("dog", { required: ["kind", "name"] }),
      },
      out: {
        Pet: { required: ["name", "id"], properties: { name: text }, ...(tagged("Cat", "Dog") as object) },
        Cat: pet("cat", { required: ["kind", "name"] }),
        Dog: pet("dog", { required: ["kind", "name"] }),
      },
    },
    {
      name: "of anyOf as well, and an enum of one is a constant",
      in: {
        Pet: { title: "x", anyOf: refs("Cat", "Dog") },
        Cat: pet("cat", { properties: { kind: { enum: ["cat"] } } }),
        Dog: pet("dog"),
      },
      out: {
        Pet: { title: "x", ...(tagged("Cat", "Dog") as object) },
        Cat: pet("cat", { properties: { kind: { enum: ["cat"] } } }),
        Dog: pet("dog"),
      },
    },
    {
      name: "beside whose references stand words, OpenAPI's and a publisher's own as well",
      in: {
        Pet: {
          oneOf: [
            { $ref: "#/$defs/Cat", example: {}, "x-order": 1 },
            { $ref: "#/$defs/Dog", description: "x" },
          ],
        },
        Cat: pet("cat"),
        Dog: pet("dog"),
      },
      out: { Pet: tagged("Cat", "Dog"), Cat: pet("cat"), Dog: pet("dog") },
    },
    {
      name: "below a property too",
      in: {
        Root: { properties: { pet: { description: "x", oneOf: refs("Cat", "Dog") } } },
        Cat: pet("cat"),
        Dog: pet("dog"),
      },
      out: {
        Root: { properties: { pet: { description: "x", ...(tagged("Cat", "Dog") as object) } } },
        Cat: pet("cat"),
        Dog: pet("dog"),
      },
    },
    {
      name: "by the property that tells them apart, whichever it is",
      in: {
        Pet: { oneOf: refs("Cat", "Dog") },
        Cat: pet("cat", {
          required: ["legs", "kind"],
          properties: { legs: { const: "four" }, kind: { const: "cat" } },
        }),
        Dog: pet("dog", {
          required: ["legs", "kind"],
          properties: { legs: { const: "four" }, kind: { const: "dog" } },
        }),
      },
      out: {
        Pet: tagged("Cat", "Dog"),
        Cat: pet("cat", {
          required: ["legs", "kind"],
          properties: { legs: { const: "four" }, kind: { const: "cat" } },
        }),
        Dog: pet("dog", {
          required: ["legs", "kind"],
          properties: { legs: { const: "four" }, kind: { const: "dog" } },
        }),
      },
    },
    {
      name: "what stands beside stays, another union too",
      in: {
        Pet: { oneOf: refs("Cat", "Dog"), anyOf: refs("Cat", "Dog"), required: ["name"] },
        Cat: pet("cat"),
        Dog: pet("dog"),
      },
      out: {
        Pet: { ...(tagged("Cat", "Dog") as object), anyOf: refs("Cat", "Dog"), required: ["name"] },
        Cat: pet("cat"),
        Dog: pet("dog"),
      },
    },
    {
      name: "a discriminator that says the same is the same",
      in: {
        Pet: { oneOf: refs("Cat", "Dog"), discriminator: { propertyName: "kind", mapping: { cat: "#/$defs/Cat" } } },
        Cat: pet("cat"),
        Dog: pet("dog"),
      },
      out: { Pet: tagged("Cat", "Dog"), Cat: pet("cat"), Dog: pet("dog") },
    },
    {
      name: "a discriminator that the branches do not bear out is none",
      in: {
        Pet: { oneOf: refs("Cat", "Dog"), discriminator: { propertyName: "kind", mapping: {} } },
        Cat: pet("cat", { required: [] }),
        Dog: pet("dog"),
      },
      out: { Pet: { oneOf: refs("Cat", "Dog") }, Cat: pet("cat", { required: [] }), Dog: pet("dog") },
      problems: [
        `SW255 ${schema}/$defs/Pet the discriminator kind does not tell all branches apart, so nothing reads it: Cat`,
      ],
    },
    same("a tag that is not required tells nothing", {
      Pet: { oneOf: refs("Cat", "Dog") },
      Cat: pet("cat", { required: [] }),
      Dog: pet("dog"),
    }),
    same("a tag that is no string tells nothing", { Pet: { oneOf: refs("Cat", "Dog") }, Cat: pet(1), Dog: pet(2) }),
    same("a value that two branches have tells nothing", {
      Pet: { oneOf: refs("Cat", "Dog") },
      Cat: pet("cat"),
      Dog: pet("cat"),
    }),
    same("a branch that may be no object tells nothing", {
      Pet: { oneOf: refs("Cat", "Dog") },
      Cat: pet("cat", { type: ["object", "null"] }),
      Dog: pet("dog"),
    }),
    same("a branch that says more than its reference is none of that name", {
      Pet: { oneOf: [{ ...ref("Cat"), required: ["name"] }, ref("Dog")] },
      Cat: pet("cat"),
      Dog: pet("dog"),
    }),
    same("a branch that is null tells nothing", {
      Pet: { oneOf: [ref("Cat"), ref("Dog"), { type: "null" }] },
      Cat: pet("cat"),
      Dog: pet("dog"),
    }),
    same("in a condition nothing is recognised that is not there", {
      Pet: { not: { oneOf: [{ const: 1 }, { const: 2 }] } },
    }),
    {
      name: "words beside a reference say no more",
      in: { Pet: { oneOf: [{ ...ref("Cat"), description: "x" }, ref("Dog")] }, Cat: pet("cat"), Dog: pet("dog") },
      out: { Pet: tagged("Cat", "Dog"), Cat: pet("cat"), Dog: pet("dog") },
    },
    {
      name: "a step's branches are told apart by the contract's tag",
      in: { Step: { oneOf: refs("Cat") }, Cat: pet("cat") },
      steps: stepsAt("Step"),
      out: { Step: tagged("Cat"), Cat: pet("cat") },
    },
    ...[{}, { steps: stepsAt("Pet") }].map((more) => ({
      name: `also ${"steps" in more ? "a step's" : "one"} whose tag has a type of its own, as of a constant or under names`,
      in: {
        Pet: { oneOf: refs("Cat", "Dog") },
        Cat: object({ kind: ref("CatKind") }, { required: ["kind"] }),
        CatKind: { const: "cat" },
        Dog: pet("dog"),
      },
      out: {
        Pet: tagged("Cat", "Dog"),
        Cat: object({ kind: ref("CatKind") }, { required: ["kind"] }),
        CatKind: { const: "cat" },
        Dog: pet("dog"),
      },
      ...more,
    })),
    {
      name: "and if they are not, that is told",
      in: { Step: { oneOf: refs("Cat", "Dog") }, Cat: pet("cat"), Dog: pet("dog") },
      steps: stepsAt("Step", { tag: "type" }),
      problems: ["SW112 api/x.contract.json#/steps/tag a step has no property type"],
    },
    {
      name: "once where none of them is told by a string",
      in: {
        Step: { oneOf: refs("Cat", "Dog") },
        Cat: { properties: { kind: true } },
        Dog: { type: "object", required: ["kind"], properties: { kind: { const: 2 } } },
      },
      steps: stepsAt("Step"),
      problems: [
        `SW238 ${schema}/$defs/Dog/properties/kind the tag kind is 2, which is no string: no factory and no handler can be called after it`,
      ],
    },
    {
      name: "of each that is not, with the reasons",
      in: {
        Step: { oneOf: [...refs("Cat", "Dog", "Cow", "Eel", "Fox"), { type: "string" }] },
        Cat: pet("cat"),
        Dog: { properties: { kind: { const: "cat" } } },
        Cow: { type: "object", required: ["kind"], properties: { kind: text } },
        Eel: { type: "object" },
        Fox: { ...(pet("fox") as object), allOf: [ref("Shut")] },
        Shut: { type: "object", additionalProperties: false },
      },
      steps: stepsAt("Step"),
      problems: [
        `SW231 ${schema}/$defs/Dog Dog is not told from the other steps by kind: it does not say "type": "object", and its kind is not required, and its kind is "cat", as that of Cat`,
        `SW231 ${schema}/$defs/Cow Cow is not told from the other steps by kind: its kind is no constant string`,
        `SW231 ${schema}/$defs/Eel Eel is not told from the other steps by kind: it has no property kind`,
        `SW231 ${schema}/$defs/Fox Fox is not told from the other steps by kind: its kind is forbidden by a closed schema in its allOf`,
        `SW231 ${schema}/$defs/Step/oneOf/5 branch 6 is not told from the other steps by kind: it is no object with a name: give it one under $defs, and refer to that alone`,
      ],
    },
    {
      name: "a branch may have several tags, each of which is of no other",
      in: {
        Pet: { oneOf: refs("Cat", "Dog") },
        Cat: object({ kind: { ...text, enum: ["cat", "lion"] } }, { required: ["kind"] }),
        Dog: pet("dog"),
      },
      out: {
        Pet: {
          oneOf: refs("Cat", "Dog"),
          discriminator: {
            propertyName: "kind",
            mapping: { cat: "#/$defs/Cat", lion: "#/$defs/Cat", dog: "#/$defs/Dog" },
          },
        },
        Cat: object({ kind: { ...text, enum: ["cat", "lion"] } }, { required: ["kind"] }),
        Dog: pet("dog"),
      },
    },
    same("a tag of two branches tells nothing", {
      Pet: { oneOf: refs("Cat", "Dog") },
      Cat: object({ kind: { enum: ["cat", "dog"] } }, { required: ["kind"] }),
      Dog: pet("dog"),
    }),
    {
      name: "a branch that is only a choice is the branches of that",
      in: {
        Pet: { oneOf: refs("Feline", "Dog") },
        Feline: { description: "x", anyOf: refs("Cat", "Big") },
        Big: { oneOf: refs("Lion") },
        ...{ Cat: pet("cat"), Lion: pet("lion"), Dog: pet("dog") },
      },
      out: {
        Pet: tagged("Cat", "Lion", "Dog"),
        Feline: { description: "x", ...(tagged("Cat", "Lion") as object) },
        Big: tagged("Lion"),
        ...{ Cat: pet("cat"), Lion: pet("lion"), Dog: pet("dog") },
      },
    },
    {
      name: "where all of these have the same tag, the choice says it itself",
      in: {
        Pet: { anyOf: refs("Cat", "Dog") },
        Cat: { title: "x", anyOf: refs("Tame", "Wild") },
        Tame: pet("cat", { required: ["kind", "name"] }),
        Wild: pet("cat", { required: ["kind", "home"] }),
        Dog: pet("dog"),
      },
      out: {
        Pet: tagged("Cat", "Dog"),
        Cat: pet("cat", { title: "x", anyOf: refs("Tame", "Wild") }),
        Tame: pet("cat", { required: ["kind", "name"] }),
        Wild: pet("cat", { required: ["kind", "home"] }),
        Dog: pet("dog"),
      },
    },
    {
      name: "be it a list of tags, in whatever order, and not where one of them has another",
      in: {
        Pet: { anyOf: refs("Cat", "Dog", "Bird") },
        Cat: { anyOf: refs("Tame", "Wild") },
        Tame: lists(["cat", "kitten"]),
        Wild: lists(["kitten", "cat"], { home: text }),
        Dog: pet("dog"),
        Bird: { anyOf: refs("Duck", "Goose") },
        Duck: lists(["bird", "duck"]),
        Goose: lists(["bird", "goose"]),
      },
      out: {
        Pet: { anyOf: refs("Cat", "Dog", "Bird") },
        Cat: lists(["cat", "kitten"], {}, { anyOf: refs("Tame", "Wild") }),
        Tame: lists(["cat", "kitten"]),
        Wild: lists(["kitten", "cat"], { home: text }),
        Dog: pet("dog"),
        Bird: { anyOf: refs("Duck", "Goose") },
        Duck: lists(["bird", "duck"]),
        Goose: lists(["bird", "goose"]),
      },
    },
    same("but not where it stands alone", {
      Pet: { anyOf: refs("Cat") },
      Cat: { anyOf: refs("Tame", "Wild") },
      Tame: pet("cat"),
      Wild: pet("cat"),
    }),
    same("nor where it may be null", {
      Pet: { anyOf: [ref("Cat"), { type: "null" }] },
      Cat: { anyOf: refs("Tame", "Wild") },
      Tame: pet("cat"),
      Wild: pet("cat"),
    }),
    same("a choice that is met twice tells nothing, however often it is", {
      Pet: { anyOf: refs("Group", "Group") },
      Group: { anyOf: refs("Pet", "Pet", "Cat") },
      Cat: pet("cat"),
    }),
    {
      name: "a step has one: its factory writes it, and there is a type for each",
      in: {
        Step: { oneOf: refs("Cat", "Dog") },
        Cat: object({ kind: { enum: ["cat", "lion"], description: "a" }, paws: text }, { required: ["kind"] }),
        Dog: pet("dog"),
        LionCat: text,
      },
      steps: stepsAt("Step"),
      out: {
        Step: {
          oneOf: refs("CatCat", "LionCat2", "Dog"),
          discriminator: {
            propertyName: "kind",
            mapping: { cat: "#/$defs/CatCat", lion: "#/$defs/LionCat2", dog: "#/$defs/Dog" },
          },
        },
        Cat: object({ kind: { enum: ["cat", "lion"], description: "a" }, paws: text }, { required: ["kind"] }),
        CatCat: object({ kind: { const: "cat", description: "a" }, paws: text }, { required: ["kind"] }),
        LionCat2: object({ kind: { const: "lion", description: "a" }, paws: text }, { required: ["kind"] }),
        Dog: pet("dog"),
        LionCat: text,
      },
    },
    {
      name: "but no tag of another",
      in: {
        Step: { oneOf: refs("Cat", "Dog") },
        Cat: object({ kind: { enum: ["cat", "dog"] } }, { required: ["kind"] }),
        Dog: pet("dog"),
      },
      steps: stepsAt("Step"),
      problems: [
        `SW231 ${schema}/$defs/Dog Dog is not told from the other steps by kind: its kind is "dog", as that of Cat`,
      ],
    },
    {
      name: "a tag may stand in a part of a branch, which then is one object",
      in: {
        Pet: { oneOf: refs("Cat", "Dog") },
        Cat: { allOf: [ref("Named"), pet("cat")] },
        Dog: { allOf: [ref("Named"), pet("dog")] },
        Named: { type: "object", properties: { name: text } },
        Free: { allOf: [ref("Named"), pet("dog")] },
      },
      out: {
        Pet: tagged("Cat", "Dog"),
        Cat: { type: "object", required: ["kind"], properties: { name: text, kind: { const: "cat" } } },
        Dog: { type: "object", required: ["kind"], properties: { name: text, kind: { const: "dog" } } },
        Named: { type: "object", properties: { name: text } },
        Free: { allOf: [ref("Named"), pet("dog")] },
      },
    },
    {
      name: "a step may inherit the tag that splits it, and what it is answered with be told apart by it",
      in: {
        Step: { ...(object({ name: text }) as object), allOf: [ref("Kinds")] },
        Kinds: object({ kind: { enum: ["a"] } }, { required: ["kind"] }),
        Done: { oneOf: refs("DoneA") },
        DoneA: object({ state: { const: "x" }, kind: { const: "a" } }, { required: ["state", "kind"] }),
      },
      steps: stepsAt("Step", { answered: "#/$defs/Done" }),
      out: {
        Step: { oneOf: refs("AStep"), discriminator: { propertyName: "kind", mapping: { a: "#/$defs/AStep" } } },
        AStep: object({ kind: { const: "a" }, name: text }, { required: ["kind"] }),
        Kinds: object({ kind: { enum: ["a"] } }, { required: ["kind"] }),
        Done: { oneOf: refs("DoneA"), discriminator: { propertyName: "kind", mapping: { a: "#/$defs/DoneA" } } },
        DoneA: object({ state: { const: "x" }, kind: { const: "a" } }, { required: ["state", "kind"] }),
      },
    },
    {
      name: "a step that nothing can be is told",
      in: {
        Step: { oneOf: refs("Cat") },
        Cat: { ...(pet("cat") as object), required: ["kind", "name"], allOf: [ref("Shut")] },
        Shut: { ...(pet("cat") as object), additionalProperties: false },
      },
      steps: stepsAt("Step"),
      problems: [
        `SW232 ${schema}/$defs/Cat Cat is never valid: it requires name, which a schema in its allOf, or beside the branches, forbids`,
      ],
    },
    {
      name: "other tags of a step that is answered elsewhere pass there",
      in: { Step: { oneOf: refs("Cat") }, Cat: pet("cat"), Done: { oneOf: refs("Dog") }, Dog: pet("dog") },
      steps: stepsAt("Step", { answered: "#/$defs/Done", unknownTags: "pass" }),
      out: {
        Step: unlisted("Step", "Cat"),
        UnlistedStep: other("cat"),
        Cat: pet("cat"),
        Done: unlisted("Done", "Dog"),
        UnlistedDone: other("dog"),
        Dog: pet("dog"),
      },
    },
    {
      name: "other tags of a step pass where the contract says so",
      in: { Step: { oneOf: refs("Cat") }, Cat: pet("cat") },
      steps: stepsAt("Step", { unknownTags: "pass" }),
      out: {
        Step: {
          oneOf: refs("Cat", "UnlistedStep"),
          discriminator: { propertyName: "kind", mapping: { cat: "#/$defs/Cat" }, unknown: "#/$defs/UnlistedStep" },
        },
        UnlistedStep: {
          type: "object",
          required: ["kind"],
          properties: { kind: { type: "string", not: { enum: ["cat"] } } },
        },
        Cat: pet("cat"),
      },
    },
    {
      name: "hostile tags are tags",
      in: { Pet: { oneOf: refs("A", "B") }, A: pet("__proto__"), B: pet("constructor") },
      out: {
        Pet: JSON.parse(
          '{"oneOf":[{"$ref":"#/$defs/A"},{"$ref":"#/$defs/B"}],"discriminator":{"propertyName":"kind","mapping":{"__proto__":"#/$defs/A","constructor":"#/$defs/B"}}}',
        ) as Definitions[string],
        A: pet("__proto__"),
        B: pet("constructor"),
      },
    },
  ];
  test.for(cases.map((each) => [each.name, each] as const))("%s", ([, each]) => check(each));
});

describe("a discriminator beside branches gives them the tags that they do not say", () => {
  const open: Definitions[string] = {
    type: "object",
    required: ["kind", "name"],
    properties: { kind: text, name: text },
  };
  const said = (tag: string): Definitions[string] => ({
    ...(open as object),
    properties: { kind: { const: tag }, name: text },
  });
  const choice = (keyword: "oneOf" | "anyOf", mapping: Readonly<Record<string, string>>): Definitions[string] => ({
    [keyword]: refs(...new Set(Object.values(mapping))),
    discriminator: {
      propertyName: "kind",
      mapping: Object.fromEntries(Object.entries(mapping).map(([tag, name]) => [tag, `#/$defs/${name}`])),
    },
  });
  const saidOnly = (kind: number | string): Definitions[string] => ({
    type: "object",
    required: ["kind"],
    properties: { kind: { const: kind } },
  });
  const athome = (home: boolean): Definitions[string] =>
    lists(["cat"], { home: { const: home } }, { required: ["kind", "home"] });
  const untold = (branches: string): string =>
    `SW255 api/x.schema.json#/$defs/Pet the discriminator kind does not tell all branches apart, so nothing reads it: ${branches}`;
  const cases: readonly Case[] = [
    {
      name: "of oneOf",
      in: { Pet: choice("oneOf", { cat: "Cat", dog: "Dog" }), Cat: open, Dog: open },
      out: { Pet: choice("oneOf", { cat: "Cat", dog: "Dog" }), Cat: said("cat"), Dog: said("dog") },
    },
    {
      name: "of anyOf, below a property, of an object that does not say that it is one, or not the tag",
      in: {
        Root: { properties: { pet: choice("anyOf", { cat: "Cat", dog: "Dog" }) } },
        Cat: { properties: { kind: text } },
        Dog: { type: "object", properties: { name: text } },
      },
      out: {
        Root: { properties: { pet: choice("oneOf", { cat: "Cat", dog: "Dog" }) } },
        Cat: { type: "object", required: ["kind"], properties: { kind: { const: "cat" } } },
        Dog: { type: "object", required: ["kind"], properties: { kind: { const: "dog" }, name: text } },
      },
    },
    {
      name: "several tags for one branch are a list",
      in: { Pet: choice("oneOf", { cat: "Cat", kitten: "Cat", dog: "Dog" }), Cat: open, Dog: open },
      out: {
        Pet: choice("oneOf", { cat: "Cat", kitten: "Cat", dog: "Dog" }),
        Cat: { ...(open as object), properties: { kind: { enum: ["cat", "kitten"] }, name: text } },
        Dog: said("dog"),
      },
    },
    {
      name: "what a branch says itself stands, whatever the mapping says",
      in: { Pet: choice("oneOf", { Cat: "Cat", dog: "Dog" }), Cat: said("cat"), Dog: open },
      out: { Pet: choice("oneOf", { cat: "Cat", dog: "Dog" }), Cat: said("cat"), Dog: said("dog") },
    },
    {
      name: "numbers that the branches say themselves tell them apart without it",
      in: { Pet: choice("oneOf", { 1: "Cat", 2: "Dog" }), Cat: saidOnly(1), Dog: saidOnly(2) },
      out: { Pet: { oneOf: refs("Cat", "Dog") }, Cat: saidOnly(1), Dog: saidOnly(2) },
    },
    {
      name: "those that stand among strings stay",
      in: { Pet: choice("oneOf", { cat: "Cat", dog: "Dog" }), Cat: lists([1, "cat"]), Dog: open },
      out: { Pet: { oneOf: refs("Cat", "Dog") }, Cat: lists([1, "cat"]), Dog: said("dog") },
    },
    {
      name: "and where the strings are shared, too",
      in: {
        Pet: choice("oneOf", { cat: "Cat", dog: "Dog" }),
        Cat: lists([1, "cat", "dog"]),
        Dog: lists(["cat", "dog"]),
      },
      out: { Pet: { oneOf: refs("Cat", "Dog") }, Cat: lists([1, "cat"]), Dog: saidOnly("dog") },
    },
    {
      name: "one that has no constant is told, and not those that have numbers",
      in: {
        Pet: { ...(choice("oneOf", { 1: "Cat" }) as object), oneOf: refs("Cat", "Dog") },
        Cat: saidOnly(1),
        Dog: open,
      },
      problems: [untold("Dog")],
    },
    {
      name: "but not where two have one",
      in: { Pet: choice("oneOf", { 1: "Cat", 2: "Dog" }), Cat: saidOnly(1), Dog: saidOnly(1) },
      problems: [untold("Cat, Dog")],
    },
    {
      name: "what several branches list, as a base of theirs does, the mapping gives to one",
      in: {
        Pet: choice("oneOf", { cat: "Cat", kitten: "Cat", dog: "Dog" }),
        Cat: { allOf: refs("Base") },
        Dog: { allOf: [ref("Base"), { type: "object", properties: { name: text } }] },
        Base: lists(["cat", "dog", "kitten"]),
      },
      out: {
        Pet: choice("oneOf", { cat: "Cat", kitten: "Cat", dog: "Dog" }),
        Cat: lists(["cat", "kitten"]),
        Dog: { type: "object", required: ["kind"], properties: { kind: { const: "dog" }, name: text } },
        Base: lists(["cat", "dog", "kitten"]),
      },
    },
    {
      name: "but what one of them alone lists is its own, though the mapping does not name it",
      in: {
        Pet: choice("oneOf", { cat: "Cat", dog: "Dog" }),
        Cat: lists(["cat", "dog", "lynx"]),
        Dog: lists(["cat", "dog"]),
      },
      out: {
        Pet: choice("oneOf", { lynx: "Cat", cat: "Cat", dog: "Dog" }),
        Cat: lists(["lynx", "cat"]),
        Dog: { type: "object", required: ["kind"], properties: { kind: { const: "dog" } } },
      },
    },
    {
      name: "and where it does not, that is told",
      in: { Pet: choice("oneOf", { Cat: "Cat", Dog: "Dog" }), Cat: lists(["cat", "dog"]), Dog: lists(["cat", "dog"]) },
      out: { Pet: { oneOf: refs("Cat", "Dog") }, Cat: lists(["cat", "dog"]), Dog: lists(["cat", "dog"]) },
      problems: [untold("Cat, Dog")],
    },
    {
      name: "beside a branch that is a choice and says the tag, be it in each of its branches another",
      in: {
        Pet: choice("oneOf", { cat: "Cat", kitten: "Cat", dog: "Dog", duck: "Bird" }),
        Cat: { oneOf: refs("Tame", "Wild") },
        ...{ Tame: lists(["cat", "kitten"], { name: text }), Wild: lists(["cat", "kitten"], { home: text }) },
        Dog: open,
        Bird: { oneOf: refs("Duck", "Goose") },
        ...{ Duck: said("duck"), Goose: said("goose") },
      },
      out: {
        Pet: choice("oneOf", { cat: "Cat", kitten: "Cat", dog: "Dog", duck: "Duck", goose: "Goose" }),
        Cat: lists(["cat", "kitten"], {}, { oneOf: refs("Tame", "Wild") }),
        ...{ Tame: lists(["cat", "kitten"], { name: text }), Wild: lists(["cat", "kitten"], { home: text }) },
        Dog: said("dog"),
        Bird: choice("oneOf", { duck: "Duck", goose: "Goose" }),
        ...{ Duck: said("duck"), Goose: said("goose") },
      },
    },
    {
      name: "beside one that has a discriminator of its own",
      in: {
        Pet: choice("oneOf", { cat: "Cat", duck: "Bird", goose: "Bird" }),
        Cat: open,
        Bird: choice("oneOf", { duck: "Duck", goose: "Goose" }),
        ...{ Duck: said("duck"), Goose: said("goose") },
      },
      out: {
        Pet: choice("oneOf", { cat: "Cat", duck: "Duck", goose: "Goose" }),
        Cat: said("cat"),
        Bird: choice("oneOf", { duck: "Duck", goose: "Goose" }),
        ...{ Duck: said("duck"), Goose: said("goose") },
      },
    },
    {
      name: "or one that goes by another property, while all of its branches say the tag",
      in: {
        Pet: choice("oneOf", { cat: "Cat", dog: "Dog" }),
        Cat: { oneOf: refs("Tame", "Wild"), discriminator: { propertyName: "home", mapping: {} } },
        ...{ Tame: athome(true), Wild: athome(false) },
        Dog: open,
      },
      out: {
        Pet: choice("oneOf", { cat: "Cat", dog: "Dog" }),
        Cat: {
          type: "object",
          required: ["kind"],
          properties: { kind: { const: "cat" } },
          oneOf: refs("Tame", "Wild"),
        },
        ...{ Tame: athome(true), Wild: athome(false) },
        Dog: said("dog"),
      },
    },
    {
      name: "a step's as well",
      in: { Step: choice("oneOf", { cat: "Cat", dog: "Dog" }), Cat: open, Dog: open },
      steps: stepsAt("Step"),
      out: { Step: choice("oneOf", { cat: "Cat", dog: "Dog" }), Cat: said("cat"), Dog: said("dog") },
    },
    {
      name: "beside null",
      in: {
        Pet: {
          ...(choice("oneOf", { cat: "Cat", dog: "Dog" }) as object),
          oneOf: [...refs("Cat", "Dog"), { type: "null" }],
        },
        Cat: open,
        Dog: open,
      },
      out: { Pet: { oneOf: [...refs("Cat", "Dog"), { type: "null" }] }, Cat: said("cat"), Dog: said("dog") },
    },
    {
      name: "one that leaves out a branch is told, and not read",
      in: { Pet: { ...(choice("oneOf", { cat: "Cat" }) as object), oneOf: refs("Cat", "Dog") }, Cat: open, Dog: open },
      out: { Pet: { oneOf: refs("Cat", "Dog") }, Cat: open, Dog: open },
      problems: [untold("Dog")],
    },
    {
      name: "as is one with a branch that no tag can be put into",
      in: {
        Pet: {
          ...(choice("oneOf", { cat: "Cat", dog: "Dog", list: "List" }) as object),
          oneOf: [...refs("Cat", "Dog", "List"), text],
        },
        Cat: open,
        Dog: { ...(open as object), required: [], properties: { kind: { enum: ["hound"] } } },
        List: { type: "array" },
      },
      problems: [untold("Dog, List, one that is no reference")],
    },
  ];
  test.for(cases.map((each) => [each.name, each] as const))("%s", ([, each]) => check(each));
});

describe("a base with a mapping is the union of what the mapping names", () => {
  const closed = (properties: object, more: object = {}): Definitions[string] => ({
    type: "object",
    required: ["$type"],
    properties: properties as Definitions,
    additionalProperties: false,
    ...more,
  });
  const mapping = (...names: readonly string[]): Discriminator => ({
    propertyName: "$type",
    mapping: Object.fromEntries(names.map((name) => [name.toLowerCase(), `#/$defs/${name}`])),
  });
  const cases: readonly Case[] = [
    {
      name: "a leaf's tag is a constant, the base as published is the untagged rest",
      in: {
        Base: closed({ $type: text, id: text }, { discriminator: mapping("A", "B") }),
        A: closed({ $type: text, a: text }),
        B: closed({ $type: text }),
      },
      out: {
        Base: {
          oneOf: refs("A", "B", "UntaggedBase"),
          discriminator: { ...mapping("A", "B"), absent: "#/$defs/UntaggedBase" },
        },
        UntaggedBase: closed({ $type: false, id: text }),
        A: closed({ $type: { const: "a" }, a: text }),
        B: closed({ $type: { const: "b" } }),
      },
    },
    {
      name: "the base is a kind of its own where its mapping names it",
      in: {
        Base: closed({ $type: { ...text, default: "base" }, id: text }, { discriminator: mapping("Base", "A") }),
        A: closed({ $type: text, id: text, a: text }),
      },
      out: {
        Base: {
          oneOf: refs("PlainBase", "A", "UntaggedBase"),
          discriminator: {
            propertyName: "$type",
            mapping: { base: "#/$defs/PlainBase", a: "#/$defs/A" },
            absent: "#/$defs/UntaggedBase",
            default: "#/$defs/PlainBase",
          },
        },
        PlainBase: closed({ $type: { enum: ["base", null], default: "base" }, id: text }, { required: [] }),
        UntaggedBase: closed({ $type: false, id: text }),
        A: closed({ $type: { const: "a" }, id: text, a: text }, { required: ["$type"] }),
      },
    },
    {
      name: "and the default where what the tag refers to says it",
      in: {
        Base: closed({ $type: ref("Kind"), id: text }, { discriminator: mapping("Base", "A") }),
        A: closed({ $type: text, id: text, a: text }),
        Kind: { ...ref("Text"), default: "base" },
        Text: text,
      },
      out: {
        Base: {
          oneOf: refs("PlainBase", "A", "UntaggedBase"),
          discriminator: {
            propertyName: "$type",
            mapping: { base: "#/$defs/PlainBase", a: "#/$defs/A" },
            absent: "#/$defs/UntaggedBase",
            default: "#/$defs/PlainBase",
          },
        },
        PlainBase: closed({ $type: { enum: ["base", null], default: "base" }, id: text }, { required: [] }),
        UntaggedBase: closed({ $type: false, id: text }),
        A: closed({ $type: { const: "a" }, id: text, a: text }, { required: ["$type"] }),
        Kind: { ...ref("Text"), default: "base", enum: ["base", "a"] },
        Text: text,
      },
    },
    {
      name: "a base and its kinds need not name the tag among their properties, nor that what has a tag is an object",
      in: { Base: { discriminator: mapping("A") }, A: { type: "object" } },
      out: {
        Base: {
          oneOf: refs("A", "UntaggedBase"),
          discriminator: { ...mapping("A"), absent: "#/$defs/UntaggedBase" },
        },
        UntaggedBase: { type: "object", properties: { $type: false } },
        A: { type: "object", required: ["$type"], properties: { $type: { const: "a" } } },
      },
    },
    {
      name: "one that names no kinds is what it says",
      in: { Base: { type: "object", discriminator: mapping() } },
      out: { Base: { type: "object" } },
    },
    {
      name: "a type that has the name of what is made is told",
      in: {
        Base: { type: "object", discriminator: mapping("Base") },
        PlainBase: text,
        UntaggedBase: text,
      },
      problems: ["PlainBase", "UntaggedBase"].map(
        (name) =>
          `SW220 api/x.schema.json#/$defs/Base two types become the name ${name}, the second at the tag of Base`,
      ),
    },
    {
      name: "to any depth: a leaf has the tags of its ancestors",
      in: {
        Base: closed({ $type: text, kind: text }, { discriminator: mapping("Mid", "Leaf") }),
        Mid: closed(
          { $type: text, kind: text },
          { discriminator: { propertyName: "kind", mapping: { x: "#/$defs/Deep" } } },
        ),
        Leaf: closed({ $type: text }),
        Deep: closed({ $type: text, kind: text }),
      },
      out: {
        Base: {
          oneOf: refs("Mid", "Leaf", "UntaggedBase"),
          discriminator: { ...mapping("Mid", "Leaf"), absent: "#/$defs/UntaggedBase" },
        },
        UntaggedBase: closed({ $type: false, kind: text }),
        Mid: {
          oneOf: refs("Deep", "UntaggedMid"),
          discriminator: { propertyName: "kind", mapping: { x: "#/$defs/Deep" }, absent: "#/$defs/UntaggedMid" },
        },
        UntaggedMid: closed({ $type: { const: "mid" }, kind: false }),
        Leaf: closed({ $type: { const: "leaf" } }),
        Deep: closed({ $type: { const: "mid" }, kind: { const: "x" } }, { required: ["$type", "kind"] }),
      },
    },
    {
      name: "a tag's own type is what the mapping lists where it is nothing but that tag",
      in: {
        Base: closed({ $type: ref("Kind") }, { discriminator: mapping("A") }),
        A: closed({ $type: ref("Kind") }),
        ...{ Other: closed({ $type: ref("Word"), word: ref("Word") }, { discriminator: mapping("B") }), Word: text },
        ...{ One: closed({ $type: ref("Both") }, { discriminator: mapping("B") }), Both: text },
        Another: closed({ $type: ref("Both") }, { discriminator: mapping("C") }),
        ...{ B: closed({ $type: ref("Word") }), C: closed({}), Kind: text },
      },
      out: {
        Base: { oneOf: refs("A", "UntaggedBase"), discriminator: { ...mapping("A"), absent: "#/$defs/UntaggedBase" } },
        ...{ UntaggedBase: closed({ $type: false }), A: closed({ $type: { const: "a" } }) },
        Other: {
          oneOf: refs("B", "UntaggedOther"),
          discriminator: { ...mapping("B"), absent: "#/$defs/UntaggedOther" },
        },
        ...{ UntaggedOther: closed({ $type: false, word: ref("Word") }), Word: text },
        One: { oneOf: refs("B", "UntaggedOne"), discriminator: { ...mapping("B"), absent: "#/$defs/UntaggedOne" } },
        ...{ UntaggedOne: closed({ $type: false }), Both: text },
        Another: {
          oneOf: refs("C", "UntaggedAnother"),
          discriminator: { ...mapping("C"), absent: "#/$defs/UntaggedAnother" },
        },
        ...{ UntaggedAnother: closed({ $type: false }), B: closed({ $type: { const: "b" } }) },
        ...{ C: closed({ $type: { const: "c" } }), Kind: { ...text, enum: ["a"] } },
      },
    },
    {
      name: "a kind whose own schema forbids its tag is none, and told",
      in: {
        Base: closed({ $type: ref("Kind") }, { discriminator: mapping("A", "BB", "CC", "DDD", "EE") }),
        Kind: { type: "string", minLength: 2, allOf: [{ maxLength: 2 }], pattern: "^[^c]+$" },
        ...{
          A: closed({ $type: ref("Kind") }),
          BB: closed({ $type: ref("Kind") }),
          CC: closed({ $type: ref("Kind") }),
        },
        ...{ DDD: closed({ $type: ref("Kind") }), EE: closed({ $type: { const: "e" } }) },
      },
      out: {
        Base: {
          oneOf: refs("BB", "UntaggedBase"),
          discriminator: { ...mapping("BB"), absent: "#/$defs/UntaggedBase" },
        },
        ...{ UntaggedBase: closed({ $type: false }), BB: closed({ $type: { const: "bb" } }) },
        Kind: { type: "string", minLength: 2, allOf: [{ maxLength: 2 }], pattern: "^[^c]+$" },
        ...{
          A: closed({ $type: ref("Kind") }),
          CC: closed({ $type: ref("Kind") }),
          DDD: closed({ $type: ref("Kind") }),
        },
        EE: closed({ $type: { const: "e" } }),
      },
      problems: ["A", "CC", "DDD", "EE"].map(
        (kind) =>
          `SW256 api/x.schema.json#/$defs/Base no value is of the kind ${kind}: Base gives it the $type "${kind.toLowerCase()}", which its own schema of $type forbids`,
      ),
    },
    {
      name: "two entries for one leaf are an enum",
      in: {
        Base: closed(
          { $type: text },
          { discriminator: { propertyName: "$type", mapping: { a: "#/$defs/A", b: "#/$defs/A" } } },
        ),
        A: closed({ $type: text }),
      },
      out: {
        Base: {
          oneOf: refs("A", "UntaggedBase"),
          discriminator: {
            propertyName: "$type",
            mapping: { a: "#/$defs/A", b: "#/$defs/A" },
            absent: "#/$defs/UntaggedBase",
          },
        },
        UntaggedBase: closed({ $type: false }),
        A: closed({ $type: { enum: ["a", "b"] } }),
      },
    },
  ];
  test.for(cases.map((each) => [each.name, each] as const))("%s", ([, each]) => check(each));
});

describe("what stands beside the branches of a step is said in each", () => {
  const branch = (tag: string, more: object = {}): Definitions[string] => ({
    type: "object",
    required: ["kind"],
    properties: { kind: { const: tag } },
    ...more,
  });
  const whole = (tag: string): Definitions[string] => ({
    type: "object",
    required: ["id", "kind"],
    properties: { id: text, kind: { const: tag } },
  });
  const shared = { type: "object", required: ["id"], properties: { id: text } } as const;
  const steps = stepsAt("Step");
  const told = (...names: readonly string[]): Definitions[string] => ({
    description: "One step.",
    oneOf: refs(...names),
    discriminator: {
      propertyName: "kind",
      mapping: Object.fromEntries(names.map((name) => [name.charAt(0).toLowerCase(), `#/$defs/${name}`])),
    },
  });
  const step = { description: "One step.", ...shared, oneOf: refs("A", "B") } as const;
  const cases: readonly Case[] = [
    {
      name: "a type that only the step refers to says it itself",
      in: { Step: step, A: branch("a"), B: branch("b") },
      steps,
      out: { Step: told("A", "B"), A: whole("a"), B: whole("b") },
    },
    {
      name: "one that stands elsewhere too stays, and another one is the step's",
      in: { Step: step, A: branch("a"), B: branch("b"), Other: { items: ref("A") } },
      steps,
      out: { Step: told("AStep", "B"), A: branch("a"), B: whole("b"), Other: { items: ref("A") }, AStep: whole("a") },
    },
    {
      name: "one that is called as the step's would be stays, too",
      in: { Step: { ...step, oneOf: refs("AStep", "B") }, AStep: branch("a"), B: branch("b"), Other: ref("AStep") },
      steps,
      out: {
        Step: told("AStep2", "B"),
        ...{ AStep: branch("a"), B: whole("b"), Other: ref("AStep"), AStep2: whole("a") },
      },
    },
    {
      name: "one that is asked beside the branches is asked alone",
      in: { Step: { ...step, not: ref("A") }, A: branch("a"), B: branch("b") },
      steps,
      out: {
        Step: told("A", "B"),
        A: { ...(whole("a") as object), allOf: [{ not: ref("AAlone") }] },
        B: { ...(whole("b") as object), allOf: [{ not: ref("AAlone") }] },
        AAlone: branch("a"),
      },
    },
    {
      name: "as a part of its own, too",
      in: {
        Step: { description: "One step.", allOf: [shared, { oneOf: refs("A", "B") }] },
        A: branch("a"),
        B: branch("b"),
      },
      steps,
      out: { Step: told("A", "B"), A: whole("a"), B: whole("b") },
    },
    {
      name: "a tag that is required there tells the branches apart",
      in: {
        Step: { ...step, required: ["id", "kind"] },
        A: branch("a", { required: [] }),
        B: branch("b", { required: [] }),
      },
      steps,
      out: { Step: told("A", "B"), A: whole("a"), B: whole("b") },
    },
    {
      name: "behind a reference, with words and demands of its own",
      in: {
        Step: { description: "One step.", allOf: [shared, ref("Kinds")] },
        Kinds: { description: "Kinds.", required: ["kind"], oneOf: refs("A", "B") },
        A: branch("a", { required: [] }),
        B: branch("b", { required: [] }),
      },
      steps,
      out: {
        Step: told("AStep", "BStep"),
        Kinds: { description: "Kinds.", required: ["kind"], oneOf: refs("A", "B") },
        ...{ A: branch("a", { required: [] }), B: branch("b", { required: [] }) },
        ...{ AStep: whole("a"), BStep: whole("b") },
      },
    },
    {
      name: "a tag that is said by a reference there is the branch's own",
      in: {
        Step: { ...step, properties: { id: text, kind: ref("Kind") } },
        Kind: { enum: ["a", "b"] },
        ...{ A: branch("a"), B: branch("b") },
      },
      steps,
      out: { Step: told("A", "B"), Kind: { enum: ["a", "b"] }, A: whole("a"), B: whole("b") },
    },
    {
      name: "with the branches as the only part",
      in: {
        Step: { description: "One step.", ...shared, allOf: [{ oneOf: refs("A", "B") }] },
        A: branch("a"),
        B: branch("b"),
      },
      steps,
      out: { Step: told("A", "B"), A: whole("a"), B: whole("b") },
    },
    {
      name: "a branch that demands what is forbidden beside it is told",
      in: {
        Step: { ...step, properties: { id: text, meta: false } },
        A: branch("a", { required: ["kind", "meta"] }),
        B: branch("b"),
      },
      steps,
      problems: [
        "SW232 api/x.schema.json#/$defs/A A is never valid: it requires meta, which a schema in its allOf, or beside the branches, forbids",
      ],
    },
    {
      name: "a tag beside them that no branch makes a constant is told of the branch",
      in: {
        Step: { ...step, required: ["kind"], properties: { kind: text } },
        A: { properties: { kind: { const: "a" } } },
        B: { properties: { kind: { const: 5 } } },
      },
      steps,
      problems: [
        "SW231 api/x.schema.json#/$defs/B B is not told from the other steps by kind: its kind is no constant string",
      ],
    },
    {
      name: "nothing changes where no tag does",
      in: { Step: step, A: branch("a"), B: branch("a") },
      steps,
      problems: [
        'SW231 api/x.schema.json#/$defs/B B is not told from the other steps by kind: its kind is "a", as that of A',
      ],
      out: { Step: step, A: branch("a"), B: branch("a") },
    },
  ];
  test.for(cases.map((each) => [each.name, each] as const))("%s", ([, each]) => check(each));
});
