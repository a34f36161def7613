/** A document in; whether it is one of OpenAPI, or a part of the one that refers to it, out. */
import { isObject, type Json, type JsonObject } from "../json/json-schema.js";

/** Of any version, Swagger's included. */
export const isOpenApi = (document: Json): document is JsonObject =>
  isObject(document) && ["openapi", "swagger"].some((key) => ["string", "number"].includes(typeof document[key]));

/** Whether a file says nothing of itself: then it is a part of the document that refers to it. */
export const isFragment = (file: Json): boolean => !isOpenApi(file) && !(isObject(file) && "$schema" in file);
