/**
 * Rule **direct**: what the sender writes (request) and what the server answers (response) become two shapes, with two
 * names, where they differ. A variant that could not be sent at all is no branch of a request's union.
 */
import type { Direction } from "../../contract.js";
import { diagnostic, placeOfSchema } from "../../diagnostics.js";
import type { Definitions, Schema } from "../../json/json-schema.js";
import type { Context } from "../context.js";
import type { Discriminated } from "../discriminate/discriminate-mapping.js";
import { nameInDirection } from "../name/direction-names.js";
import type { Named } from "../name/name.js";
import { underNames } from "../name/other-name.js";
import { kindReader } from "../reading/kind-reader.js";
import { renameReferences } from "../reading/rename-references.js";
import { asTypes } from "./as-types.js";
import { differing } from "./differing.js";
import { oneWay, type OneWay } from "./one-way.js";
import { pickingTags } from "./picking-tags.js";
import { vainDemands } from "./require-in-request.js";

export interface Directed {
  readonly $defs: Definitions;
  readonly nameAt: ReadonlyMap<string, string>;
  /** A named type's name in one direction; undefined where nothing of that direction reaches it. */
  nameIn(name: string, direction: Direction): string | undefined;
  /** The same of the type at one of the contract's pointers; undefined, too, where there is no pointer or no type. */
  typeAt(pointer: string | undefined, direction: Direction): string | undefined;
  /** Definition → the definition whose type it shares: the two differ for validators only, not as types. */
  readonly typeOf: ReadonlyMap<string, string>;
  /** The type of a definition, be it its own. */
  typeName(own: string): string;
}

export function direct(named: Named & Discriminated, context: Context): Directed {
  const { $defs, nameAt } = named;
  const { contract } = context.inputs;
  const rules = { ...named, contract, kinds: kindReader($defs), pickingTags: pickingTags($defs) };
  const request = oneWay("request", rules, context);
  const response = oneWay("response", rules, context);
  const endless = new Set([...request.endless, ...response.endless]);
  context.problems.push(
    ...vainDemands($defs, request, context),
    ...[...endless].map((name) => diagnostic("SW254", placeOfSchema($defs[name]), { name })),
  );
  const different = differing(request.shapes, response.shapes);
  const differentTypes = differing(asTypes(request.shapes), asTypes(response.shapes));
  const plain = contract.plainNames ?? "response";
  // The plain name stands first: what the branches of both unions share is called after the first of them.
  const ways = plain === "request" ? [request, response] : [response, request];
  const directed = new Map<string, Schema>();
  const typeOf = new Map<string, string>();
  for (const own of new Set([...request.shapes.keys(), ...response.shapes.keys()]))
    for (const way of ways) add(own, way);
  return {
    $defs: Object.fromEntries(directed),
    nameAt,
    nameIn,
    typeAt: (pointer, direction) => nameIn(nameAt.get(pointer ?? "") ?? "", direction),
    typeOf,
    typeName: (own) => typeOf.get(own) ?? own,
  };

  function add(own: string, { direction, shapes, reached }: OneWay): void {
    const schema = shapes.get(own);
    const name = nameOf(own, direction);
    if (schema === undefined || !reached.has(own) || (name === own && directed.has(own))) return;
    const renamed = renameReferences(schema, (ref) => nameOf(ref, direction));
    directed.set(name, renamed);
    if (name === own) return;
    if (!differentTypes.has(own)) typeOf.set(name, own);
    if (!Object.hasOwn($defs, name)) return;
    const location = `${own} as it is ${direction === "request" ? "sent" : "answered"}`;
    const told = { name, location, where: underNames(name, nameAt, context) };
    context.problems.push(diagnostic("SW220", placeOfSchema(schema), told));
  }

  function nameOf(own: string, direction: Direction): string {
    const isTwofold = request.reached.has(own) && response.reached.has(own) && different.has(own);
    return isTwofold && direction !== plain ? nameInDirection(own, direction) : own;
  }

  function nameIn(own: string, direction: Direction): string | undefined {
    const { reached } = direction === "request" ? request : response;
    return reached.has(own) ? nameOf(own, direction) : undefined;
  }
}
