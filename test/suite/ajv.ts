/**
 * A group's own schema and the documents it may refer to in; what AJV at run time says of a value out: a third opinion, on
 * what the generator has not touched.
 */
import { Ajv } from "ajv";
import { Ajv2019 } from "ajv/dist/2019.js";
import { Ajv2020 } from "ajv/dist/2020.js";
import type { Json } from "#generator/json/json-schema.js";
import { runtimeFormats } from "../support/oracle.js";
import type { Draft } from "./official-suite.js";

const dialects = { "draft2020-12": Ajv2020, "draft2019-09": Ajv2019, draft7: Ajv } as const;

/** A format means what the runtime checks. */
export async function ajvFor(
  draft: Draft,
  schema: Json,
  remotes: ReadonlyMap<string, Json>,
  { validateFormats }: { readonly validateFormats: boolean },
): Promise<(value: unknown) => boolean> {
  const ajv = new dialects[draft]({
    strict: false,
    ownProperties: true,
    logger: false,
    validateFormats,
    formats: await runtimeFormats(),
    schemas: Object.fromEntries([...remotes].map(([uri, document]) => [uri, document as object])),
  });
  return ajv.compile(schema as object);
}
