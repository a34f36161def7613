import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { exitCodeOf, Failure } from "#generator/diagnostics.js";
import { origin, type Json, type Origin } from "#generator/json/json-schema.js";
import { formatPointer, isPointer, parsePointer, resolvePointer } from "#generator/json/pointer.js";
import { stampOrigins } from "#generator/load/stamp.js";
import { annotate } from "#generator/schema/annotate/annotate.js";

const info = { title: "t", version: "1" };
const overlayOf = (...actions: readonly Json[]): Json => ({ overlay: "1.0.0", info, actions });
const apply = (document: Json, overlay: Json): Json =>
  annotate(stampOrigins(document, "x.json"), stampOrigins(overlay, "o.json"), "o.json");
const plain = (value: unknown): Json => JSON.parse(JSON.stringify(value)) as Json;
const originOf = (value: Json | undefined): Origin | undefined =>
  (value as { [origin]?: Origin } | undefined)?.[origin];

describe("an overlay's actions change the document", () => {
  const cases: readonly { name: string; in: Json; actions: readonly Json[]; out: Json }[] = [
    {
      name: "an update is merged into an object, deeply; order stays, new members come last",
      in: { a: { b: 1, c: { d: 2 } }, z: 1 },
      actions: [{ target: "$", update: { n: null, a: { c: { e: 3 }, b: "x" } } }],
      out: { a: { b: "x", c: { d: 2, e: 3 } }, z: 1, n: null },
    },
    {
      name: "arrays inside an update are joined",
      in: { s: { required: ["a"] } },
      actions: [{ target: "$.s", update: { required: ["b"] } }],
      out: { s: { required: ["a", "b"] } },
    },
    {
      name: "the update of a selected array is appended as one entry",
      in: { s: [1] },
      actions: [
        { target: "$.s", update: { a: 1 } },
        { target: "$.s", update: [2] },
        { target: "$.s", update: null },
      ],
      out: { s: [1, { a: 1 }, [2], null] },
    },
    {
      name: "remove takes a member out of its object, and entries out of their array, whatever the order",
      in: { a: {}, b: [{ n: 0 }, { n: 1 }, { n: 2 }, { n: 3 }] },
      actions: [
        { target: "$.a", remove: true },
        { target: "$.b[3,0,1]", remove: true },
      ],
      out: { b: [{ n: 2 }] },
    },
    {
      name: "remove wins over update",
      in: { a: {}, b: 1 },
      actions: [{ target: "$.a", update: { c: 1 }, remove: true }],
      out: { b: 1 },
    },
    {
      name: "what is removed in one action can be made anew in the next",
      in: { p: { type: "array", x: { y: 1 } } },
      actions: [
        { target: "$.p", remove: true },
        { target: "$", update: { p: { type: ["array", "string"] } } },
      ],
      out: { p: { type: ["array", "string"] } },
    },
    {
      name: "a path that selects a place and what it holds changes both",
      in: { a: { t: 1, a: { t: 1 } } },
      actions: [{ target: "$..a", update: { seen: true } }],
      out: { a: { t: 1, a: { t: 1, seen: true }, seen: true } },
    },
    {
      name: "a place that is selected twice is changed once",
      in: { a: { l: [1] } },
      actions: [{ target: "$['a','a']", update: { l: [2] } }],
      out: { a: { l: [1, 2] } },
    },
    {
      name: "filters, wildcards and several names select many",
      in: { p: { a: { type: "string" }, b: { type: "number" }, c: { type: "string" } } },
      actions: [
        { target: "$.p[?@.type == 'string']", update: { s: 1 } },
        { target: "$.p.*", update: { w: 1 } },
        { target: "$.p['a','b']", update: { m: 1 } },
      ],
      out: {
        p: {
          a: { type: "string", s: 1, w: 1, m: 1 },
          b: { type: "number", w: 1, m: 1 },
          c: { type: "string", s: 1, w: 1 },
        },
      },
    },
    {
      name: "names with quotes, backslashes, controls and slashes are found",
      in: { "it's": { '"\\': { "\u0001\n/~": {} } } },
      actions: [{ target: "$.*.*.*", update: { found: true } }],
      out: { "it's": { '"\\': { "\u0001\n/~": { found: true } } } },
    },
    {
      name: "x- members of an overlay are its own affair",
      in: { a: {} },
      actions: [{ target: "$.a", update: { b: 1 }, "x-why": "because" }],
      out: { a: { b: 1 } },
    },
  ];
  test.each(cases)("$name", ({ in: document, actions, out }) => {
    const before = JSON.stringify(document);
    const result = apply(document, overlayOf(...actions));
    expect(JSON.stringify(result)).toBe(JSON.stringify(out));
    expect(JSON.stringify(document)).toBe(before);
  });

  test("nothing is mutated, not even deep inside", () => {
    const freeze = (value: Json): Json => {
      if (typeof value === "object" && value !== null) Object.values(Object.freeze(value)).forEach(freeze);
      return value;
    };
    const document = freeze(stampOrigins({ a: { b: { c: [1] } } }, "x.json"));
    const overlay = freeze(stampOrigins(overlayOf({ target: "$.a.b", update: { c: [2], d: {} } }), "o.json"));
    expect(annotate(document, overlay, "o.json")).toEqual(annotate(document, overlay, "o.json"));
    expect(JSON.stringify(document)).toBe(`{"a":{"b":{"c":[1]}}}`);
  });

  test("__proto__ in an update is a member, and pollutes nothing", () => {
    const overlay = JSON.parse(
      `{ "overlay": "1.0.0", "info": { "title": "t", "version": "1" }, "actions": [
        { "target": "$.a", "update": { "__proto__": { "polluted": 1 }, "constructor": { "prototype": { "polluted": 1 } } } },
        { "target": "$.a['__proto__']", "update": { "more": 2 } } ] }`,
    ) as Json;
    const result = apply({ a: { b: 1 } }, overlay);
    expect(JSON.stringify(result)).toBe(
      `{"a":{"b":1,"__proto__":{"polluted":1,"more":2},"constructor":{"prototype":{"polluted":1}}}}`,
    );
    expect(Object.getPrototypeOf(resolvePointer(result, "/a"))).toBe(Object.prototype);
    expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
  });

  test("the bundled overlay: the server's members are readOnly, `detailed` comes with a submission", () => {
    const [document, overlay] = ["schema", "overlay"].map((kind) =>
      JSON.parse(readFileSync(`schemas/civitai-workflow.${kind}.json`, "utf8")),
    );
    const result = apply(document, overlay);
    const readOnly = ["id", "status", "createdAt", "startedAt", "completedAt", "cost"].map(
      (name) => `/properties/${name}`,
    );
    const inSteps = ["status", "jobs"].map((name) => `/properties/steps/items/properties/${name}`);
    for (const at of [...readOnly, ...inSteps]) expect(resolvePointer(result, `${at}/readOnly`), at).toBe(true);
    expect(resolvePointer(result, "/properties/detailed/writeOnly")).toBe(true);
    expect(resolvePointer(result, "/properties/tags/readOnly")).toBeUndefined();
  });
});

