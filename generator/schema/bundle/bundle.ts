/**
 * Rule **bundle**: every `$ref` (by pointer, `$anchor`, `$id` or file) becomes `#/$defs/<location>`, and what it names
 * becomes that entry. In: documents. Out: one schema that holds all that the contract's entries reach, and no more.
 */
import {
  isObject,
  refTo,
  type Definitions,
  type Json,
  type Schema,
  type SchemaObject,
} from "../../json/json-schema.js";
import { resolvePointer } from "../../json/pointer.js";
import type { Context } from "../context.js";
import { holders, isSchema, keepOrigin, mapSubschemas, without } from "../reading/walk.js";
import { addressesIn } from "./addresses.js";
import { schemaAt } from "./contract-pointers.js";
import { outermostIn } from "./dynamic-scope.js";
import { partsOf, resolver, type Target } from "./resolver.js";
import { indexResources, retrievalUri } from "./resources.js";

/** Keyed by location (`#/properties/steps`, `common.json#/$defs/Money`), in the order in which they were reached. */
export interface Bundle {
  readonly $defs: Definitions;
}

/** What says where references lead. */
const followed = ["$id", "$anchor", "$dynamicAnchor", "$recursiveAnchor", "$schema", "$comment"];

export function bundle(annotated: Json, context: Context): Bundle {
  const resources = indexResources(annotated, context.inputs);
  const addresses = addressesIn(context.inputs, resources);
  const { fileUri, urisOf } = addresses;
  const resolve = resolver(annotated, context, resources, addresses);
  const found = new Map<string, Schema>();
  const waiting = entryTargets(annotated, context);
  const outermost = outermostIn(
    waiting.map(({ schema }) => schema),
    {
      read: (schema) => resources.read(schema, fileUri(schema)),
      resourceOf: (schema) => resources.baseOf(schema, fileUri(schema)),
      // What leads nowhere is told where it is reached.
      resolve: resolver(annotated, { ...context, problems: [] }, resources, addresses),
      resources,
    },
  );
  reachAll();
  // Last, so that a constant moves no type.
  waiting.push(...constantTargets());
  reachAll();
  return { $defs: Object.fromEntries(found) };

  function reachAll(): void {
    // The list grows while it is read.
    for (const next of waiting) {
      if (found.has(next.location)) continue;
      found.set(next.location, next.schema);
      const wrong = resources.problemsOf(next.schema, isObject(next.schema) ? fileUri(next.schema) : "");
      for (const each of wrong) context.problems.push(each);
      if (wrong.length === 0) found.set(next.location, rewrite(next.schema));
    }
  }

  /** In the schema, or in a file of which something is reached: any other may be data. */
  function constantTargets(): readonly Target[] {
    return Object.entries(context.inputs.contract.constants ?? {}).flatMap(([name, at]) => {
      if (at.startsWith("#")) return target(annotated, at, `/constants/${name}`, context);
      const path = at.slice(0, at.indexOf("#"));
      const file = resources.byUri.get(retrievalUri(path));
      const isReached = [...found.keys()].some((location) => location.startsWith(`${path}#`));
      const schema = file && isReached ? resolvePointer(file.root, at.slice(path.length)) : undefined;
      return isSchema(schema) ? [{ location: at, schema }] : [];
    });
  }

  function rewrite(published: Schema): Schema {
    if (typeof published === "boolean") return published;
    const schema = resources.read(published, fileUri(published), outermost);
    const fixed = schema.$ref === undefined ? staticReference(schema, published) : undefined;
    const { $ref = fixed, discriminator } = schema;
    const mapping = Object.entries(discriminator?.mapping ?? {}).map(([tag, ref]) => [
      tag,
      follow(ref, published, ["discriminator", "mapping", tag]),
    ]);
    const rewritten = without(
      mapSubschemas(without(schema, ...holders), rewrite),
      ...followed,
      ...(fixed === undefined ? [] : ["$dynamicRef"]),
    );
    if ($ref === undefined && discriminator === undefined) return rewritten;
    return {
      ...rewritten,
      ...($ref !== undefined && { $ref: follow($ref, published, [fixed === undefined ? "$ref" : "$dynamicRef"]) }),
      ...(discriminator && {
        // Its other members are ours to write.
        discriminator: keepOrigin(
          { propertyName: discriminator.propertyName, mapping: Object.fromEntries(mapping) },
          discriminator,
        ),
      }),
    };
  }

  /** A `$dynamicRef` that leads to one place wherever it is asked from (JSON Schema 2020-12, core 8.2.3.2). */
  function staticReference({ $dynamicRef }: SchemaObject, from: SchemaObject): string | undefined {
    if (typeof $dynamicRef !== "string") return undefined;
    const { address, pointer: anchor = "" } = partsOf($dynamicRef);
    const declaring = resources.dynamicAnchors.get(anchor);
    const first = urisOf(address, from).find((uri) => resources.byUri.has(uri)) ?? "";
    const isStatic = declaring === undefined || declaring.size === 1 || !declaring.has(resources.canonicalUri(first));
    if (isStatic) return $dynamicRef;
    const leading = outermost(declaring);
    return leading === undefined ? undefined : `${leading}#${anchor}`;
  }

  function follow(ref: string, from: SchemaObject, at: readonly string[]): string {
    const target = resolve(ref, from, at);
    if (target === undefined) return ref;
    if (!found.has(target.location)) waiting.push(target);
    return refTo(target.location);
  }
}

function entryTargets(annotated: Json, context: Context): Target[] {
  const { entries, steps } = context.inputs.contract;
  const targets = Object.entries(entries).flatMap(([name, { at }]) =>
    target(annotated, at, `/entries/${name}/at`, context),
  );
  if (steps !== undefined) targets.push(...target(annotated, steps.at, "/steps/at", context));
  if (steps?.answered !== undefined) targets.push(...target(annotated, steps.answered, "/steps/answered", context));
  return targets;
}

/** What the contract points to. @param place where it does */
function target(annotated: Json, at: string, place: string, context: Context): readonly Target[] {
  const found = schemaAt(annotated, at, place, context);
  if ("schema" in found) return [{ location: at, schema: found.schema }];
  context.problems.push(found.problem);
  return [];
}
