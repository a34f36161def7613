/**
 * Rule **direct**: what the sender writes (request) and what the server answers (response) become two shapes, with two
 * names, where they differ. A variant that could not be sent at all is no branch of a request's union.
 */
import type { Direction } from "../../contract.js";
import { diagnostic, placeOfSchema } from "../../diagnostics.js";
import type { Definitions, Schema, SchemaObject } from "../../json/json-schema.js";
import type { Context } from "../context.js";
import { differing, type Shapes } from "./differing.js";
import type { Discriminated } from "../discriminate/discriminate-mapping.js";
import { kindReader } from "../reading/kind-reader.js";
import { nameInDirection } from "../name/direction-names.js";
import type { Named } from "../name/name.js";
import { underNames } from "../name/other-name.js";
import { vainDemands } from "./require-in-request.js";
import { shapesIn } from "./shapes.js";
import { pickingTags } from "./picking-tags.js";
import { withAnyOf } from "./overlap.js";
import { reachedFrom } from "../reading/references-in.js";
import { renameReferences } from "../reading/rename-references.js";
import { referable } from "../step-references/referable.js";
import { branchesWithout } from "../reading/tagged-union.js";
import { mapObjectsIn, without } from "../reading/walk.js";

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

interface OneWay {
  readonly direction: Direction;
  readonly shapes: Shapes;
  /** The definitions that the entries of this direction lead to. */
  readonly reached: ReadonlySet<string>;
  /** Those of them that would have to be written out in place, without end. */
  readonly endless: readonly string[];
}

export function direct(named: Named & Discriminated, context: Context): Directed {
  const { contract } = context.inputs;
  const { $defs } = named;
  const rules = { ...named, contract, kinds: kindReader($defs), pickingTags: pickingTags($defs) };
  const request = oneWay("request");
  const response = oneWay("response");
  context.problems.push(
    ...vainDemands(
      [...request.reached].map((own) => $defs[own] ?? true),
      [...request.reached].map((own) => request.shapes.get(own) ?? true),
      context,
    ),
    ...[...new Set([...request.endless, ...response.endless])].map((name) =>
      diagnostic("SW254", placeOfSchema($defs[name]), { name }),
    ),
  );
  const different = differing(request.shapes, response.shapes);
  const differentTypes = differing(asTypes(request.shapes), asTypes(response.shapes));
  const plain = contract.plainNames ?? "response";
  const isBoth = (own: string): boolean => request.reached.has(own) && response.reached.has(own);
  const suffix = (own: string, direction: Direction): string =>
    direction !== plain && isBoth(own) && different.has(own) ? nameInDirection(own, direction) : own;

  const directed = new Map<string, Schema>();
  const typeOf = new Map<string, string>();
  // The plain name stands first: what the branches of both unions share is called after the first of them.
  const ways = plain === "request" ? [request, response] : [response, request];
  for (const own of new Set([...request.shapes.keys(), ...response.shapes.keys()])) {
    for (const { direction, shapes, reached } of ways) {
      const schema = shapes.get(own);
      const target = suffix(own, direction);
      if (schema === undefined || !reached.has(own) || (target === own && directed.has(own))) continue;
      if (target !== own && Object.hasOwn($defs, target)) {
        const location = `${own} as it is ${direction === "request" ? "sent" : "answered"}`;
        const told = { name: target, location, where: underNames(target, named.nameAt, context) };
        context.problems.push(diagnostic("SW220", placeOfSchema(schema), told));
      }
      if (target !== own && !differentTypes.has(own)) typeOf.set(target, own);
      directed.set(
        target,
        renameReferences(schema, (ref) => suffix(ref, direction)),
      );
    }
  }
  const nameIn = (own: string, direction: Direction): string | undefined =>
    (direction === "request" ? request : response).reached.has(own) ? suffix(own, direction) : undefined;
  return {
    $defs: Object.fromEntries(directed),
    nameAt: named.nameAt,
    nameIn,
    typeAt: (pointer, direction) => nameIn(named.nameAt.get(pointer ?? "") ?? "", direction),
    typeOf,
    typeName: (own) => typeOf.get(own) ?? own,
  };

  function oneWay(direction: Direction): OneWay {
    const endless = new Set<string>();
    const entries = entriesOf(named, context, direction);
    const shaped = shapesIn(direction, { ...rules, onEndless: (own) => endless.add(own) });
    const shapes = referable(shaped, entries, direction, named, context);
    const reached = reachedFrom(entries, (own) => shapes.get(own));
    return { direction, shapes, reached, endless: [...endless].filter((own) => reached.has(own)) };
  }
}

/** Whether a type names its members; without names it has an index signature, which tells closed from open. */
const isNamed = ({ properties = {}, required = [], patternProperties }: SchemaObject): boolean =>
  Object.keys(properties).length + required.length > 0 && patternProperties === undefined;

/** What of the shapes can be seen in a type: closedness mostly cannot, nor what is said of sender and server. */
function asTypes(all: Shapes): Shapes {
  const visible = (schema: SchemaObject): SchemaObject => {
    const rest = without(
      schema,
      "readOnly",
      "writeOnly",
      "default",
      ...(schema.additionalProperties === false && isNamed(schema) ? ["additionalProperties"] : []),
    );
    if (schema.discriminator === undefined) return withAnyOf(rest);
    const { unknown, ...discriminator } = schema.discriminator;
    const oneOf = branchesWithout(rest.oneOf, new Set([unknown]));
    return { ...rest, oneOf, discriminator } as SchemaObject;
  };
  return new Map([...all].map(([own, schema]) => [own, mapObjectsIn(schema, visible)]));
}

function entriesOf(named: Named, { inputs: { contract } }: Context, direction: Direction): string[] {
  const entries = Object.values(contract.entries).filter(
    (entry) => entry.direction === direction || entry.direction === "both",
  );
  const constants = Object.values(contract.constants ?? {});
  return [...entries.map((entry) => entry.at), ...(direction === "response" ? constants : [])].flatMap(
    (at) => named.nameAt.get(at) ?? [],
  );
}
