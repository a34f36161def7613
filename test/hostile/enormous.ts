/**
 * Inputs beyond all measure: deep, long, wide, circular, multiplying. Each is made when it is asked for.
 */
import type { InputFiles } from "./measured-run.js";

export interface EnormousCase {
  readonly name: string;
  /** The exit code: 0 where a package can be made of it, else that of the diagnostic. */
  readonly status: 0 | 2 | 3;
  /** Takes more than a second or two, so that only the deep run has it. */
  readonly isSlow?: true;
  readonly files: () => InputFiles;
}

type Data = Readonly<Record<string, unknown>>;

const contract = {
  schema: "a.schema.json",
  package: { name: "a", version: "1.0.0", license: "MIT", description: "A." },
  entries: { Root: { at: "#", direction: "both" } },
};

const text = (schema: string, more: Data = {}): InputFiles => ({
  "workflow.contract.json": JSON.stringify({ ...contract, ...more }),
  "a.schema.json": schema,
});
const schema = (value: unknown, more: Data = {}): InputFiles => text(JSON.stringify(value), more);
const yaml = (value: string): InputFiles => ({
  "workflow.contract.json": JSON.stringify({ ...contract, schema: "a.yaml" }),
  "a.yaml": value,
});

const overlaid = (value: unknown, actions: readonly unknown[]): InputFiles => ({
  ...schema(value, { overlay: "o.json" }),
  "o.json": JSON.stringify({ overlay: "1.0.0", info: { title: "", version: "1" }, actions }),
});

const times = <T>(count: number, make: (index: number) => T): readonly T[] =>
  Array.from({ length: count }, (_, index) => make(index));
const record = <T>(count: number, make: (index: number) => readonly [string, T]): Readonly<Record<string, T>> =>
  Object.fromEntries(times(count, make));
const properties = (value: unknown): Data => ({ type: "object", properties: { a: value } });
const ref = (name: string): Data => ({ $ref: `#/$defs/${name}` });

/** `$defs` D0 … Dn, each made of references to the next. */
const chain = (length: number, link: (next: Data, index: number) => unknown): Data => ({
  ...properties(ref("D0")),
  $defs: record(length, (index) => [
    `D${index}`,
    index === length - 1
      ? { type: "object", properties: { end: { type: "string" } } }
      : link(ref(`D${index + 1}`), index),
  ]),
});

const deep = (open: string, core: string, close: string, depth = 10_000): string =>
  open.repeat(depth) + core + close.repeat(depth);

const step = (tag: string): Data => ({
  type: "object",
  required: ["kind"],
  properties: { kind: { const: tag }, input: { type: "object", properties: { a: { type: "string" } } } },
});
const workflow = (defs: Data): Data => ({
  type: "object",
  properties: { steps: { type: "array", items: { oneOf: Object.keys(defs).map(ref) } } },
  $defs: defs,
});
const stepsOf = { of: "Root", at: "#/properties/steps/items", tag: "kind", input: "input", unknownTags: "reject" };

