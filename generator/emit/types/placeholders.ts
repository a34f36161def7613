/**
 * Words of a schema on their way around json-schema-to-typescript: a placeholder goes in, the true text comes back. It
 * never sees a foreign word, so it can stumble over none, and no text of a schema can be taken for code of its own.
 */
import type { TypeNode } from "./nodes.js";

export class Placeholders {
  readonly #texts = new Map<string, string>();
  readonly #parts = new Map<TypeNode, string>();
  readonly #nodes = new Map<string, TypeNode>();

  /** A placeholder for a text; equal texts have one. */
  hold(text: string): string {
    const held = this.#texts.get(text) ?? `Held${this.#texts.size}`;
    this.#texts.set(text, held);
    return held;
  }

  /** A placeholder for a type inside a text: it is printed apart and comes back in parentheses. */
  part(node: TypeNode): string {
    const shared = this.share(node);
    const part = this.#parts.get(shared) ?? `Part${this.#parts.size}`;
    this.#parts.set(shared, part);
    return part;
  }

  /** The first node that says the same: json-schema-to-typescript works on each object once, which makes it four times as fast. */
  share(node: TypeNode): TypeNode {
    const key = JSON.stringify(node);
    const shared = this.#nodes.get(key) ?? node;
    this.#nodes.set(key, shared);
    return shared;
  }

  /** Every type that was held, by its placeholder. */
  get parts(): Readonly<Record<string, TypeNode>> {
    return Object.fromEntries([...this.#parts].map(([node, part]) => [part, node]));
  }

  /**
   * Printed types with the true texts put back. A comment, a literal and a word are replaced whole; `printed` has the
   * text of each part by its placeholder.
   */
  restorer(printed: ReadonlyMap<string, string>): (skeleton: string) => string {
    const texts = new Map([...this.#texts].map(([text, held]) => [held, text]));
    const restore = (skeleton: string): string =>
      skeleton.replace(
        /\/\*\*\n \* (Held\d+)\n \*\/\n|"(Held\d+)"|\b(Held\d+)\b|\b(Part\d+)\b/g,
        (_, comment, literal, word, part) =>
          part === undefined ? (texts.get(comment ?? literal ?? word) ?? "") : `(${restore(printed.get(part) ?? "")})`,
      );
    return restore;
  }
}
