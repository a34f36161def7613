/**
 * The formats that are checked, with the function of the runtime that does it and the type it applies to
 * (JSON Schema 2020-12, validation 7.3, and OpenAPI's numeric ones). All others are annotations.
 */
export interface FormatFunction {
  readonly name: string;
  readonly type: "string" | "number";
}

export const formatFunctions: ReadonlyMap<string, FormatFunction> = new Map<string, FormatFunction>([
  ["date", { name: "isDate", type: "string" }],
  ["date-span", { name: "isDateSpan", type: "string" }],
  ["date-time", { name: "isDateTime", type: "string" }],
  ["double", { name: "isDouble", type: "number" }],
  ["duration", { name: "isDuration", type: "string" }],
  ["email", { name: "isEmail", type: "string" }],
  ["float", { name: "isFloat", type: "number" }],
  ["hostname", { name: "isHostname", type: "string" }],
  ["int32", { name: "isInt32", type: "number" }],
  ["int64", { name: "isInt64", type: "number" }],
  ["ipv4", { name: "isIpv4", type: "string" }],
  ["ipv6", { name: "isIpv6", type: "string" }],
  ["json-pointer", { name: "isJsonPointer", type: "string" }],
  ["regex", { name: "isRegex", type: "string" }],
  ["relative-json-pointer", { name: "isRelativeJsonPointer", type: "string" }],
  ["time", { name: "isTime", type: "string" }],
  ["uri", { name: "isUri", type: "string" }],
  ["uri-reference", { name: "isUriReference", type: "string" }],
  ["uuid", { name: "isUuid", type: "string" }],
]);
