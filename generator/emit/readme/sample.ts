/** Values for examples: a canonical schema comes in, a small value that it takes goes out, or undefined where none is found. */
import {
  acceptsAll,
  refName,
  type Definitions,
  type Json,
  type Schema,
  type SchemaObject,
  type TypeName,
} from "../../json/json-schema.js";
import { formats } from "../../schema/reading/formats.js";
import { namesAll } from "../../schema/reading/names-all.js";
import type { Takes } from "../../schema/reading/takes.js";
import { referableValue } from "../../schema/step-references/step-references.js";
import { isTuple, tuplePlaces } from "../types/tuple-places.js";

interface Samples {
  /** @param extras how many properties an object gets beside the required ones, where it may have them. */
  (schema: Schema | undefined, extras?: number): Json | undefined;
}

/** A value that takes more steps to make is no example. */
const mostSteps = 2_000;
const deepest = 8;

/**
 * The schema's own words first (`const`, `examples`, `default`, `enum`), else the plainest value of its type; null only where
 * there is nothing else. Whether a value is one of the schema is not guessed from its keywords, but asked.
 */
export function samplesOf($defs: Definitions, takes: Takes): Samples {
  return (schema, extras = 0) => {
    let left = mostSteps;
    return valueOf(schema, extras, 0);

    function valueOf(schema: Schema | undefined, extras: number, depth: number): Json | undefined {
      if (typeof schema !== "object" || depth > deepest || --left < 0) return undefined;
      let isNullTaken = false;
      for (const value of candidates(schema, extras, depth)) {
        if (value === undefined || !takes(schema, value)) continue;
        if (value !== null) return value;
        isNullTaken = true;
      }
      return isNullTaken ? null : undefined;
    }

    function* candidates(schema: SchemaObject, extras: number, depth: number): Generator<Json | undefined> {
      const told = [schema.const, ...(schema.examples ?? []), schema.default, ...(schema.enum ?? [])];
      yield* told.filter((value) => value !== undefined && namesAll(schema, value, $defs));
      if (schema.$ref !== undefined) yield valueOf($defs[refName(schema.$ref)], extras, depth + 1);
      for (const branch of branchesOf(schema, $defs)) yield valueOf(branch, extras, depth + 1);
      yield* ofType(schema, extras, depth);
    }

    function* ofType(schema: SchemaObject, extras: number, depth: number): Generator<Json | undefined> {
      switch (namedType(schema)) {
        case "string":
          yield sampleString(schema);
          break;
        case "integer":
        case "number":
          yield sampleNumber(schema);
          break;
        case "boolean":
          yield* [true, false];
          break;
        case "null":
          yield null;
          break;
        case "array":
          yield sampleArray(schema, depth);
          break;
        case "object":
          for (const shape of shapes(schema, $defs)) {
            if (extras > 0) yield sampleObject(shape, extras, depth);
            yield sampleObject(shape, 0, depth);
          }
      }
    }

    function sampleArray(schema: SchemaObject, depth: number): Json | undefined {
      const { items, minItems = 0, maxItems = 1, uniqueItems = false } = schema;
      if (minItems > (uniqueItems ? 1 : longest)) return undefined;
      if (isTuple(schema)) return sampleTuple(schema, depth);
      const item = maxItems === 0 ? undefined : valueOf(items, 0, depth + 1);
      return item === undefined ? [] : Array.from({ length: Math.max(1, minItems) }, () => item);
    }

    /** Its required places. */
    function sampleTuple(schema: SchemaObject, depth: number): Json | undefined {
      const required = tuplePlaces(schema).places.filter(({ isOptional }) => !isOptional);
      const samples = required.map((place) => valueOf(place.schema, 0, depth + 1));
      return samples.every((value) => value !== undefined) ? samples : undefined;
    }

    function sampleObject({ properties = {}, required = [] }: SchemaObject, extras: number, depth: number) {
      const members: [string, Json][] = [];
      let free = extras;
      for (const [key, each] of Object.entries(properties)) {
        const isRequired = required.includes(key);
        if (!isRequired && free === 0) continue;
        const value = valueOf(each, 0, depth + 1);
        if (value === undefined || !(isRequired || isTelling(value))) continue;
        if (!isRequired) free -= 1;
        members.push([key, value]);
      }
      return Object.fromEntries(members);
    }
  };
}

function namedType({ type }: SchemaObject): TypeName | undefined {
  return typeof type === "string" ? type : (type?.find((each) => each !== "null") ?? type?.[0]);
}

/** An object as it is, then with what each of its branches says of its properties beside that. */
function shapes(schema: SchemaObject, $defs: Definitions): readonly SchemaObject[] {
  const branches = branchesOf(schema, $defs).filter((branch) => typeof branch === "object");
  return [schema, ...branches.map((branch) => together(schema, branch))];
}

/**
 * The choices that a type tells: none where one of them takes anything. An example of a step reference would be a call of `stepRef`.
 */
function branchesOf(schema: SchemaObject, $defs: Definitions): readonly Schema[] {
  const branches = schema.oneOf ?? [referableValue(schema, $defs) ?? schema.anyOf ?? []].flat();
  return branches.some(acceptsAll) ? [] : branches;
}

const together = (one: SchemaObject, other: SchemaObject): SchemaObject => ({
  properties: { ...one.properties, ...other.properties },
  required: [...(one.required ?? []), ...(other.required ?? [])],
});

function sampleString({ format, minLength = 0, maxLength = 1 }: SchemaObject): string | undefined {
  if (format !== undefined) return formats.get(format)?.sample;
  if (minLength > longest) return undefined;
  return maxLength === 0 ? "" : "…".repeat(Math.max(1, minLength));
}

/** A longer text, or a longer list, is no example. */
const longest = 16;

/** The smallest that is allowed where there is such a bound, else 1 or what is nearest to it. */
function sampleNumber({
  minimum = -Infinity,
  exclusiveMinimum = -Infinity,
  maximum = Infinity,
  exclusiveMaximum = Infinity,
  multipleOf = 1,
}: SchemaObject): number | undefined {
  const least = Math.max(Math.ceil(minimum), Math.floor(exclusiveMinimum) + 1);
  const most = Math.min(Math.floor(maximum), Math.ceil(exclusiveMaximum) - 1);
  const from = Number.isFinite(least) ? least : Math.min(1, most);
  const value = Number.isInteger(multipleOf) ? Math.ceil(from / multipleOf) * multipleOf : from;
  return value <= most ? value : undefined;
}

/** Whether a value shows something: null and what is empty do not. */
const isTelling = (value: Json): boolean =>
  typeof value !== "object" || (value !== null && Object.keys(value).length > 0);
