/** Names in AJV's code, as data: what the emitted code has to say in place of each. */
import type { Json } from "../../../json/json-schema.js";

/** What a free name in AJV's code stands for. */
export type Meaning =
  | { readonly kind: "call"; readonly target: string }
  | { readonly kind: "pattern"; readonly source: string }
  | { readonly kind: "list"; readonly values: readonly Json[] }
  | { readonly kind: "runtime"; readonly name: string }
  | { readonly kind: "hasOwn" };
