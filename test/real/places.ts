/**
 * A value and the component it is of in; every place in it with what the document says of that place out. It stops where the
 * document says nothing (free maps).
 */
import type { Json, JsonObject } from "./bodies.js";
import { componentName, type OpenApiDocument, type Part } from "./document.js";

export type Path = readonly (string | number)[];

/** An object of the value. */
export interface Place {
  readonly path: Path;
  readonly value: JsonObject;
  readonly members: ReadonlyMap<string, Member>;
}

export interface Member {
  readonly schema: Part;
  /** Whether the document calls it required, of the object itself or of an ancestor. */
  readonly required: boolean;
  readonly tag?: Tag;
}

export interface Tag {
  /** What stands for an absent one in a request, if there is anything. */
  readonly standard: string | undefined;
  /** Whether the place allows one kind only, so that the tag tells nothing new. */
  readonly isImplied: boolean;
}

/** A value that is no object of a component: a member, an item, an entry of a map. */
export interface Value {
  readonly path: Path;
  readonly value: Json;
  readonly schema: Part;
  readonly tag?: Tag | undefined;
}

export interface Places {
  readonly objects: readonly Place[];
  readonly values: readonly Value[];
}

const isObject = (value: Json): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

export function placesOf(document: OpenApiDocument, component: string, value: Json): Places {
  const objects: Place[] = [];
  const values: Value[] = [];
  visit({ $ref: component }, value, []);
  return { objects, values };

  function visit(schema: Part, here: Json, path: Path): void {
    if (schema.$ref !== undefined && isObject(here)) return visitComponent(componentName(schema.$ref), here, path);
    if (schema.items !== undefined && Array.isArray(here)) {
      const { items } = schema;
      here.forEach((item, index) => note(items, item, [...path, index]));
    }
    if (typeof schema.additionalProperties === "object" && isObject(here)) {
      for (const [key, each] of Object.entries(here)) note(schema.additionalProperties, each, [...path, key]);
    }
  }

  function note(schema: Part, here: Json, path: Path, tag?: Tag): void {
    values.push({ path, value: here, schema, tag });
    visit(schema, here, path);
  }

  function visitComponent(name: string, here: JsonObject, path: Path): void {
    const above = Object.keys(document.tagsAbove(name));
    const tags = new Map<string, Tag>(above.map((tag) => [tag, { standard: undefined, isImplied: true }]));
    let leaf = name;
    for (let base = document.bases.get(leaf); base !== undefined; base = document.bases.get(leaf)) {
      tags.set(base.tag, { standard: base.standard, isImplied: false });
      const value = here[base.tag] ?? base.standard;
      const child = typeof value === "string" ? base.children.get(value) : undefined;
      if (child === undefined) throw new Error(`/${path.join("/")} has no ${base.tag}`);
      leaf = child;
    }
    const { properties, required } = document.membersOf(leaf);
    const members = [...properties].map(([key, schema]): [string, Member] => {
      const tag = tags.get(key);
      return [key, { schema, required: required.has(key), ...(tag && { tag }) }];
    });
    const place = { path, value: here, members: new Map(members) };
    objects.push(place);
    for (const [key, each] of Object.entries(here)) {
      const member = place.members.get(key);
      if (member !== undefined) note(member.schema, each, [...path, key], member.tag);
    }
  }
}

/** A copy with another value at a path; without the member or item where it is undefined. */
export function withValue(body: Json, [key, ...rest]: Path, value: Json | undefined): Json {
  if (key === undefined) return value ?? null;
  if (Array.isArray(body)) {
    return body.flatMap((item: Json, index) => {
      if (index !== key) return [item];
      return rest.length === 0 && value === undefined ? [] : [withValue(item, rest, value)];
    });
  }
  const { [key]: inner = null, ...others } = body as JsonObject;
  if (rest.length === 0 && value === undefined) return others;
  return { ...(body as JsonObject), [key]: withValue(inner, rest, value) };
}

export const pointerOf = (path: Path): string =>
  path.map((key) => `/${String(key).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");

export const valueAt = (value: Json, path: Path): Json | undefined =>
  path.reduce<Json | undefined>((here, key) => (here as { readonly [key: string]: Json } | undefined)?.[key], value);
