/**
 * Where a dynamic reference leads: to the outermost resource of its dynamic scope that has its anchor (JSON Schema 2020-12,
 * core 8.2.3.2; 2019-09, core 8.2.4.2.1). Where every validation begins in; that resource out, where it is the same on every way.
 */
import { reachable } from "../../graph.js";
import type { Schema, SchemaObject } from "../../json/json-schema.js";
import { holders, isSchema, subschemas, without } from "../reading/walk.js";
import { partsOf, type Resolve } from "./resolver.js";
import type { Outermost, Resources } from "./resources.js";

interface Ways {
  /** A schema's own keywords as 2020-12 has them. */
  read(schema: SchemaObject): SchemaObject;
  /** The URI of the resource that a schema is part of. */
  resourceOf(schema: SchemaObject): string;
  readonly resolve: Resolve;
  readonly resources: Resources;
}

export function outermostIn(entries: readonly Schema[], { read, resourceOf, resolve, resources }: Ways): Outermost {
  const known = new Map<ReadonlySet<string>, string | undefined>();
  return (declaring) => {
    if (!known.has(declaring)) known.set(declaring, find(declaring));
    return known.get(declaring);
  };

  function find(declaring: ReadonlySet<string>): string | undefined {
    const first = new Set<string>();
    reachable(entries, (schema) => {
      if (typeof schema === "boolean") return [];
      const resource = resourceOf(schema);
      if (!declaring.has(resource)) return reachedFrom(schema, declaring);
      first.add(resource);
      return [];
    });
    const [only] = first;
    return first.size === 1 ? only : undefined;
  }

  function reachedFrom(published: SchemaObject, declaring: ReadonlySet<string>): readonly Schema[] {
    const schema = read(published);
    const references = [schema.$ref, schema["$dynamicRef"], schema["$recursiveRef"]];
    const targets = [...references, ...Object.values(schema.discriminator?.mapping ?? {})].flatMap((ref) => {
      const target = typeof ref === "string" ? resolve(ref, published, []) : undefined;
      return target === undefined ? [] : [target.schema];
    });
    return [...subschemas(without(schema, ...holders)), ...targets, ...otherTargets(schema, declaring)];
  }

  /**
   * All that a schema's other dynamic references may lead to: which it is depends on the way as well. Those that are asked for have met
   * no resource yet that would lead them elsewhere.
   */
  function otherTargets(
    { $dynamicRef, $recursiveRef }: SchemaObject,
    declaring: ReadonlySet<string>,
  ): readonly Schema[] {
    const { pointer: name = "" } = typeof $dynamicRef === "string" ? partsOf($dynamicRef) : {};
    const anchored = resources.dynamicAnchors.get(name) ?? new Set();
    const recursive = $recursiveRef === undefined ? new Set<string>() : resources.recursive;
    const anchors = [...anchored].map((uri) => resources.anchors.get(`${uri}#${name}`));
    const roots = [...recursive].map((uri) => resources.byUri.get(uri)?.root);
    return [...(anchored === declaring ? [] : anchors), ...(recursive === declaring ? [] : roots)].filter(isSchema);
  }
}
