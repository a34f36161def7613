/**
 * The part of rule **dialect** for OpenAPI's discriminators: a mapping may name a component without its pointer, and of what it
 * does not name the tag's values are the components' names (OpenAPI 3.1, section 4.8.25). Here both are spelled out.
 */
import { reachable } from "../../graph.js";
import {
  isObject,
  type Definitions,
  type Discriminator,
  type Schema,
  type SchemaObject,
} from "../../json/json-schema.js";
import { formatPointer, parsePointer } from "../../json/pointer.js";
import { componentsPointer } from "../../load/components.js";
import { multimap } from "../../multimap.js";
import { keepOrigin } from "../reading/walk.js";

export interface Components {
  readonly schemas: Definitions;
  /** Name → the names of those that have it in their `allOf`. */
  readonly children: ReadonlyMap<string, readonly string[]>;
}

export function indexComponents(schemas: Definitions): Components {
  const bases = Object.entries(schemas).flatMap(([name, schema]) => {
    const parts = typeof schema === "object" ? (schema.allOf ?? []) : [];
    return [...new Set(parts.flatMap((part) => componentName(part) ?? []))].map((base) => [base, name] as const);
  });
  return { schemas, children: multimap(bases) };
}

/** @param own the component's name where the schema is all of it or a part of its `allOf`: then it may be a base. */
export function spellMapping(schema: SchemaObject, own: string | undefined, components: Components): SchemaObject {
  const { discriminator } = schema;
  if (!isObject(discriminator)) return schema;
  const { mapping: written }: Partial<Discriminator> = discriminator;
  const said = Object.entries(written ?? {}).map(
    ([tag, target]) => [tag, Object.hasOwn(components.schemas, target) ? pointerTo(target) : target] as const,
  );
  const mapping = [...said, ...unsaid(schema, own, components, new Map(said))];
  if (mapping.length === 0) return schema;
  const complete = { ...discriminator, mapping: Object.fromEntries(mapping) as Discriminator["mapping"] };
  return { ...schema, discriminator: keepOrigin(complete, discriminator) };
}

/**
 * A choice tells apart its branches, a base its descendants; nothing where there is no mapping and one of them is no component.
 * What has other tags has not its name too, and what others are made of is a kind only where no mapping says which there are.
 */
function unsaid(
  schema: SchemaObject,
  own: string | undefined,
  components: Components,
  said: ReadonlyMap<string, string>,
): readonly (readonly [string, string])[] {
  const { children } = components;
  const named = new Set([...said.values()].map(($ref) => componentName({ $ref })));
  const branches = schema.oneOf ?? schema.anyOf;
  const names = branches?.map(componentName) ?? (own === undefined ? [] : descendants(own, components, named));
  const known = names.filter((name) => name !== undefined);
  if (said.size === 0) return known.length === names.length ? known.map((name) => [name, pointerTo(name)]) : [];
  return known
    .filter((name) => !named.has(name) && !said.has(name) && !children.has(name))
    .map((name) => [name, pointerTo(name)]);
}

/** The nearest first. What has a tag by the mapping passes that on, and what has a discriminator tells its own children apart. */
function descendants(
  own: string,
  { schemas, children }: Components,
  named: ReadonlySet<string | undefined>,
): readonly string[] {
  const isEnd = (name: string): boolean => name !== own && (named.has(name) || discriminates(schemas[name] ?? true));
  const family = reachable([own], (name) => (isEnd(name) ? [] : (children.get(name) ?? [])));
  return [...family].filter((name) => name !== own);
}

const discriminates = (schema: Schema): boolean =>
  typeof schema === "object" &&
  [schema, ...(schema.allOf ?? [])].some((part) => isObject(part) && "discriminator" in part);

const pointerTo = (name: string): string => `#${componentsPointer}${formatPointer([name])}`;

function componentName(schema: Schema): string | undefined {
  const ref = typeof schema === "object" ? schema.$ref : undefined;
  const prefix = `#${componentsPointer}`;
  return ref?.startsWith(`${prefix}/`) ? parsePointer(ref.slice(prefix.length))[0] : undefined;
}
