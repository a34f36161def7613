/** The types that every emitted package has of its own, so that none of the schema's may have their names. */
export const packageTypeNames: ReadonlySet<string> = new Set([
  "Issue",
  "ParseOptions",
  "SafeParseResult",
  "StandardResult",
  "StandardSchema",
  "ValidationError",
]);
