/** Rule name: bundled definitions by location in, named definitions out. */
import { describe, expect, test } from "vitest";
import type { Contract } from "#generator/contract.js";
import type { Json } from "#generator/json/json-schema.js";
import { bundle } from "#generator/schema/bundle/bundle.js";
import { name as nameRule, type Named } from "#generator/schema/name/name.js";
import { takenNames } from "#generator/schema/name/taken-names.js";
import { nameFromLocation } from "#generator/schema/name/place-names.js";
import { annotatedIn, contextOf, plain, told, type Setting } from "../support/rules.js";

const file = "api/x.schema.json";
const ref = (name: string): { $ref: string } => ({ $ref: `#/$defs/${name}` });
const text = { type: "string" } as const;
const object = { type: "object", properties: { id: text } } as const;
const names = (given: Readonly<Record<string, string>>): { contract: Partial<Contract> } => ({
  contract: { names: given },
});

function namedFrom(schema: Json, setting: Setting): { named: Named; problems: readonly string[] } {
  const context = contextOf(schema, setting);
  const named = nameRule(bundle(annotatedIn(context), context), context);
  return { named, problems: told(context.problems) };
}

describe("every object worth a name becomes an entry of $defs", () => {
  const cases: readonly ({ readonly name: string; readonly in: Json; readonly out: Json } & Setting)[] = [
    {
      name: "the entry has the contract's name, whatever its title",
      in: { title: "A thing", ...object },
      out: { Root: { title: "A thing", ...object } },
    },
    {
      name: "an object below is named by its path, an item by Item, a value by Value",
      in: {
        properties: {
          owner: object,
          list: { items: { items: object } },
          map: { additionalProperties: object, patternProperties: { x: { ...object, required: ["id"] } } },
        },
      },
      out: {
        Root: {
          properties: {
            owner: ref("RootOwner"),
            list: { items: { items: ref("RootListItemItem") } },
            map: { additionalProperties: ref("RootMapValue"), patternProperties: { x: ref("RootMapXValue") } },
          },
        },
        RootOwner: object,
        RootListItemItem: object,
        RootMapValue: object,
        RootMapXValue: { ...object, required: ["id"] },
      },
    },
    {
      name: "branches and places of a tuple are counted from one",
      in: { anyOf: [object, text, object], prefixItems: [text, object] },
      out: {
        Root: { anyOf: [ref("RootAnyOf1"), text, ref("RootAnyOf3")], prefixItems: [text, ref("RootItem2")] },
        RootAnyOf1: object,
        RootAnyOf3: object,
        RootItem2: object,
      },
    },
    {
      name: "a title comes before the path",
      in: { properties: { owner: { title: "the owner's pet", ...object } } },
      out: {
        Root: { properties: { owner: ref("TheOwnerSPet") } },
        TheOwnerSPet: { title: "the owner's pet", ...object },
      },
    },
    {
      name: "the key in $defs, in definitions or among components comes before the title",
      in: {
        prefixItems: [{ $ref: "#/$defs/some-pet" }, { $ref: "#/definitions/other_pet" }],
        $defs: { "some-pet": { title: "Fido", ...object } },
        definitions: { other_pet: text },
      },
      out: {
        Root: { prefixItems: [ref("SomePet"), ref("OtherPet")] },
        SomePet: { title: "Fido", ...object },
        OtherPet: text,
      },
    },
    {
      name: "the contract's name comes before all, and names what else would have none",
      in: {
        properties: { kind: { enum: ["a"] }, pet: { $ref: "#/$defs/Pet" } },
        $defs: { Pet: { title: "Fido", ...object } },
      },
      ...names({ "#/$defs/Pet": "Animal", "#/properties/kind": "Kind" }),
      out: {
        Root: { properties: { kind: ref("Kind"), pet: ref("Animal") } },
        Kind: { enum: ["a"] },
        Animal: { title: "Fido", ...object },
      },
    },
    {
      name: "an object without properties, a map and a list are not worth a name",
      in: {
        properties: {
          a: { type: "object" },
          b: { additionalProperties: text },
          c: { items: text },
          d: { type: "string", properties: {} },
        },
      },
      out: {
        Root: {
          properties: {
            a: { type: "object" },
            b: { additionalProperties: text },
            c: { items: text },
            d: { type: "string", properties: {} },
          },
        },
      },
    },
    {
      name: "but what a tag divides is, as long as it is no choice already",
      in: {
        properties: {
          a: { type: "object", discriminator: { propertyName: "kind", mapping: {} } },
          b: { type: "object", oneOf: [text], discriminator: { propertyName: "kind", mapping: {} } },
        },
      },
      out: {
        Root: {
          properties: {
            a: ref("RootA"),
            b: { type: "object", oneOf: [text], discriminator: { propertyName: "kind", mapping: {} } },
          },
        },
        RootA: { type: "object", discriminator: { propertyName: "kind", mapping: {} } },
      },
    },
    {
      name: "what is said of the place stays beside the reference",
      in: {
        properties: {
          a: { description: "x", readOnly: true, writeOnly: false, deprecated: true, default: {}, ...object },
        },
      },
      out: {
        Root: {
          properties: { a: { ...ref("RootA"), readOnly: true, writeOnly: false, default: {}, deprecated: true } },
        },
        RootA: { description: "x", ...object },
      },
    },
    {
      name: "an object that may be null is named without null",
      in: {
        properties: {
          a: { type: ["object", "null"], properties: {}, readOnly: true },
          b: { type: ["null", "string"], enum: ["x", null] },
        },
      },
      ...names({ "#/properties/b": "Word" }),
      out: {
        Root: { properties: { a: { anyOf: [ref("RootA"), { type: "null" }], readOnly: true }, b: ref("Word") } },
        RootA: { type: "object", properties: {} },
        Word: { type: ["null", "string"], enum: ["x", null] },
      },
    },
    {
      name: "but with it where another keyword could refuse null",
      in: {
        properties: {
          a: { type: ["object", "null"], properties: {}, not: { const: null } },
          b: { type: ["object", "null"], properties: {}, enum: [{ id: "x" }] },
        },
      },
      out: {
        Root: { properties: { a: ref("RootA"), b: ref("RootB") } },
        RootA: { type: ["object", "null"], properties: {}, not: { const: null } },
        RootB: { type: ["object", "null"], properties: {}, enum: [{ id: "x" }] },
      },
    },
    {
      name: "a condition is no type, and the parts of one neither",
      in: {
        if: object,
        then: object,
        else: object,
        not: object,
        allOf: [object],
        contains: object,
        propertyNames: object,
        dependentSchemas: { a: object },
      },
      out: {
        Root: {
          if: object,
          then: object,
          else: object,
          not: object,
          allOf: [object],
          contains: object,
          propertyNames: object,
          dependentSchemas: { a: object },
        },
      },
    },
    {
      name: "but what is named in a condition keeps its name",
      in: { not: { $ref: "#/$defs/A" }, if: { properties: { b: { $ref: "#/$defs/A" } } }, $defs: { A: object } },
      out: { Root: { not: ref("A"), if: { properties: { b: ref("A") } } }, A: object },
    },
    {
      name: "a place that is referred to has a name, and the place becomes a reference",
      in: { properties: { first: { items: text }, second: { $ref: "#/properties/first" } } },
      out: { Root: { properties: { first: ref("First"), second: ref("First") } }, First: { items: text } },
    },
    {
      name: "recursion, direct and through a place",
      in: {
        properties: {
          next: { $ref: "#" },
          tree: { type: "object", properties: { up: { $ref: "#/properties/tree" } } },
        },
      },
      out: {
        Root: { properties: { next: ref("Root"), tree: ref("Tree") } },
        Tree: { type: "object", properties: { up: ref("Tree") } },
      },
    },
    {
      name: "another name for the same thing is no type of its own",
      in: {
        properties: { a: { $ref: "#/$defs/Alias" }, b: { $ref: "#/$defs/Real" } },
        $defs: { Alias: { $ref: "#/$defs/Real" }, Real: object },
      },
      out: { Root: { properties: { a: ref("Real"), b: ref("Real") } }, Real: object },
    },
    {
      name: "unless the contract names both",
      in: {
        properties: { a: { $ref: "#/$defs/Alias" }, b: { $ref: "#/$defs/Real" } },
        $defs: { Alias: { $ref: "#/$defs/Real" }, Real: object },
      },
      ...names({ "#/$defs/Alias": "One", "#/$defs/Real": "Two" }),
      out: { Root: { properties: { a: ref("One"), b: ref("Two") } }, One: ref("Two"), Two: object },
    },
    {
      name: "a place that the contract names may become a reference to a definition of that name",
      in: {
        properties: { a: { $ref: "#/$defs/Thing", readOnly: true }, b: { items: { $ref: "#/$defs/Other" } } },
        $defs: { Thing: object, Other: object },
      },
      ...names({ "#/properties/a": "Thing", "#/properties/b/items": "Item" }),
      out: {
        Root: { properties: { a: { ...ref("Thing"), readOnly: true }, b: { items: ref("Item") } } },
        Thing: object,
        Other: object,
        Item: ref("Other"),
      },
    },
    {
      name: "with words of its own it is one, unless it is where the contract says that steps stand",
      in: {
        properties: { a: { $ref: "#/$defs/Other" }, b: { $ref: "#/$defs/AnyStep" } },
        $defs: {
          Other: { $ref: "#/$defs/Note", description: "a" },
          Note: object,
          AnyStep: { $ref: "#/$defs/Step", description: "b" },
          Step: object,
        },
      },
      contract: { steps: { of: "Root", at: "#/$defs/Step", tag: "kind", unknownTags: "reject" } },
      out: {
        Root: { properties: { a: ref("Other"), b: ref("Step") } },
        Other: { ...ref("Note"), description: "a" },
        Note: object,
        Step: object,
      },
    },
    {
      name: "there a reference may be the only part of an allOf",
      in: {
        properties: { a: { $ref: "#/$defs/Other" }, b: { $ref: "#/$defs/AnyStep" } },
        $defs: {
          Other: { allOf: [{ $ref: "#/$defs/Step" }] },
          AnyStep: { description: "b", allOf: [{ $ref: "#/$defs/Step" }] },
          Step: object,
        },
      },
      contract: { steps: { of: "Root", at: "#/$defs/AnyStep", tag: "kind", unknownTags: "reject" } },
      out: {
        Root: { properties: { a: ref("Other"), b: ref("Step") } },
        Other: { allOf: [ref("Step")] },
        Step: object,
      },
    },
    {
      name: "aliases in a circle end",
      in: { items: { $ref: "#/$defs/A" }, $defs: { A: { $ref: "#/$defs/B" }, B: { $ref: "#/$defs/A" } } },
      out: { Root: { items: ref("A") }, A: ref("B"), B: ref("A") },
    },
    {
      name: "types of a file are named as those of the schema, its whole by the file's name",
      in: { prefixItems: [{ $ref: "sub/pet-shop.json" }, { $ref: "sub/pet-shop.json#/$defs/Owner" }] },
      files: {
        "sub/pet-shop.json": { type: "object", properties: { pets: { items: object } }, $defs: { Owner: object } },
      },
      out: {
        Root: { prefixItems: [ref("SubPetShop"), ref("Owner")] },
        SubPetShop: { type: "object", properties: { pets: { items: ref("SubPetShopPetsItem") } } },
        Owner: object,
        SubPetShopPetsItem: object,
      },
    },
    {
      name: "a definition whose key is an address, by the path of that",
      in: {
        items: { $ref: "https://example.org/schema/pet.json" },
        $defs: { "https://example.org/schema/pet.json": { $id: "https://example.org/schema/pet.json", ...object } },
      },
      out: { Root: { items: ref("SchemaPet") }, SchemaPet: object },
    },
    {
      name: "a property with a # in its name is named by the contract like any other",
      in: { properties: { "a#b": { enum: ["x"] }, "~/": object } },
      ...names({ "#/properties/a#b": "Sharp", "#/properties/~0~1": "Tilde" }),
      out: { Root: { properties: { "a#b": ref("Sharp"), "~/": ref("Tilde") } }, Sharp: { enum: ["x"] }, Tilde: object },
    },
    {
      name: "names that are none without help: digits, signs, emoji, letters of any script",
      in: { properties: { "3d": object, "😀": object, "größe ändern": object, "a-b_c.d": object } },
      out: {
        Root: {
          properties: {
            "3d": ref("Root3d"),
            "😀": ref("Root_"),
            "größe ändern": ref("RootGrößeÄndern"),
            "a-b_c.d": ref("RootABCD"),
          },
        },
        Root3d: object,
        Root_: object,
        RootGrößeÄndern: object,
        RootABCD: object,
      },
    },
    {
      name: "hostile keys are keys",
      in: JSON.parse(
        '{"properties":{"__proto__":{"type":"object","properties":{}},"constructor":{"$ref":"#/$defs/__proto__"}},"$defs":{"__proto__":{"type":"object","properties":{}}}}',
      ) as Json,
      out: JSON.parse(
        '{"Root":{"properties":{"__proto__":{"$ref":"#/$defs/RootProto"},"constructor":{"$ref":"#/$defs/Proto"}}},"RootProto":{"type":"object","properties":{}},"Proto":{"type":"object","properties":{}}}',
      ) as Json,
    },
    {
      name: "a reference in data keeps its words",
      in: { default: { $ref: "#/$defs/A" }, properties: { a: { const: { properties: {} } } } },
      out: { Root: { default: { $ref: "#/$defs/A" }, properties: { a: { const: { properties: {} } } } } },
    },
  ];
  test.for(cases.map((each) => [each.name, each] as const))("%s", ([, { in: schema, out, ...setting }]) => {
    const { named, problems } = namedFrom(schema, setting);
    expect(problems).toEqual([]);
    expect(plain(named.$defs)).toEqual(out);
  });
});

