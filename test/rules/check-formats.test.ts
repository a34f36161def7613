import { describe, expect, test } from "vitest";
import type { Contract } from "#generator/contract.js";
import type { Diagnostic } from "#generator/diagnostics.js";
import type { Definitions, Json } from "#generator/json/json-schema.js";
import { stampOrigins } from "#generator/load/stamp.js";
import { checkFormats } from "#generator/schema/check-formats.js";
import type { Context } from "#generator/schema/context.js";

/** The severity, the sentence and the place of everything that is found. */
function found($defs: Json, unknownFormats?: Contract["unknownFormats"]): readonly string[] {
  const problems: Diagnostic[] = [];
  const context = {
    inputs: { contract: { ...(unknownFormats && { unknownFormats }) } },
    problems,
  } as unknown as Context;
  const schema = stampOrigins({ $defs }, "x.json") as unknown as { readonly $defs: Definitions };
  checkFormats(schema, context);
  return problems.map(({ severity, message, place }) => `${severity} ${message} ${place?.pointer}`);
}

describe("a format that nothing checks", () => {
  const cases: readonly { name: string; in: Json; policy?: Contract["unknownFormats"]; out: readonly string[] }[] = [
    {
      name: "is a warning with its first place and how often it is used",
      in: {
        A: { properties: { a: { format: "binary" }, b: { items: { format: "binary" } } } },
        B: { format: "colour" },
      },
      out: [
        'warning nothing checks the format "binary", which is used 2 times /$defs/A/properties/a/format',
        'warning nothing checks the format "colour", which is used once /$defs/B/format',
      ],
    },
    {
      name: "is an error where the contract says so, one a format",
      in: { A: { properties: { a: { format: "binary" }, b: { format: "binary" } } }, B: { format: "iri" } },
      policy: "error",
      out: [
        'error nothing checks the format "binary", which is used 2 times /$defs/A/properties/a/format',
        'error nothing checks the format "iri", which is used once /$defs/B/format',
      ],
    },
    {
      name: "is worth no warning when the standard defines it",
      in: { A: { format: "idn-email" }, B: { format: "iri-reference" }, C: { format: "uri-template" } },
      policy: "annotation",
      out: [],
    },
    {
      name: "is not one that is checked, nor data that looks like one",
      in: { A: { format: "date-span" }, B: { format: "int64", default: { format: "no" }, enum: [{ format: "no" }] } },
      policy: "error",
      out: [],
    },
  ];
  test.each(cases)("$name", (each) => expect(found(each.in, each.policy)).toEqual(each.out));

  test("counts a place once that the canonical schema has twice", () => {
    const problems: Diagnostic[] = [];
    const { A } = stampOrigins({ A: { format: "colour" } }, "x.json") as { readonly A: { readonly format: string } };
    checkFormats({ $defs: { A, ARequest: { ...A } } }, { inputs: { contract: {} }, problems } as unknown as Context);
    expect(problems.map(({ message }) => message)).toEqual(['nothing checks the format "colour", which is used once']);
  });
});
