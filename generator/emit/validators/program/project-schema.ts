/**
 * One schema of the canonical schema → the same schema as AJV reads it (`ProjectedSchema`): keywords that say nothing about
 * validity are gone, and what is called rather than written in place is the name of a function.
 */
import {
  refName,
  widening,
  type Definitions,
  type Discriminator,
  type Json,
  type Schema,
  type SchemaObject,
} from "../../../json/json-schema.js";
import { referableValue, stepReference } from "../../../schema/step-references/step-references.js";
import type { Kind } from "../../../schema/reading/kinds.js";
import { isAssertion } from "../../../schema/reading/fidelity.js";
import { without } from "../../../schema/reading/walk.js";
import { isCompound, structureOf, asOneList } from "./constants.js";
import { withoutFalseCase } from "./false-case.js";
import { withForbidden } from "./forbidden.js";
import { withoutImplied } from "./implied.js";
import { contents, type Branch, type Choice, type Projected, type ProjectedSchema } from "./program.js";

/** Where a schema that is called gets its function from. */
export interface Functions {
  named(definition: string): string;
  unnamed(schema: Schema): string;
  /** The kinds of value that a schema may take. */
  kindsOf(schema: Schema): readonly Kind[];
  /** Whether a schema may take an object that looks like a step reference. */
  takesReferences(schema: Schema): boolean;
}

export function projectSchema(schema: SchemaObject, functions: Functions): ProjectedSchema {
  const asserted = assertionsOf(schema);
  const referable = referableValue(asserted);
  if (referable !== undefined && Object.keys(asserted).length === 1) {
    functions.named(stepReference);
    return {
      [functions.takesReferences(referable) ? "unlessReference" : "orReference"]: projectSchema(referable, functions),
    };
  }
  const { union, rest } = splitUnion(withForbidden(withoutFalseCase(withoutImplied(asOneList(asserted)))));
  const { $ref, allOf = [], const: constant, ...others } = rest;
  const lastly = allOf.filter(isLast);
  const call = [
    ...($ref === undefined ? [] : [functions.named(refName($ref))]),
    ...allOf.filter((part) => !isLast(part)).map(functionFor),
    ...(union === undefined ? [] : [functions.unnamed(union)]),
    ...(isCompound(constant) ? [functions.unnamed(structureOf(constant))] : []),
  ];
  return {
    ...(call.length > 0 && { call }),
    ...(lastly.length > 0 && { lastly: lastly.map(functionFor) }),
    ...(constant !== undefined && !isCompound(constant) && { const: constant }),
    ...Object.fromEntries(Object.entries(others).map(([keyword, value]) => [keyword, projectKeyword(keyword, value)])),
  };

  function projectKeyword(keyword: string, value: unknown): unknown {
    switch (contents.get(keyword)) {
      case "schemas by key":
        return byKey(value as Definitions, inPlace);
      case "schema":
        return inPlace(value as Schema);
      case "schemas":
        return (value as Schema[]).map(inPlace);
      case "branches":
        return (value as Schema[]).map(branch);
      case "branch":
        return branch(value as Schema);
      case "function":
        return functionFor(value as Schema);
      case "functions by key":
        return byKey(value as Definitions, functionFor);
      case "choices":
        return (value as Json[]).map(choice);
      default:
        return value;
    }
  }

  /** What has to know whether anything is wrong with the value is a function of its own. */
  function inPlace(child: Schema): Projected {
    if (typeof child === "boolean") return child;
    return child.allOf?.some(isLast) ? { call: [functions.unnamed(child)] } : projectSchema(child, functions);
  }

  function branch(child: Schema): Branch {
    const { type, ...others } = typeof child === "object" ? assertionsOf(child) : {};
    return type !== undefined && Object.keys(others).length === 0
      ? { types: [type].flat() }
      : { call: functionFor(child), kinds: functions.kindsOf(child) };
  }

  /** The function for a schema; one that only refers to a definition is that definition's. */
  function functionFor(child: Schema): string {
    const { $ref, ...others } = typeof child === "object" ? assertionsOf(child) : {};
    const isReference = $ref !== undefined && Object.keys(others).length === 0;
    return isReference ? functions.named(refName($ref)) : functions.unnamed(child);
  }

  function choice(value: Json): Choice {
    return isCompound(value) ? { value, call: functions.unnamed(structureOf(value)) } : { value };
  }
}

const isLast = (part: Schema): boolean => typeof part === "object" && part.$comment === widening;

const byKey = <Value>(schemas: Definitions, project: (schema: Schema) => Value): Readonly<Record<string, Value>> =>
  Object.fromEntries(Object.entries(schemas).map(([key, schema]) => [key, project(schema)]));

type TaggedUnion = SchemaObject & { readonly discriminator: Discriminator };

/** A tagged union, and what stands beside it but for the type that every union of objects implies. */
export function splitUnion(schema: SchemaObject): { readonly union?: TaggedUnion; readonly rest: SchemaObject } {
  const { oneOf, discriminator } = schema;
  if (oneOf === undefined || discriminator === undefined) return { rest: without(schema, "discriminator") };
  const implied = schema.type === "object" ? ["type"] : [];
  return { union: { oneOf, discriminator }, rest: without(schema, "oneOf", "discriminator", ...implied) };
}

/** Words and what the standard does not know say nothing about validity. */
export function assertionsOf(schema: SchemaObject): SchemaObject {
  return Object.fromEntries(Object.entries(schema).filter(([keyword]) => isAssertion(keyword)));
}
