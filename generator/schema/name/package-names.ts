/** The names that every emitted package has of its own, so that nothing of the schema's may have them. */

/** Its types; `ValidationError` is a class. */
export const packageTypeNames: ReadonlySet<string> = new Set([
  "Issue",
  "ParseOptions",
  "SafeParseResult",
  "StandardResult",
  "StandardSchema",
  "ValidationError",
]);

/** Its functions beside those of the entries and the steps. */
export const packageFunctions = ["formatIssues"] as const;

/** What a package with steps exports beside its factories. */
export const stepExports = ["isStep", "matchStep", "UnhandledStepError"] as const;

/** The same of a package whose steps may refer to each other. */
export const stepRefExports = ["stepRef", "UnnamedStepError"] as const;