export const enormous: readonly EnormousCase[] = [
  { name: "nested schemas, JSON", status: 3, files: () => text(deep('{"not":', "{}", "}")) },
  { name: "nested lists as data, JSON", status: 3, files: () => text(`{"default":${deep("[", "1", "]")}}`) },
  { name: "nested and never closed, JSON", status: 3, files: () => text('{"a":'.repeat(1_000_000)) },
  { name: "nested, flow YAML", status: 3, files: () => yaml(deep("{not: ", "{}", "}")) },
  {
    name: "nested, block YAML",
    status: 3,
    files: () => yaml(times(10_000, (index) => `${" ".repeat(index)}not:`).join("\n")),
  },
  { name: "nested lists on one line, YAML", status: 3, files: () => yaml("- ".repeat(10_000)) },
  { name: "a nested contract", status: 2, files: () => ({ "workflow.contract.json": deep('{"schema":', "1", "}") }) },
  {
    name: "a nested overlay",
    status: 2,
    files: () => ({
      ...schema(properties({ type: "string" }), { overlay: "o.json" }),
      "o.json": deep('{"actions":[', "1", "]}"),
    }),
  },
  {
    name: "an overlay that nests deeper with every action",
    status: 3,
    files: () =>
      overlaid(
        { type: "object" },
        times(300, (index) => ({ target: `$${".not".repeat(index)}`, update: { not: {} } })),
      ),
  },
  {
    name: "an overlay that doubles with every action",
    status: 2,
    files: () =>
      overlaid(
        { type: "object", examples: [[]] },
        times(40, () => ({ target: "$.examples..[*]", update: [] })),
      ),
  },
  {
    name: "an overlay whose targets go down everywhere, again and again",
    status: 2,
    files: () =>
      overlaid(JSON.parse(deep('{"not":', "{}", "}", 150)), [{ target: `$${"..*".repeat(20)}`, update: {} }]),
  },
  {
    name: "an overlay with a nested filter",
    status: 2,
    files: () => overlaid({ type: "object" }, [{ target: `$[?${deep("(", "@.a", ")", 5_000)}]`, update: {} }]),
  },

  { name: "a chain of 10,000 references", status: 3, isSlow: true, files: () => schema(chain(10_000, (next) => next)) },
  {
    name: "a chain of 10,000 properties",
    status: 0,
    isSlow: true,
    files: () => schema(chain(10_000, (next) => properties(next))),
  },
  {
    name: "two chains of 2,000 properties that are the same",
    status: 0,
    files: () => {
      const { $defs } = chain(2_000, (next) => properties(next)) as { readonly $defs: object };
      const twin = JSON.parse(JSON.stringify($defs).replaceAll(/"(#\/\$defs\/)?D(\d+)"/g, '"$1E$2"')) as object;
      return schema({ ...(properties(ref("D0")) as object), items: ref("E0"), $defs: { ...$defs, ...twin } });
    },
  },
  {
    name: "a chain of 10,000 allOf",
    status: 3,
    isSlow: true,
    files: () => schema(chain(10_000, (next, index) => ({ allOf: [next, properties({ const: index })] }))),
  },
  {
    name: "a chain of 10,000 inheriting components",
    status: 3,
    isSlow: true,
    files: () =>
      schema(
        {
          openapi: "3.1.0",
          info: { title: "A", version: "1" },
          components: {
            schemas: record(10_000, (index) => [
              `D${index}`,
              {
                type: "object",
                properties: { [`p${index}`]: { type: "string" } },
                ...(index > 0 && { allOf: [{ $ref: `#/components/schemas/D${index - 1}` }] }),
              },
            ]),
          },
        },
        { entries: { Root: { at: "#/components/schemas/D9999", direction: "both" } } },
      ),
  },
  {
    name: "a chain of 10,000 discriminators",
    status: 3,
    files: () =>
      schema(
        {
          openapi: "3.1.0",
          info: { title: "A", version: "1" },
          components: {
            schemas: record(10_000, (index) => [
              `D${index}`,
              {
                type: "object",
                properties: { kind: { type: "string" } },
                ...(index > 0 && { allOf: [{ $ref: `#/components/schemas/D${index - 1}` }] }),
                ...(index < 9_999 && {
                  discriminator: { propertyName: "kind", mapping: { a: `#/components/schemas/D${index + 1}` } },
                }),
              },
            ]),
          },
        },
        { entries: { Root: { at: "#/components/schemas/D0", direction: "both" } } },
      ),
  },
  {
    name: "a circle of 10,000 references",
    status: 3,
    files: () =>
      schema({ ...ref("D0"), $defs: record(10_000, (index) => [`D${index}`, ref(`D${(index + 1) % 10_000}`)]) }),
  },
  { name: "a reference to itself", status: 3, files: () => schema({ $ref: "#" }) },
  {
    name: "a circle through allOf and files",
    status: 3,
    files: () => ({
      ...schema({ allOf: [{ $ref: "b.json" }] }),
      "b.json": JSON.stringify({ anyOf: [{ $ref: "c.json" }] }),
      "c.json": JSON.stringify({ $ref: "a.schema.json" }),
    }),
  },
  {
    name: "a discriminator that maps to its own base",
    status: 0,
    files: () =>
      schema({
        ...properties(ref("D")),
        $defs: {
          D: {
            type: "object",
            properties: { kind: { type: "string" } },
            discriminator: { propertyName: "kind", mapping: { a: "#/$defs/D" } },
          },
        },
      }),
  },

  ...(["allOf", "anyOf", "oneOf"] as const).map((keyword): EnormousCase => ({
    name: `${keyword} that doubles 30 times`,
    status: 0,
    files: () => schema(chain(30, (next) => ({ [keyword]: [next, next] }))),
  })),
  {
    name: "properties that double 30 times",
    status: 0,
    files: () => schema(chain(30, (next) => ({ type: "object", properties: { a: next, b: next } }))),
  },
  {
    name: "unevaluatedProperties beside what doubles 30 times",
    status: 0,
    files: () =>
      schema({ ...chain(30, (next) => ({ allOf: [next, next] })), allOf: [ref("D0")], unevaluatedProperties: false }),
  },
  {
    name: "unevaluatedProperties beside choices that double 30 times",
    status: 3,
    files: () =>
      schema({ ...chain(30, (next) => ({ anyOf: [next, next] })), allOf: [ref("D0")], unevaluatedProperties: false }),
  },
  {
    name: "inheritance that doubles 30 times",
    status: 0,
    files: () =>
      schema(
        {
          openapi: "3.1.0",
          info: { title: "A", version: "1" },
          components: {
            schemas: record(31, (index) => [
              `D${index}`,
              {
                type: "object",
                properties: { [`p${index}`]: { type: "string" } },
                ...(index > 0 && {
                  allOf: [
                    { $ref: `#/components/schemas/D${index - 1}` },
                    { $ref: `#/components/schemas/D${index - 1}` },
                  ],
                }),
              },
            ]),
          },
        },
        { entries: { Root: { at: "#/components/schemas/D30", direction: "both" } } },
      ),
  },
  {
    name: "discriminators that lead back to each other: 24 bases, each maps to all the others",
    status: 3,
    files: () =>
      schema(
        {
          openapi: "3.1.0",
          info: { title: "A", version: "1" },
          components: {
            schemas: record(24, (index) => [
              `D${index}`,
              {
                type: "object",
                properties: { [`k${index}`]: { type: "string" } },
                discriminator: {
                  propertyName: `k${index}`,
                  mapping: record(24, (other) => [`t${other}`, `#/components/schemas/D${other}`]),
                },
              },
            ]),
          },
        },
        { entries: { Root: { at: "#/components/schemas/D0", direction: "both" } } },
      ),
  },
  {
    name: "discriminators in layers: 30 layers of two bases, each maps to both of the next",
    status: 0,
    files: () =>
      schema(
        {
          openapi: "3.1.0",
          info: { title: "A", version: "1" },
          components: {
            schemas: record(60, (index) => [
              `D${index}`,
              {
                type: "object",
                properties: { [`k${index >> 1}`]: { type: "string" } },
                ...(index < 58 && {
                  discriminator: {
                    propertyName: `k${index >> 1}`,
                    mapping: {
                      a: `#/components/schemas/D${(index >> 1) * 2 + 2}`,
                      b: `#/components/schemas/D${(index >> 1) * 2 + 3}`,
                    },
                  },
                }),
              },
            ]),
          },
        },
        { entries: { Root: { at: "#/components/schemas/D0", direction: "both" } } },
      ),
  },

  {
    name: "whether null is a choice, where choices double 30 times",
    status: 0,
    files: () => schema({ ...chain(30, (next) => ({ anyOf: [next, next] })), required: ["a"] }, { nulls: "omitted" }),
  },
  {
    name: "inputs of a step whose required properties double 30 times",
    status: 0,
    files: () => {
      const { $defs } = chain(30, (next) => ({
        type: "object",
        required: ["a", "b"],
        properties: { a: next, b: next },
      }));
      const properties = { kind: { const: "a" }, name: { type: "string" }, input: ref("D0") };
      const A = { type: "object", properties, required: ["kind", "input"] };
      const steps = { A, B: step("b") };
      const all = { ...workflow(steps), $defs: { ...($defs as Data), ...steps } };
      return schema(all, { steps: { ...stepsOf, stepReferences: true } });
    },
  },
  {
    name: "a YAML alias bomb",
    status: 3,
    files: () =>
      yaml(
        ["a0: &a0 [1, 1]", ...times(40, (index) => `a${index + 1}: &a${index + 1} [*a${index}, *a${index}]`)].join(
          "\n",
        ),
      ),
  },
  { name: "a YAML alias to itself", status: 3, files: () => yaml("a: &a [*a]") },
  {
    name: "an enum of 100,000 strings",
    status: 0,
    isSlow: true,
    files: () => schema(properties({ enum: times(100_000, (index) => `value ${index}`) })),
  },
  {
    name: "an enum of 100,000 objects",
    status: 3,
    isSlow: true,
    files: () => schema(properties({ enum: times(100_000, (index) => ({ index })) })),
  },
  {
    name: "50,000 properties",
    status: 3,
    isSlow: true,
    files: () => schema({ type: "object", properties: record(50_000, (index) => [`p${index}`, { type: "string" }]) }),
  },
  {
    name: "50,000 required properties that nothing describes",
    status: 0,
    isSlow: true,
    files: () => schema({ type: "object", required: times(50_000, (index) => `p${index}`) }),
  },
  {
    name: "20,000 definitions",
    status: 3,
    isSlow: true,
    files: () =>
      schema({
        type: "object",
        properties: record(20_000, (index) => [`p${index}`, ref(`D${index}`)]),
        $defs: record(20_000, (index) => [`D${index}`, { type: "object", properties: { a: { const: index } } }]),
      }),
  },
  {
    name: "5,000 step types",
    status: 0,
    isSlow: true,
    files: () => schema(workflow(record(5_000, (index) => [`S${index}`, step(`s${index}`)])), { steps: stepsOf }),
  },
  {
    name: "20,000 branches without a tag",
    status: 3,
    isSlow: true,
    files: () => schema(properties({ anyOf: times(20_000, (index) => ({ const: index })) })),
  },
  {
    name: "100,000 mistakes",
    status: 3,
    files: () =>
      schema({ type: "object", properties: record(100_000, (index) => [`p${index}`, { type: `no${index}` }]) }),
  },
  {
    name: "100,000 references that lead nowhere",
    status: 3,
    isSlow: true,
    files: () => schema({ type: "object", properties: record(100_000, (index) => [`p${index}`, ref(`no${index}`)]) }),
  },
  {
    name: "100,000 keys that stand twice",
    status: 3,
    isSlow: true,
    files: () => text(`{${times(100_000, () => '"a":1').join(",")}}`),
  },
  {
    name: "10,000 files that are not there",
    status: 3,
    files: () =>
      schema({ type: "object", properties: record(10_000, (index) => [`p${index}`, { $ref: `f${index}.json` }]) }),
  },

  {
    name: "100 MB of white space",
    status: 3,
    isSlow: true,
    files: () => text(`{"type":"object"${" ".repeat(100_000_000)}}`),
  },
  {
    name: "a description of 100 MB",
    status: 3,
    isSlow: true,
    files: () => schema({ ...properties({ type: "string" }), description: "word ".repeat(20_000_000) }),
  },
  {
    name: "100 MB of schema",
    status: 3,
    isSlow: true,
    files: () =>
      schema({
        type: "object",
        properties: record(1_600_000, (index) => [`property${index}`, { type: "string", minLength: 12_345 }]),
      }),
  },
  {
    name: "100 MB of definitions that nothing reaches",
    status: 3,
    isSlow: true,
    files: () =>
      schema({
        type: "object",
        $defs: record(1_600_000, (index) => [`property${index}`, { type: "string", minLength: 12_345 }]),
      }),
  },
  { name: "100 MB of YAML", status: 3, isSlow: true, files: () => yaml("- a: b\n".repeat(15_000_000)) },
  { name: "100 MB that are not JSON", status: 3, isSlow: true, files: () => text(`{"a":${"x".repeat(100_000_000)}`) },
  { name: "100 MB of backslashes", status: 3, isSlow: true, files: () => text(`{"a":"${"\\".repeat(100_000_001)}"}`) },
  {
    name: "quotes behind 1 MB of backslashes, again and again",
    status: 3,
    isSlow: true,
    files: () => text(`{"a":"${`${"\\\\".repeat(50)}\\"`.repeat(100_000)}`),
  },

  ...["property", "definition", "title", "tag"].map((what): EnormousCase => ({
    name: `a ${what} of 1 MB`,
    status: what === "tag" ? 3 : 0,
    files: () => {
      const long = "Name".repeat(250_000);
      if (what === "property") return schema({ type: "object", properties: { [long]: { type: "string" } } });
      if (what === "definition") {
        return schema({ ...properties(ref(long)), $defs: { [long]: properties({ type: "string" }) } });
      }
      if (what === "title") return schema(properties({ ...properties({ type: "string" }), title: long }));
      return schema(workflow({ A: step(long), B: step("b") }), { steps: stepsOf });
    },
  })),
  {
    name: "a name of 1 MB in the contract",
    status: 2,
    files: () => {
      const long = "Name".repeat(250_000);
      return schema(properties({ type: "string" }), {
        entries: { [long]: { at: "#", direction: "both" } },
        steps: { ...stepsOf, of: `${long}x` },
      });
    },
  },
  {
    name: "an unknown key of 1 MB in the contract",
    status: 2,
    files: () => schema(properties({ type: "string" }), { ["key".repeat(333_333)]: 1 }),
  },
  {
    name: "a pointer of 1 MB in the contract",
    status: 2,
    files: () =>
      schema(properties({ type: "string" }), { entries: { A: { at: `#${"/a".repeat(500_000)}`, direction: "both" } } }),
  },
  {
    name: "a file name of 1 MB",
    status: 3,
    files: () => schema(properties({ $ref: `${"a".repeat(1_000_000)}.json` })),
  },
  {
    name: "a reference by a pointer of 1 MB",
    status: 3,
    files: () => schema(properties({ $ref: `#${"/a".repeat(500_000)}` })),
  },
  {
    name: "a pattern of 1 MB",
    status: 0,
    files: () => schema(properties({ type: "string", pattern: "a".repeat(1_000_000) })),
  },
  {
    name: "a pattern of 10,000 nested groups",
    status: 0,
    files: () => schema(properties({ type: "string", pattern: deep("(", "a", ")") })),
  },
  {
    name: "a pattern that repeats without measure",
    status: 0,
    files: () => schema(properties({ type: "string", pattern: "^((a{1000}){1000}){1000}$" })),
  },
  {
    name: "limits beyond all numbers",
    status: 0,
    files: () =>
      text(
        '{"type":"object","properties":{"a":{"type":"string","minLength":1e308,"maxLength":1e308},"b":{"type":"number","maximum":1e308,"minimum":-1e308,"multipleOf":1e-308},"c":{"type":"object","minProperties":1e308}}}',
      ),
  },
  {
    name: "a number that is none",
    status: 3,
    files: () =>
      text('{"type":"object","properties":{"a":{"type":"number","maximum":1e400,"default":-1e400,"enum":[1e400]}}}'),
  },
  {
    name: "a tuple of a billion",
    status: 0,
    files: () => schema(properties({ type: "array", items: { type: "string" }, maxItems: 1e9 })),
  },
  {
    name: "a tuple of at least a billion",
    status: 0,
    files: () => schema(properties({ type: "array", items: { type: "string" }, minItems: 1e9 })),
  },
  {
    name: "a tuple of exactly a billion with some listed",
    status: 0,
    files: () =>
      schema(properties({ type: "array", prefixItems: [{}, {}], items: false, minItems: 1e9, maxItems: 1e9 })),
  },
  {
    name: "a tuple of 50,000 listed",
    status: 3,
    isSlow: true,
    files: () => schema(properties({ type: "array", prefixItems: times(50_000, () => ({ type: "string" })) })),
  },
  {
    name: "contains between a billion and two",
    status: 0,
    files: () => schema(properties({ type: "array", contains: { const: 1 }, minContains: 1e9, maxContains: 2e9 })),
  },
  {
    name: "100,000 lines of description with backticks",
    status: 0,
    isSlow: true,
    files: () =>
      schema({ ...properties({ type: "string", description: "` `` ".repeat(200_000) }), title: "` ".repeat(500_000) }),
  },
  {
    name: "100,000 YAML mistakes",
    status: 3,
    isSlow: true,
    files: () => yaml("a: [}\n".repeat(100_000)),
  },
  {
    name: "500,000 YAML anchors and aliases",
    status: 3,
    files: () => yaml(`a: &a 1\nb: [${"*a, ".repeat(500_000)}]`),
  },
];