const real = "../shared/real/civitai-orchestration-openapi.json";

describe.skipIf(!existsSync(real))(`the official document${existsSync(real) ? "" : " (skipped: no real data)"}`, () => {
  const [document, overlay] = existsSync(real)
    ? [real, "schemas/civitai-orchestration.overlay.json"].map((file) => JSON.parse(readFileSync(file, "utf8")) as Json)
    : [];
  const schemas = existsSync(real)
    ? plain(resolvePointer(apply(document ?? {}, overlay ?? {}), "/components/schemas"))
    : {};
  const at = (pointer: string): Json | undefined => resolvePointer(schemas, pointer);

  test("every correction finds its place, and what the server does without is not required", () => {
    const unneeded = {
      "/WorkflowTemplate": ["currencies"],
      "/Flux1SdCppImageGenInput/allOf/1": ["clipLModel", "diffuserModel", "t5XXLModel", "vaeModel"],
      "/MiniMaxH3VideoGenInput/allOf/1": ["aspectRatio"],
      "/SeedanceVideoGenInput/allOf/1": ["aspectRatio"],
      "/ImageOutputFormat": ["hideMetadata"],
      "/Krea2FalImageGenInput/allOf/1": ["imageStyleReferences"],
      "/QwenApiImageGenInput/allOf/1": ["width", "height"],
      "/Veo3VideoGenInput/allOf/1": ["generateAudio"],
    };
    for (const [place, names] of Object.entries(unneeded)) {
      for (const name of names) {
        expect(at(`${place}/required`), place).not.toContain(name);
        expect(at(`${place}/properties/${name}`), `${place} ${name}`).toBeDefined();
      }
    }
    expect(at("/WorkflowTemplate/required")).toEqual(["steps"]);
  });

  test("the wire's own spelling, links, texts and parts", () => {
    expect(at("/ComfyNode/required")).toEqual(["inputs", "class_type"]);
    expect(at("/ComfyNode/properties/classType")).toBeUndefined();
    expect(at("/ComfyNode/properties/inputs/additionalProperties/oneOf/3/prefixItems")).toEqual([
      { type: "string" },
      { type: "integer" },
    ]);
    expect(JSON.stringify(at("/UserMessage/allOf/1/properties/content"))).toContain('"type":"string"');
    expect(at("/ChatCompletionContentPart/properties/image_url")).toEqual(
      at("/ChatCompletionContentPart/properties/imageUrl"),
    );
  });

  test("nothing is of the type null alone", () => {
    expect(JSON.stringify(document)).toContain('"type":"null"');
    expect(JSON.stringify(schemas)).not.toContain('"type":"null"');
  });
});

