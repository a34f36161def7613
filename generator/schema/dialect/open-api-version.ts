/**
 * The part of rule **dialect** that tells OpenAPI documents apart by the version that they name.
 */
import { diagnostic, type Diagnostic } from "../../diagnostics.js";
import type { JsonObject } from "../../json/json-schema.js";

export const isOpenApi30 = ({ openapi }: JsonObject): boolean => /^3\.0(?:\.|$)/.test(String(openapi));
const isOpenApi31 = ({ openapi }: JsonObject): boolean => /^3\.1(?:\.|$)/.test(String(openapi));

/** Why a version cannot be read; nothing where it can. */
export function versionProblems(document: JsonObject, file: string): readonly Diagnostic[] {
  const { openapi, swagger, jsonSchemaDialect } = document;
  if (openapi === undefined) {
    const hint = "convert it to OpenAPI 3.0 or 3.1 first, with a tool such as swagger2openapi";
    return [diagnostic("SW202", { file, pointer: "/swagger" }, { dialect: `Swagger ${String(swagger)}`, hint })];
  }
  if (isOpenApi30(document)) return [];
  if (!isOpenApi31(document)) {
    const hint = "OpenAPI 3.0 and 3.1 are";
    return [diagnostic("SW202", { file, pointer: "/openapi" }, { dialect: `OpenAPI ${String(openapi)}`, hint })];
  }
  if (jsonSchemaDialect === undefined || schemaDialects.test(String(jsonSchemaDialect))) return [];
  const hint = "leave `jsonSchemaDialect` out: OpenAPI's own is JSON Schema 2020-12";
  const place = { file, pointer: "/jsonSchemaDialect" };
  return [diagnostic("SW202", place, { dialect: String(jsonSchemaDialect), hint })];
}

/** OpenAPI's own dialect, undated and dated, and the one that it extends. */
const schemaDialects =
  /^https:\/\/(?:spec\.openapis\.org\/oas\/3\.1\/dialect\/[\w-]+|json-schema\.org\/draft\/2020-12\/schema#?)$/;