describe("a place that is referred to is named by the words on its way", () => {
  const cases: readonly (readonly [location: string, name: string])[] = [
    ["#", "Root"],
    ["common/money.json#", "CommonMoney"],
    ["#/$defs/Charge/properties/params", "ChargeParams"],
    ["#/definitions/charge/properties/3d-model", "Charge3dModel"],
    ["#/components/schemas/Charge/properties/params", "ChargeParams"],
    ["common/types.json#/$defs/Charge/items", "CommonTypesChargeItem"],
    ["#/properties/properties/properties/$defs", "PropertiesDefs"],
    ["#/properties/items/items", "Item"],
    ["#/$defs/Ship/properties/items/items", "ShipItem"],
    ["#/$defs/Ship/properties/items/items/1", "ShipItem2"],
    ["#/$defs/Ship/properties/items/prefixItems/0", "ShipItem1"],
    ["#/$defs/Ship/properties/items/properties/itemized", "ShipItemsItemized"],
    ["#/$defs/Ship/additionalProperties/patternProperties/^x", "ShipValueXValue"],
    ["#/$defs/Ship/oneOf/0", "ShipOneOf1"],
    ["#/$defs/Ship/allOf/1", "ShipAllOf2"],
    ["#/$defs/Ship/dependentSchemas/port/not", "ShipDependentSchemasPortNot"],
    ["#/x-types/Money", "XTypesMoney"],
    ["#/properties/3d", "_3d"],
    ["#/$defs/$meta/properties/a$b", "MetaAB"],
    ["#/definitions/review$approved/properties/by", "ReviewApprovedBy"],
    ["#/definitions/Def<number>/properties/of", "DefNumberOf"],
    ["#/definitions/Def<(number[]|Expr)>/properties/of", "DefNumberArrayExprOf"],
    ["#/$defs/https:~1~1example.org~1schema~1Pet.schema.json/properties/of", "SchemaPetOf"],
    ["#/definitions/http:~1~1example.org~1v1.0~1pet-shop.json", "V10PetShop"],
    ["#/definitions/http:~1~1example.org~1draft~1schema#", "DraftSchema"],
    ["#/definitions/https:~1~1example.org~1", "HttpsExampleOrg"],
  ];
  test.for(cases)("%s", ([location, name]) => expect(nameFromLocation(location)).toBe(name));

  test("and the items of items are not called so twice", () => {
    const { named } = namedFrom({ properties: { lineItems: { items: { items: object } } } }, {});
    expect(Object.keys(named.$defs)).toEqual(["Root", "RootLineItemItem"]);
  });
});

