/**
 * Where a dynamic reference leads: to the outermost resource of its dynamic scope that has its anchor (JSON Schema 2020-12,
 * core 8.2.3.2; 2019-09, core 8.2.4.2.1). Where every validation begins in; that resource out, where it is the same on every way.
 */
import { reachable } from "../../graph.js";
import type { Schema, SchemaObject } from "../../json/json-schema.js";
import { holders, subschemas, without } from "../reading/walk.js";
import type { Resolve } from "./resolver.js";
import type { Outermost } from "./resources.js";

interface Ways {
  /** A schema's own keywords as 2020-12 has them. */
  read(schema: SchemaObject): SchemaObject;
  /** The URI of the resource that a schema is part of. */
  resourceOf(schema: SchemaObject): string;
  readonly resolve: Resolve;
}

export function outermostIn(entries: readonly Schema[], { read, resourceOf, resolve }: Ways): Outermost {
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
      if (!declaring.has(resource)) return reachedFrom(schema);
      first.add(resource);
      return [];
    });
    const [only] = first;
    return first.size === 1 ? only : undefined;
  }

  function reachedFrom(published: SchemaObject): readonly Schema[] {
    const schema = read(published);
    const targets = ["$ref", "$dynamicRef", "$recursiveRef"].flatMap((keyword): readonly Schema[] => {
      const ref = schema[keyword];
      const target = typeof ref === "string" ? resolve(ref, published, [keyword]) : undefined;
      return target === undefined ? [] : [target.schema];
    });
    return [...subschemas(without(schema, ...holders)), ...targets];
  }
}
