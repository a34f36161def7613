/** The keywords that ask something of a value, or say where a reference leads, by the dialect that first had them. */
import { dialects, type Dialect } from "./dialects.js";

const keywordsSince: Readonly<Partial<Record<Dialect, readonly string[]>>> = {
  "draft-06": ["$id", "const", "contains", "propertyNames"],
  "draft-07": ["if", "then", "else"],
  "2019-09": [
    ...["$anchor", "$recursiveAnchor", "$recursiveRef", "contentSchema", "dependentRequired", "dependentSchemas"],
    ...["maxContains", "minContains", "unevaluatedItems", "unevaluatedProperties"],
  ],
  "2020-12": ["$dynamicAnchor", "$dynamicRef", "prefixItems"],
};

/** What an earlier dialect does not know. */
export const laterThan = (dialect: Dialect): readonly string[] =>
  dialects.slice(dialects.indexOf(dialect) + 1).flatMap((later) => keywordsSince[later] ?? []);

/** The dialect that first had a keyword. */
export const beginningOf = (keyword: string): Dialect | undefined =>
  dialects.find((dialect) => keywordsSince[dialect]?.includes(keyword));
