/**
 * The part of rule **discriminate** for step types and branches that are made of others: an `allOf` of objects becomes one flat
 * object, so that its tag and its options are in one place. Unlike rule **inherit** this is to the letter: a property is all
 * that the parts say of it, and what a closed part does not know is forbidden. What is no plain object stays in `allOf`.
 */
import { refName, type Definitions, type Schema, type SchemaObject } from "../../json/json-schema.js";
import { bothSay } from "../reading/both-say.js";
import { isOnlyReference } from "../reading/definition-of.js";
import { words } from "../reading/words.js";
import { keepOrigin, mapDefinitions, only, without } from "../reading/walk.js";

/** The definitions, each flat where it can be. */
export function flattened($defs: Definitions): Definitions {
  const known = new Map<string, Schema>();
  return mapDefinitions($defs, (_, own) => flat(own));

  function flat(own: string): Schema {
    const schema = known.get(own) ?? $defs[own] ?? true;
    if (known.has(own) || typeof schema === "boolean" || schema.allOf === undefined) return schema;
    known.set(own, schema); // a circle ends here
    const made = merged(schema, schema.allOf);
    known.set(own, made);
    return made;
  }

  function merged(schema: SchemaObject, allOf: readonly Schema[]): SchemaObject {
    const own = membersOf(schema);
    const parts = allOf.map(readPart);
    const others = parts.map(({ members }) => members).filter((each) => each !== undefined);
    if (own === undefined || others.length === 0) return schema;
    const objects = [...others, own];
    if (objects.every(({ type }) => type === undefined)) return schema;
    const rest = parts.map((part) => part.rest).filter((each) => each !== undefined);
    const said = without(schema, "allOf", ...memberKeywords);
    return keepOrigin({ ...said, ...conjunction(objects), ...(rest.length > 0 && { allOf: rest }) }, schema);
  }

  /** What a part says of members, if anything, and, where it says more than that, the part. */
  function readPart(part: Schema): { readonly members?: SchemaObject | undefined; readonly rest?: Schema | undefined } {
    if (typeof part === "boolean") return { rest: part ? undefined : part };
    const target = isOnlyReference(part) ? flat(refName(part.$ref)) : part;
    if (typeof target === "boolean" || target.$ref !== undefined) return { rest: part };
    const whole = target === part && part.allOf !== undefined ? merged(part, part.allOf) : target;
    const members = membersOf(whole);
    const isSilent = members === undefined || Object.keys(members).length === 0;
    if (isSilent || target !== part)
      return { members: isSilent ? undefined : members, rest: isPlain(whole) ? undefined : part };
    // What it says of members is said already.
    return { members, rest: isPlain(whole) ? undefined : without(whole, ...memberKeywords) };
  }
}

const memberKeywords = ["type", "properties", "required", "additionalProperties"];

const isPlain = (schema: SchemaObject): boolean =>
  Object.keys(without(schema, "default", ...words)).every((keyword) => memberKeywords.includes(keyword));

/** What it says of members; undefined where it is not about objects, or where patterns decide which members are named. */
function membersOf(schema: SchemaObject): SchemaObject | undefined {
  const isAboutObjects = schema.type === undefined || schema.type === "object";
  if (!isAboutObjects || schema.patternProperties !== undefined) return undefined;
  return only(schema, ...memberKeywords);
}

/** What all objects say together. */
function conjunction(objects: readonly SchemaObject[]): SchemaObject {
  const names = new Set(objects.flatMap(({ properties }) => Object.keys(properties ?? {})));
  const required = [...new Set(objects.flatMap((object) => object.required ?? []))];
  const others = objects.map(({ additionalProperties }) => additionalProperties ?? true).reduce(bothSay);
  const properties = [...names].map((name): [string, Schema] => {
    const said = objects.map(({ properties = {}, additionalProperties = true }) =>
      Object.hasOwn(properties, name) ? (properties[name] ?? true) : additionalProperties,
    );
    return [name, said.reduce(bothSay)];
  });
  // A closed object forbids it anyway.
  const kept = properties.filter(([name, schema]) => schema !== false || others !== false || required.includes(name));
  return {
    type: "object",
    ...(required.length > 0 && { required }),
    ...(kept.length > 0 && { properties: Object.fromEntries(kept) }),
    ...(others !== true && { additionalProperties: others }),
  };
}