test("the contract's pointers lead to names", () => {
  const { named } = namedFrom(
    { properties: { a: object, b: { $ref: "#/$defs/Alias" } }, $defs: { Alias: { $ref: "#/$defs/B" }, B: text } },
    {},
  );
  expect(Object.fromEntries(named.nameAt)).toEqual({
    "#": "Root",
    "#/properties/a": "RootA",
    "#/$defs/Alias": "B",
    "#/$defs/B": "B",
  });
});

describe("a name that cannot be is told", () => {
  const cases: readonly ({
    readonly name: string;
    readonly in: Json;
    readonly problems: readonly string[];
  } & Setting)[] = [
    {
      name: "two types never share one",
      in: { properties: { a: { $ref: "#/$defs/a-b" }, b: { $ref: "#/$defs/a_b" } }, $defs: { "a-b": text, a_b: text } },
      problems: [`SW220 ${file}#/$defs/a-b two types become the name AB, the second at #/$defs/a_b`],
    },
    {
      name: "not by title either",
      in: { properties: { a: { title: "Pet", ...object }, b: { title: "pet", ...object } } },
      problems: [`SW220 ${file}#/properties/a two types become the name Pet, the second at #/properties/b`],
    },
    {
      name: "nor one of another file and one of the schema",
      in: { properties: { a: { $ref: "#/$defs/pet" } }, $defs: { pet: { $ref: "b.json#/$defs/pet", type: "object" } } },
      files: { "b.json": { $defs: { pet: object } } },
      problems: [`SW220 ${file}#/$defs/pet two types become the name Pet, the second at b.json#/$defs/pet`],
    },
    {
      name: "nor one from the contract and one that is there",
      in: { properties: { a: { $ref: "#/$defs/Pet" }, b: text }, $defs: { Pet: object } },
      ...names({ "#/properties/b": "Pet" }),
      problems: [`SW220 ${file}#/$defs/Pet two types become the name Pet, the second at #/properties/b`],
    },
    {
      name: "a global is not shadowed",
      in: { properties: { a: { title: "Blob", ...object }, b: { $ref: "#/$defs/Record" } }, $defs: { Record: text } },
      problems: [
        `SW221 ${file}#/$defs/Record the type name Record at #/$defs/Record shadows a name every program knows`,
        `SW221 ${file}#/properties/a the type name Blob at #/properties/a shadows a name every program knows`,
      ],
    },
    {
      name: "a type of the package's own is not shadowed",
      in: { properties: { a: { title: "Issue", ...object }, b: { $ref: "#/$defs/c" } }, $defs: { c: text } },
      ...names({ "#/$defs/c": "StandardResult" }),
      problems: [
        `SW223 ${file}#/$defs/c the type name StandardResult at #/$defs/c is that of a type which every package has of its own`,
        `SW223 ${file}#/properties/a the type name Issue at #/properties/a is that of a type which every package has of its own`,
      ],
    },
    {
      name: "a pointer in the contract that names nothing",
      in: object,
      ...names({ "#/properties/x~1": "X" }),
      problems: [
        "SW111 api/x.contract.json#/names/#~1properties~1x~01 #/properties/x~1 names nothing that the entries reach, so nothing becomes X",
      ],
    },
  ];
  test.for(cases.map((each) => [each.name, each] as const))("%s", ([, { in: schema, problems, ...setting }]) => {
    expect(namedFrom(schema, setting).problems).toEqual(problems);
  });

  test("names in the contract resolve it in files beside the schema", () => {
    const { problems, named } = namedFrom(
      { prefixItems: [{ $ref: "map.json" }, { $ref: "b.json#/$defs/pet" }, { $ref: "c.json#/$defs/pet" }] },
      {
        ...names({ "map.json#": "MapState", "c.json#/$defs/pet": "OtherPet" }),
        files: { "map.json": object, "b.json": { $defs: { pet: object } }, "c.json": { $defs: { pet: object } } },
      },
    );
    expect(problems).toEqual([]);
    expect(Object.keys(named.$defs)).toEqual(["Root", "MapState", "Pet", "OtherPet"]);
  });

  test("names in the contract resolve it", () => {
    const schema = { properties: { a: { title: "Blob", ...object }, b: { title: "Blob", ...object } } };
    const { problems, named } = namedFrom(
      schema,
      names({ "#/properties/a": "FirstBlob", "#/properties/b": "SecondBlob" }),
    );
    expect([problems, Object.keys(named.$defs)]).toEqual([[], ["Root", "FirstBlob", "SecondBlob"]]);
  });
});

