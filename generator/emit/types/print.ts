/**
 * Projected types in, their TypeScript text out: the one place that calls json-schema-to-typescript.
 */
import { compile } from "json-schema-to-typescript";
import type { TypeNode } from "./nodes.js";
import type { Placeholders } from "./placeholders.js";

/**
 * The text of each type, in the order given. All of them are properties of one object type, so that there is one call,
 * nothing has a name of its own (no `Foo1`), and the properties' names tell where each text begins.
 */
export async function printTypes(nodes: readonly TypeNode[], placeholders: Placeholders): Promise<string[]> {
  const types = Object.fromEntries(nodes.map((node, index) => [`Type${index}`, node]));
  const root = {
    type: "object",
    properties: { ...types, ...placeholders.parts },
    additionalProperties: false,
  } as const;
  const skeleton = await compile(root as unknown as Parameters<typeof compile>[0], "Root", {
    bannerComment: "",
    format: false,
    ignoreMinAndMaxItems: true,
    // There is no reference left to follow; if there ever is, it must not open a file or an address.
    $refOptions: { resolve: { external: false } },
  });
  const printed = membersOf(
    skeleton.replaceAll("{\n[k: string]", "{ [k: string]").replaceAll("[k: string]", "[key: string]"),
  );
  const restore = placeholders.restorer(printed);
  return Object.keys(types).map((type) => restore(printed.get(type) ?? ""));
}

/** The members of the one interface, by name: each begins a line of its own, and no name of theirs stands anywhere else. */
function membersOf(skeleton: string): Map<string, string> {
  const body = skeleton.slice(skeleton.indexOf("{") + 1, skeleton.lastIndexOf("}"));
  const [, ...pieces] = body.split(/^((?:Type|Part)\d+)\?: /m);
  const members = new Map<string, string>();
  for (let at = 0; at < pieces.length; at += 2) members.set(pieces[at] ?? "", (pieces[at + 1] ?? "").trim());
  return members;
}