describe("origins", () => {
  const document = { list: [{ a: {} }, { b: {} }], "x/y": { z: {} } };
  const overlay = overlayOf(
    { target: "$.list[0]", remove: true },
    { target: "$['x/y','list'][?@]", update: { added: {} } },
  );

  test("merged objects keep the schema's, new ones have the overlay's, all know where they are now", () => {
    const result = apply(document, overlay);
    const overlaid = [{ at: "/added", place: { file: "o.json", pointer: "/actions/1/update/added" }, isWhole: true }];
    const first = { file: "x.json", pointer: "/list/1", at: "/list/0", overlaid };
    const second = { file: "x.json", pointer: "/x~1y/z", at: "/x~1y/z", overlaid };
    expect(originOf(resolvePointer(result, "/list/0"))).toEqual(first);
    expect(originOf(resolvePointer(result, "/x~1y/z"))).toEqual(second);
    expect(originOf(resolvePointer(result, "/x~1y/z/added"))).toEqual({
      file: "o.json",
      pointer: "/actions/1/update/added",
      at: "/x~1y/z/added",
    });
    expect(originOf(resolvePointer(result, "/list/0/added"))?.at).toBe("/list/0/added");
    expect(originOf(result)).toEqual({ file: "x.json", pointer: "", at: "" });
  });

  test("and an object knows which of its members are the overlay's", () => {
    const list = { a: { type: "string", enum: ["x"], more: {} } };
    const changes = overlayOf(
      { target: "$.a", update: { type: "text", enum: ["y"], fresh: [1], more: { deep: true }, same: {} } },
      { target: "$.a.enum", update: "z" },
    );
    const { overlaid } = originOf(resolvePointer(apply(list, changes), "/a")) ?? {};
    const at = (pointer: string, action: string, isWhole = true) => ({
      at: pointer,
      place: { file: "o.json", pointer: `/actions/${action}` },
      isWhole,
    });
    expect(overlaid).toEqual([
      at("/type", "0/update/type"),
      at("/enum", "0/update/enum", false),
      at("/enum/1", "0/update/enum/0"),
      at("/fresh", "0/update/fresh"),
      at("/same", "0/update/same"),
      at("/enum", "1/update", false),
      at("/enum/2", "1/update"),
    ]);
    expect(originOf(resolvePointer(apply(list, changes), "/a/more"))?.overlaid).toEqual([
      at("/deep", "0/update/more/deep"),
    ]);
  });

  test("without an overlay too", () => {
    const result = annotate(stampOrigins(document, "x.json"), undefined, "");
    expect(originOf(resolvePointer(result, "/list/1/b"))).toEqual({
      file: "x.json",
      pointer: "/list/1/b",
      at: "/list/1/b",
    });
  });
});

