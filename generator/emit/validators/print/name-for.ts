/** The text in a module for a name that is free in AJV's code. */
import type { Meaning } from "../ajv/meaning.js";
import type { Scope } from "./scope.js";

export const nameFor =
  (scope: Scope) =>
  (meaning: Meaning): string => {
    switch (meaning.kind) {
      case "call":
        return scope.guard(meaning.target);
      case "pattern":
        return scope.pattern(meaning.source);
      case "list":
        return scope.list(meaning.values);
      case "runtime":
        return scope.runtime(meaning.name);
      case "hasOwn":
        return "Object.hasOwn";
    }
  };
