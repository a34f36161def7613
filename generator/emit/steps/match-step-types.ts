/**
 * The types behind `isStep` and `matchStep`: the step table comes in, declarations of steps.d.ts go out. What they infer is
 * checked with every TypeScript that the package supports; a change here needs all of them.
 */
import type { Steps } from "../../model/model.js";
import { identifier } from "../text/identifier.js";
import { literal } from "../text/literal.js";
import type { Refer } from "./type-imports.js";
import type { AliasStructure, ClassStructure, FunctionStructure } from "../text/ts-morph.js";

const anyStep = { name: "S", constraint: "AnyStep" } as const;

export function matchStepFunctions({ tag, unions }: Steps, tagType: string): FunctionStructure[] {
  const demand = unions.some(({ mayBeUnlisted }) => mayBeUnlisted)
    ? " A step that was answered needs it:\n * its tag may be newer than this package."
    : "";
  return [
    {
      leadingTrivia: "\n/** Whether the step's tag is `type`. Looks at the tag only. */\n",
      name: "isStep",
      isExported: true,
      hasDeclareKeyword: true,
      typeParameters: [anyStep, { name: "T", constraint: tagType }],
      parameters: [
        { name: "step", type: "S" },
        { name: "type", type: "T" },
      ],
      returnType: `step is Tagged<S & { ${literal(tag)}: T }> & OneOf<T>`,
    },
    {
      leadingTrivia: `
/**
 * Calls the handler that is named like the step's tag, and returns what it returns. \`_\` takes every other step, also one
 * without a tag or with an unknown one.${demand}
 *
 * @throws UnhandledStepError where no handler takes the step
 */
`,
      name: "matchStep",
      isExported: true,
      hasDeclareKeyword: true,
      typeParameters: [
        anyStep,
        { name: "Key", constraint: `TagOf<S> | "_"` },
        { name: "Handlers", constraint: "{ [K in Key]: Handler<Told<S>, K, Key> }" },
      ],
      parameters: [
        { name: "step", type: "S" },
        {
          name: "handlers",
          // The parts: what comes out, the names that there are, what must be there, and what an editor may offer. What a handler
          // gets is told once, by the constraint: without strict TypeScript puts several tellings together as `any`.
          type: "Handlers & Record<Key, unknown> & Missing<Told<S>, Key> & HandlersOf<S>",
        },
      ],
      returnType: "Answer<Handlers[keyof Handlers]>",
    },
  ];
}

/** The names that `matchStepTypes` declares. */
export const matchStepTypeNames = [
  ...["AnyStep", "Tagged", "OneOf", "Told", "TagOf", "RestOf", "Handler", "Missing", "HandlersOf", "Answer"],
  ...["Sent", "Unlisted"],
] as const;

/**
 * @param tagType the type of all tags, as steps.d.ts refers to it
 */