describe("a wrong overlay is reported at its place", () => {
  const document = { a: { l: [1], o: {}, s: "x" } };
  const update = { b: 1 };
  const doubling = { target: "$.a.l[1]..[*]", update: [] };
  const cases: readonly { name: string; in: Json; out: readonly string[] }[] = [
    ...(
      [
        ["$..*..*..*..*..*", "it has more than 4 descents (..)"],
        ["$..[?$..x]", "it goes down everywhere (..) from many places"],
        ["$[*,*][*,*][*,*][*,*][*,*]", "it has more than 4 lists of selectors that are no names"],
        ["$..[?match(@.s, '(a+)+\"')]", `some text keeps its pattern "(a+)+\\"" busy for years`],
        ['$[?search(@.s, "(a|a)*b")]', `some text keeps its pattern "(a|a)*b" busy for years`],
        ["$[?search(@.s, $.s)]", "a pattern of match or search has to be written out, as a text in quotes"],
      ] as const
    ).map(([target, why]) => ({
      name: `a target that may take for ever: ${target}`,
      in: overlayOf({ target, update }),
      out: [`/actions/0/target SW157 "${target}" may take for ever: ${why}`],
    })),
    {
      name: "a target with a pattern, and with what only looks like one that may take for ever",
      in: overlayOf({ target: "$[?match(@.s, 'y+') && @['(a+)+..'] == 'search($..b..c..d..e..f)']", update }),
      out: [
        `/actions/0/target SW132 "$[?match(@.s, 'y+') && @['(a+)+..'] == 'search($..b..c..d..e..f)']" matches nothing in the schema`,
      ],
    },
    {
      name: "actions that double what is there, until there is no more room",
      in: overlayOf({ target: "$.a.l", update: [[]] }, ...Array.from({ length: 40 }, () => doubling)),
      out: ["/actions/17/target SW135 the overlay adds more than 100000 values"],
    },
    {
      name: "a target that matches nothing",
      in: overlayOf({ target: "$.b", update }),
      out: [`/actions/0/target SW132 "$.b" matches nothing in the schema`],
    },
    {
      name: "every action is looked at",
      in: overlayOf({ target: "$.b", update }, { target: "$.a", update }, { target: "$.a[", update }),
      out: [
        `/actions/0/target SW132 "$.b" matches nothing in the schema`,
        `/actions/2/target SW131 "$.a[" is not a JSONPath: `,
      ],
    },
    {
      name: "no JSONPath",
      in: overlayOf({ target: "a.b", update }),
      out: [`/actions/0/target SW131 "a.b" is not a JSONPath: there is no "a" at character 1`],
    },
    {
      name: "a plain value selected",
      in: overlayOf({ target: "$.a.s", update }),
      out: [`/actions/0/target SW133 "$.a.s" selects a string at #/a/s, but an update changes objects and arrays`],
    },
    {
      name: "values that do not go together, each place once",
      in: overlayOf({ target: "$['a','a']", update: { l: {}, o: [], s: ["y"], n: 1 } }, { target: "$.a", update: "x" }),
      out: [
        "/actions/0/update/l SW134 an object cannot be merged into an array",
        "/actions/0/update/o SW134 an array cannot be merged into an object",
        "/actions/0/update/s SW134 an array cannot be merged into a string",
        "/actions/1/update SW134 a string cannot be merged into an object",
      ],
    },
    {
      name: "the whole document removed",
      in: overlayOf({ target: "$", remove: true }),
      out: ["/actions/0/target SW130 not an OpenAPI Overlay 1.0: an action removes the whole document"],
    },
    {
      name: "not an object",
      in: ["x"],
      out: [" SW130 not an OpenAPI Overlay 1.0: an object is expected here, not an array"],
    },
    {
      name: "missing members",
      in: {},
      out: ["overlay", "info", "actions"].map((key) => ` SW130 not an OpenAPI Overlay 1.0: "${key}" is missing`),
    },
    {
      name: "another version",
      in: { overlay: "1.1.0", info, actions: [{ target: "$.a", update }] },
      out: [`/overlay SW130 not an OpenAPI Overlay 1.0: the version is "1.1.0", and only 1.0 is read`],
    },
    {
      name: "no action",
      in: overlayOf(),
      out: ["/actions SW130 not an OpenAPI Overlay 1.0: there is no action in it"],
    },
    {
      name: "members of the wrong type, and unknown ones",
      in: {
        overlay: "1.0.0",
        info: { title: 1, version: "1" },
        extend: "x",
        actions: [{ target: 1, remove: "true" }, "x"],
      },
      out: [
        `/extend SW120 unknown key "extend"`,
        `/info/title SW130 not an OpenAPI Overlay 1.0: "title" must be of type string, not 1`,
        `/actions/0/target SW130 not an OpenAPI Overlay 1.0: "target" must be of type string, not 1`,
        `/actions/0/remove SW130 not an OpenAPI Overlay 1.0: "remove" must be of type boolean, not "true"`,
        `/actions/1 SW130 not an OpenAPI Overlay 1.0: an object is expected here, not "x"`,
      ],
    },
    {
      name: "an action that does nothing",
      in: overlayOf({ target: "$.a", remove: false }),
      out: ["/actions/0 SW130 not an OpenAPI Overlay 1.0: an action needs update or remove: true"],
    },
  ];
  test.each(cases)("$name", ({ in: overlay, out }) => {
    const { diagnostics } = failure(() => apply(document, overlay));
    const found = diagnostics.map(({ place, code, message }) => `${place?.pointer} ${code} ${message}`);
    expect(found).toEqual(out.map((expected) => expect.stringMatching(new RegExp(`^${escape(expected)}`))));
    expect(diagnostics.every(({ place }) => place?.file === "o.json")).toBe(true);
    expect(exitCodeOf(diagnostics)).toBe(2);
  });

  test("nesting that an overlay makes too deep ends in a diagnostic", () => {
    const nested = (levels: number): Json => (levels === 0 ? {} : { n: nested(levels - 1) });
    const inner = `$${".n".repeat(150)}`;
    const { diagnostics } = failure(() => apply(nested(150), overlayOf({ target: inner, update: nested(150) })));
    expect(diagnostics.map(({ code, place }) => `${code} ${place?.file}`)).toEqual(["SW206 o.json"]);
  });
});