test("a place that the contract points at is what it refers to, whatever words it has for that", () => {
  const steps = { type: "array", items: { $ref: "#/$defs/Step", description: "In their order." } };
  const schema = { properties: { steps }, $defs: { Step: object, Described: { ...ref("Step"), description: "One." } } };
  const contract = { steps: { of: "Root", at: "#/properties/steps/items", tag: "id", unknownTags: "reject" } } as const;
  const { named } = namedFrom(schema as Json, { contract });
  expect([named.nameAt.get("#/properties/steps/items"), Object.keys(named.$defs)]).toEqual(["Step", ["Root", "Step"]]);
  const more = { ...schema, properties: { ...schema.properties, one: ref("Described") } };
  expect(Object.keys(namedFrom(more as Json, { contract }).named.$defs)).toEqual(["Root", "Step", "Described"]);
});

describe("a branch without a name", () => {
  const branch = (kind: string): object => ({ required: ["with"], properties: { kind: { const: kind }, with: text } });
  const schema = { type: "object", properties: { kind: text }, oneOf: [branch("one"), branch("two")] } as Json;
  const steps = { of: "Root", at: "#", tag: "kind", unknownTags: "reject", factories: { two: "second" } } as const;

  test("of a step is named after its tag, as its factory is", () => {
    const { named } = namedFrom(schema, { contract: { steps } });
    expect(Object.keys(named.$defs)).toEqual(["Root", "OneStep", "SecondStep"]);
  });

  test("of a step that is answered as another schema is named after its tag and its direction", () => {
    const both = { ...(schema as object), $defs: { Answered: schema } } as Json;
    const contract = { steps: { ...steps, answered: "#/$defs/Answered" } };
    const { named } = namedFrom(both, { contract });
    expect(Object.keys(named.$defs)).toEqual(
      expect.arrayContaining(["OneStep", "SecondStep", "OneStepResponse", "SecondStepResponse"]),
    );
  });

  test("of anything else is named by its place", () => {
    const { named } = namedFrom(schema, {});
    expect(Object.keys(named.$defs)).toEqual(["Root", "RootOneOf1", "RootOneOf2"]);
  });

  test("is an object itself, where the schema around it is one", () => {
    const { named } = namedFrom(schema, {});
    expect(plain(named.$defs)).toMatchObject({ RootOneOf1: { type: "object", ...branch("one") } });
    const { named: open } = namedFrom({ oneOf: [branch("one"), branch("two")] } as Json, {});
    expect(plain(open.$defs)).not.toHaveProperty("RootOneOf1.type");
  });

  test("requires itself what the schema around it does, of its own properties", () => {
    const required = ["kind", "id"];
    const { named } = namedFrom({ ...(schema as object), required } as Json, {});
    expect(plain(named.$defs)).toMatchObject({ Root: { required }, RootOneOf1: { required: ["kind", "with"] } });
  });

  test("is no less than that with a name from the contract, unless it is asked for elsewhere as well", () => {
    const given = names({ "#/oneOf/0": "First" });
    expect(plain(namedFrom(schema, given).named.$defs)).toHaveProperty("First.type", "object");
    const asked = { ...(schema as object), $defs: { a: { $ref: "#/oneOf/0" } }, not: ref("a") } as Json;
    expect(plain(namedFrom(asked, given).named.$defs)).not.toHaveProperty("First.type");
  });
});