export function matchStepTypes({ tag, unions }: Steps, tagType: string, refer: Refer): AliasStructure[] {
  const tagged = (type: string): string => `{ ${literal(tag)}: ${type} }`;
  const unlisted = unions.filter(({ mayBeUnlisted }) => mayBeUnlisted);
  const sent = unions.find(({ mayBeUnlisted }) => !mayBeUnlisted);
  const defaults = unions.flatMap((union) => union.default ?? []);
  const hasDefault = defaults.length > 0;
  // A step that may leave its tag out has none of the tags for sure.
  const own = hasDefault ? `Tagged<S & ${tagged("K")}>` : `Extract<S, ${tagged("K")}>`;
  const anyTag = `${tagType}${defaults.some(({ isNullable }) => isNullable) ? " | null" : ""}`;
  return [
    {
      leadingTrivia: "\n/** What is looked at of a step. */\n",
      name: "AnyStep",
      type: `{ readonly ${literal(tag)}?: ${anyTag} | undefined }`,
    },
    {
      leadingTrivia:
        "\n/** `S` but for steps without a tag, whose `never` is taken for any tag where TypeScript is not strict. */\n",
      name: "Tagged",
      typeParameters: ["S"],
      type: `S extends { ${literal(tag)}?: never } ? never : S`,
    },
    {
      leadingTrivia: `
/**
 * Nothing where \`T\` is one tag. Where it is several, a property that no step's type has: a step that \`isStep\` refuses may still
 * be of any of their types.
 */
`,
      name: "OneOf",
      typeParameters: ["T"],
      type: "(T extends unknown ? (tag: T) => void : never) extends (tag: infer All) => void ? ([T] extends [All] ? unknown : { readonly [Symbol.toStringTag]?: never }) : never",
    },
    {
      leadingTrivia:
        "\n/** `S` as the step alone tells it: a handler whose parameter has no type says nothing of it. */\n",
      name: "Told",
      typeParameters: ["S"],
      type: "[S][S extends unknown ? 0 : never]",
    },
    // With the tags picked from the steps, not intersected, the compiler has a tenth of the work.
    {
      name: "TagOf",
      typeParameters: ["S"],
      type: hasDefault
        ? `S extends { ${literal(tag)}?: infer T } ? Extract<T, ${tagType}> : never`
        : `Extract<S, ${tagged(tagType)}>[${literal(tag)}]`,
    },
    {
      leadingTrivia:
        "\n/** What `_` takes: the steps without a handler of their own; any step where each has one. */\n",
      name: "RestOf",
      typeParameters: ["S", "Key"],
      type: `[Exclude<S, ${tagged("Key")}>] extends [never] ? S : Exclude<S, ${tagged("Key")}>`,
    },
    {
      name: "Handler",
      typeParameters: ["S", "K", "Key"],
      type: `K extends "_" ? (step: RestOf<S, Key>) => unknown : (step: ${own}) => unknown`,
    },
    {
      leadingTrivia:
        "/** The handlers that must be there and are not: `_` where a step may be of none of the tags, else one for each tag. */\n",
      name: "Missing",
      typeParameters: ["S", "Key"],
      type: `"_" extends Key ? unknown : ${needed()}`,
    },
    ...(unlisted.length > 0 && sent !== undefined ? unlistedTypes(tag, refer(sent.name)) : []),
    {
      leadingTrivia:
        "/** The handlers that there may be, for an editor to offer; where it shows a call, it shows this name in place of them all. */\n",
      name: "HandlersOf",
      typeParameters: ["S"],
      type: `{ [K in TagOf<S> | "_"]?: unknown }`,
    },
    { name: "Answer", typeParameters: ["H"], type: "H extends (step: never) => infer R ? R : never" },
  ];

  function needed(): string {
    const rest = `{ _: Handler<S, "_", Key> }`;
    if (unlisted.length > 0 && sent === undefined) return rest;
    const others = `Exclude<S, ${tagged(tagType)}>${unlisted.length > 0 ? " | Unlisted<S>" : ""}`;
    return `[${others}] extends [never] ? { [K in Exclude<TagOf<S>, Key>]: Handler<S, K, Key> } : ${rest}`;
  }
}

/**
 * Which steps may have a tag that nobody listed: those that are none of the request's. What is answered may well be assignable to
 * what is sent, so that only identity tells.
 */
const unlistedTypes = (tag: string, sent: string): AliasStructure[] => [
  { name: "Sent", type: `{ [S in ${sent} as S[${literal(tag)}] & string]: S }` },
  {
    leadingTrivia: "/** The steps that are answered, and so may have a tag that is newer than this package. */\n",
    name: "Unlisted",
    typeParameters: ["S"],
    type: `S extends { ${literal(tag)}: infer T extends keyof Sent } ? (<X>() => X extends S ? 1 : 2) extends <X>() => X extends Sent[T] ? 1 : 2 ? never : S : S`,
  },
];

/** The type of all tags, for a schema that gives them none. */
export const tagTypeAlias = ({ tag, tagType, unions }: Steps, refer: Refer): AliasStructure => ({
  leadingTrivia: "\n/** The tags that tell step types apart. */\n",
  name: identifier(tagType),
  isExported: true,
  type: `(${unions.map(({ name }) => refer(name)).join(" | ")})[${literal(tag)}] & string`,
});

export const unhandledStepError: ClassStructure = {
  leadingTrivia: "\n/** Thrown by `matchStep` for a step that no handler takes. */\n",
  name: "UnhandledStepError",
  isExported: true,
  hasDeclareKeyword: true,
  extends: "Error",
  properties: [
    { name: "name", isReadonly: true, type: `"UnhandledStepError"` },
    {
      leadingTrivia: "\n/** The step's tag; undefined where it has none. */\n",
      name: "type",
      isReadonly: true,
      type: "string | undefined",
    },
  ],
};
