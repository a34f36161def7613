/** A schema in; the same as its sender writes it out. */
import { propertyOf, refName, type SchemaObject } from "../../json/json-schema.js";
import { locationOf, locationsOfBases } from "../bundle/resources.js";
import { branchesWithout } from "../reading/tagged-union.js";
import { droppedIn, noTags, type KeptTags } from "./dropped.js";
import { namesMembers, opened, rebuilt, withoutDropped, type ShapeRules } from "./members.js";
import { overlapping } from "./overlap.js";
import type { SameValue } from "./same-value.js";
import { shapeWithin } from "./shape-conditions.js";
import { writtenOut } from "./written-out.js";

/** `readOnly` properties are gone, except tags; a required property with a default is optional, unless it picks a branch. */
export function asRequest(
  published: SchemaObject,
  rules: ShapeRules,
  whole: SameValue,
  tags: KeptTags = noTags,
): SchemaObject {
  const { $defs, contract } = rules;
  const dropped = droppedIn("request", rules, tags);
  const schema = writtenOut(published, whole, dropped, $defs);
  const sent = sentUnion(schema, rules);
  const mapped = shapeWithin(
    sent,
    (child, keyword) => asRequest(child, rules, whole.inside(schema, keyword, child)),
    rules,
  );
  const inner = overlapping(sent, mapped, rules.changed);
  const shaped = contract.requests === "open" ? opened(inner) : inner;
  if (shaped.discriminator !== undefined && !namesMembers(shaped)) return shaped;
  const places = shaped.$ref === undefined ? [locationOf(schema) ?? "", ...locationsOfBases(schema)] : [];
  const demanded = places.flatMap((place) => contract.requireInRequest?.[place] ?? []);
  if (!namesMembers(shaped) && demanded.length === 0) return shaped;
  return rebuilt(withoutDropped(shaped, whole, dropped), (key) => !dropped.demand(key, whole), demanded);
}

/** A tag that is not listed cannot be sent; one that is absent, or null where it may be, takes the default's branch. */
function sentUnion(schema: SchemaObject, { $defs, kinds }: ShapeRules): SchemaObject {
  if (schema.discriminator === undefined) return schema;
  const { propertyName, mapping, absent, default: defaultBranch, unknown } = schema.discriminator;
  const gone = new Set([unknown, ...(defaultBranch === undefined ? [] : [absent])]);
  const taken = defaultBranch ?? absent;
  const tag = propertyOf($defs[refName(defaultBranch ?? "")], propertyName);
  const isNullSent = defaultBranch !== undefined && (tag === undefined || kinds.possible(tag).includes("null"));
  return {
    ...schema,
    oneOf: branchesWithout(schema.oneOf, gone),
    discriminator: {
      propertyName,
      mapping,
      ...(taken !== undefined && { absent: taken }),
      ...(isNullSent && { nullIsAbsent: true }),
    },
  };
}