describe("JSON Pointers", () => {
  const cases: readonly { in: string; out: readonly string[] }[] = [
    { in: "", out: [] },
    { in: "#", out: [] },
    { in: "#/", out: [""] },
    { in: "#/a/b~1c", out: ["a", "b/c"] },
    { in: "/~01/~10/%25", out: ["~1", "/0", "%25"] },
  ];
  test.each(cases)("$in", ({ in: pointer, out }) => {
    expect(parsePointer(pointer)).toEqual(out);
    expect(formatPointer(out)).toBe(pointer.replace("#", ""));
  });

  test("what is none", () => {
    for (const text of ["a", "#a", "##/a", "/~", "/~2", "#/a~"]) {
      expect(isPointer(text), text).toBe(false);
      expect(() => parsePointer(text), text).toThrow(SyntaxError);
      expect(resolvePointer({ a: 1 }, text), text).toBeUndefined();
    }
  });

  test("resolving looks at own members and real indices only", () => {
    const value: Json = { a: [{ b: null }, false], "": 1, "x/y": 2 };
    expect(resolvePointer(value, "#/a/0/b")).toBe(null);
    expect(resolvePointer(value, "/a/1")).toBe(false);
    expect(resolvePointer(value, "/")).toBe(1);
    expect(resolvePointer(value, "/x~1y")).toBe(2);
    expect(resolvePointer(value, "#")).toBe(value);
    for (const pointer of ["/a/2", "/a/-", "/a/01", "/a/length", "/constructor", "/__proto__", "/a/1/x", "/a/0/b/c"]) {
      expect(resolvePointer(value, pointer), pointer).toBeUndefined();
    }
  });
});

function failure(work: () => unknown): Failure {
  try {
    work();
  } catch (error) {
    if (error instanceof Failure) return error;
    throw error;
  }
  throw new Error("nothing was thrown");
}

const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
