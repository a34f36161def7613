/**
 * The model's steps and the definitions of types in; a sentence for each type that has to do with steps out. It is for those of which the
 * schema itself says nothing, which most often has no such type.
 */
import type { Directions } from "../../contract.js";
import { refName, type Definitions } from "../../json/json-schema.js";
import { mappingOf } from "../../schema/reading/tagged-union.js";
import type { Steps, StepUnion, StepVariant } from "../../model/model.js";
import { multimap } from "../../multimap.js";
import { articleOf } from "../text/article.js";
import { prose } from "../text/jsdoc.js";
import { literal } from "../text/literal.js";

/** By the type's name. */
export function stepWords($defs: Definitions, steps: Steps | undefined): ReadonlyMap<string, readonly string[]> {
  if (steps === undefined) return new Map();
  const { workflow } = steps;
  const branches = steps.unions.flatMap(({ name }) => [...new Set(Object.values(mappingOf($defs[name])))]);
  const inSeveral = new Set(branches.filter((ref, index) => branches.indexOf(ref) !== index));
  const sentences = [
    ...inputSentences(steps.variants),
    ...steps.variants.flatMap((variant) => optionSentences(variant, steps)),
    ...(workflow?.options
      ? [
          [
            workflow.options.type,
            `What ${articleOf(workflow.type)} \`${workflow.type}\` says beside its steps.`,
          ] as const,
        ]
      : []),
    ...steps.unions.flatMap((union) => unionSentences(union, $defs, inSeveral)),
  ];
  return new Map(sentences.map(([type, sentence]) => [type, prose(sentence)]));
}

type Sentence = readonly [type: string, sentence: string];

/** An input that only one type of step has is told to be its own. */
function inputSentences(variants: readonly StepVariant[]): readonly Sentence[] {
  const types = variants.flatMap(({ input, tag }) => (input?.type === undefined ? [] : [[input.type, tag] as const]));
  return types.map(([type, tag]) => {
    const isOwn = types.filter(([other]) => other === type).length === 1;
    return [type, `What a step${isOwn ? ` of type ${literal(tag)}` : ""} works on.`];
  });
}

function optionSentences({ input, options }: StepVariant, { tag, inputProperty }: Steps): readonly Sentence[] {
  const beside = input === undefined ? `\`${tag}\`` : `\`${tag}\` and \`${inputProperty}\``;
  return options === undefined ? [] : [[options.type, `What a step says beside ${beside}.`]];
}

const way: Readonly<Record<Directions, string>> = {
  request: ", as it is sent",
  response: ", as the server answers it",
  both: "",
};

/** @param inSeveral references to the types that go both ways. */
function unionSentences(
  { name, direction, untagged, default: hasDefault, mayBeUnlisted }: StepUnion,
  $defs: Definitions,
  inSeveral: ReadonlySet<string>,
): readonly Sentence[] {
  const tagsByBranch = multimap(Object.entries(mappingOf($defs[name])).map(([tag, ref]) => [ref, tag] as const));
  return [
    [
      name,
      `A step of any type${way[direction]}.${mayBeUnlisted ? " It may be of a type that is newer than this package." : ""}`,
    ],
    ...[...tagsByBranch].map(([ref, tags]): Sentence => {
      const orNone = hasDefault && refName(ref) === untagged ? " or one that does not say its type" : "";
      return [
        refName(ref),
        `A step of type ${tags.map(literal).join(" or ")}${orNone}${way[inSeveral.has(ref) ? "both" : direction]}.`,
      ];
    }),
    ...(untagged === undefined || hasDefault
      ? []
      : [[untagged, "A step that does not say of which type it is."] as const]),
  ];
}