test("a taken name that the contract gives is told there, an entry's at its key", () => {
  const contract = {
    entries: { Promise: { at: "#", direction: "both" }, Thing: { at: "#/$defs/a", direction: "both" } },
    names: { "#/$defs/b": "Blob", "#/$defs/c": "Issue", "#/$defs/d": "D" },
  } as const;
  expect(takenNames(contextOf({}, { contract })).map(({ code, place, message }) => ({ code, place, message }))).toEqual(
    [
      {
        code: "SW141",
        place: { file: "api/x.contract.json", pointer: "/entries/Promise", isKey: true },
        message: "the type name Promise is taken: every program knows that name",
      },
      {
        code: "SW141",
        place: { file: "api/x.contract.json", pointer: "/names/#~1$defs~1b" },
        message: "the type name Blob is taken: every program knows that name",
      },
      {
        code: "SW141",
        place: { file: "api/x.contract.json", pointer: "/names/#~1$defs~1c" },
        message: "the type name Issue is taken: every package has a type of that name",
      },
    ],
  );
});

test("of taken names each is told with another, so that all can be written at once", () => {
  const told = (first: string, b: string, c: string, of = first): readonly string[] => {
    const contract = {
      package: { name: "@pets/my-store", version: "1.0.0", license: "MIT", description: "Pets." },
      entries: { [first]: { at: "#", direction: "both" }, MyStoreBlob: { at: "#/$defs/a", direction: "both" } },
      names: { "#/$defs/b": b, "#/$defs/c": c },
      steps: { of, at: "#/$defs/a", tag: "type", unknownTags: "reject" },
      callback: of,
    } as const;
    return takenNames(contextOf({}, { contract })).map(({ hint }) => hint);
  };
  expect(told("Error", "Blob", "Error")).toEqual([
    "call it something else, such as MyStoreError, also in `steps.of`, also in `callback`",
    "call it something else, such as MyStoreBlob2",
    "call it something else, such as MyStoreError2",
  ]);
  expect(told("Error", "B", "C", "MyStoreBlob")).toEqual(["call it something else, such as MyStoreError"]);
  expect(told("MyStoreError", "MyStoreBlob2", "MyStoreError2")).toEqual([]);
});
