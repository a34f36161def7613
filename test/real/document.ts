/**
 * The document in, as published or as the package carries it (with the overlay's corrections); its components, read by a few lines of their own (no code of the generator's), out: which
 * bases the entries reach, the leaves of each with the tags on their ancestor chain, and what a leaf's members are.
 */
import { readFileSync, type PathLike } from "node:fs";

/** A schema as the document writes it: only the keywords that are looked at. */
export interface Part {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly format?: string;
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly oneOf?: readonly Part[];
  readonly anyOf?: readonly Part[];
  readonly default?: unknown;
  readonly readOnly?: boolean;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Part>>;
  readonly additionalProperties?: boolean | Part;
  readonly items?: Part;
  readonly discriminator?: { readonly propertyName: string; readonly mapping: Readonly<Record<string, string>> };
}
type Component = Part & { readonly allOf?: readonly Part[] };

/** What a component says of its own members and inherits of its ancestors'. */
export interface Members {
  readonly properties: ReadonlyMap<string, Part>;
  readonly required: ReadonlySet<string>;
}

export interface Base {
  readonly name: string;
  readonly tag: string;
  /** Tag value → the component that is its direct child. */
  readonly children: ReadonlyMap<string, string>;
  /** The tag's value that a request need not say. */
  readonly standard: string | undefined;
}

export interface Leaf {
  readonly name: string;
  /** Tag property → its value, from the base downwards. */
  readonly tags: Readonly<Record<string, string>>;
}

export class OpenApiDocument {
  readonly #components: Readonly<Record<string, Component>>;
  readonly bases: ReadonlyMap<string, Base>;

  constructor(file: PathLike) {
    const { components } = JSON.parse(readFileSync(file, "utf8")) as {
      components: { schemas: Readonly<Record<string, Component>> };
    };
    this.#components = components.schemas;
    const bases = Object.entries(components.schemas).flatMap(([name, component]) => baseOf(name, component) ?? []);
    this.bases = new Map(bases.map((base) => [base.name, base]));
  }

  /** The bases that the entries reach: by reference, by inheritance, and downwards through mappings. */
  reachedFrom(entries: readonly string[]): readonly Base[] {
    const reached = new Set<string>();
    const waiting = [...entries];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      if (reached.has(next)) continue;
      reached.add(next);
      waiting.push(...referencesIn(this.#components[next]));
    }
    return [...this.bases.values()].filter(({ name }) => reached.has(name));
  }

  leavesOf(base: Base): readonly Leaf[] {
    return [...base.children].flatMap(([value, child]) => {
      const below = this.bases.get(child);
      const tags = { [base.tag]: value };
      if (below === undefined) return [{ name: child, tags }];
      return this.leavesOf(below).map((leaf) => ({ name: leaf.name, tags: { ...tags, ...leaf.tags } }));
    });
  }

  /** The component that a schema refers to, or the schema itself. */
  target(schema: Part): Part {
    return schema.$ref === undefined ? schema : this.target(this.#components[componentName(schema.$ref)] ?? {});
  }

  /** `{ "type": "null" }` alone stands for "anything", as does a schema that says nothing. */
  isAnything(schema: Part): boolean {
    const target = this.target(schema);
    return target.type === "null" || Object.keys(target).every((keyword) => keyword === "description");
  }

  /** Whether a place may hold a value of a type. */
  allows(schema: Part, type: "null" | "string" | "number" | "object"): boolean {
    const target = this.target(schema);
    const choices = target.oneOf ?? target.anyOf;
    if (choices !== undefined) return choices.some((each) => this.allows(each, type));
    return this.isAnything(target) || [target.type].flat().includes(type);
  }

  /** Merged along the chain: a child's property replaces its parent's. */
  membersOf(name: string): Members {
    const component = this.#components[name] ?? {};
    const [parent, own] = component.allOf ?? [undefined, component];
    const above = parent?.$ref === undefined ? undefined : this.membersOf(componentName(parent.$ref));
    return {
      properties: new Map([...(above?.properties ?? []), ...Object.entries(own?.properties ?? {})]),
      required: new Set([...(above?.required ?? []), ...(own?.required ?? [])]),
    };
  }

  /** The tags that are known of every member of a base before its own: those of its ancestors. */
  tagsAbove(name: string): Readonly<Record<string, string>> {
    for (const base of this.bases.values()) {
      for (const [value, child] of base.children) {
        if (child === name) return { ...this.tagsAbove(base.name), [base.tag]: value };
      }
    }
    return {};
  }
}

/** The component that a mapping or a `$ref` names. */
export const componentName = (ref: string): string => ref.slice(ref.lastIndexOf("/") + 1);

function baseOf(name: string, component: Component): Base | undefined {
  const part = [component, ...(component.allOf ?? [])].find(({ discriminator }) => discriminator !== undefined);
  if (part?.discriminator === undefined) return undefined;
  const { propertyName: tag, mapping } = part.discriminator;
  const standard = part.properties?.[tag]?.default;
  return {
    name,
    tag,
    children: new Map(Object.entries(mapping).map(([value, ref]) => [value, componentName(ref)])),
    standard: typeof standard === "string" ? standard : undefined,
  };
}

/** Every component that something in a value names, be it by `$ref` or as the target of a mapping. */
function referencesIn(value: unknown): readonly string[] {
  if (typeof value === "string") return value.startsWith("#/components/schemas/") ? [componentName(value)] : [];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(referencesIn) : [];
}
