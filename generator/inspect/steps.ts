/**
 * The step table as lines: each step type with its factory and its input, under it the tags that choose the input's leaf.
 */
import { inputType } from "../emit/steps/input-type.js";
import { propertyOf, type CanonicalSchema } from "../json/json-schema.js";
import type { Steps, StepVariant, WorkflowFactory } from "../model/model.js";
import { definitionOf } from "../schema/reading/definition-of.js";
import { columns, indented, shownName, wrapped } from "./layout.js";
import { leafCount, tagLines, tagTree, type TagTree } from "./tag-tree.js";
import { counted } from "../words/counted.js";

/** @param types the schema as types see it. */
export function stepLines(steps: Steps, { $defs }: CanonicalSchema): readonly string[] {
  const trees = steps.variants.map(({ type }) => {
    return tagTree(propertyOf(definitionOf($defs[type], $defs), steps.inputProperty), $defs);
  });
  const [head = "", ...rows] = columns([
    ["step type", "factory", "input", ""],
    ...steps.variants.map((variant, index) => row(variant, steps, trees[index])),
  ]);
  const table = rows.flatMap((line, index) => [
    line,
    ...indented(treeLines(trees[index])).flatMap((each) => wrapped(each)),
  ]);
  return [
    `${counted(rows.length, "step type")}, told apart by ${shownName(steps.tag)}`,
    ...indented([...aboutAll(steps), "", head, ...table]),
  ];
}

/** What holds for all steps: their unions, `workflow()`, references. */
function aboutAll({ tag, inputProperty, unions, workflow, references }: Steps): readonly string[] {
  const without = (untagged: string | undefined): string =>
    untagged === undefined ? "" : `; without ${shownName(tag)} ${untagged}`;
  return [
    ...unions.map(
      ({ name, direction, untagged }) =>
        `${name} (${direction === "both" ? "request and response" : direction})${without(untagged)}`,
    ),
    ...(workflow === undefined ? [] : [`${call(workflow)} makes ${workflow.type}`]),
    ...(references === undefined ? [] : [`any value inside ${shownName(inputProperty)} may be a ${references.type}`]),
  ];
}

function row(variant: StepVariant, steps: Steps, tree: TagTree | undefined): readonly string[] {
  const { tag, factory, input, options } = variant;
  const parameters = [
    ...(input ? [input.required ? "input" : "input?"] : []),
    ...(options ? [options.required ? "options" : "options?"] : []),
  ];
  const leaves = tree === undefined ? "" : counted(leafCount(tree), "leaf", "leaves");
  return [shownName(tag), `${factory}(${parameters.join(", ")})`, input ? inputType(variant, steps) : "", leaves];
}

const call = ({ name, options }: WorkflowFactory): string =>
  `${name}(steps${options ? `, options${options.required ? "" : "?"}` : ""})`;

const treeLines = (tree: TagTree | undefined): readonly string[] => (tree === undefined ? [] : tagLines(tree));
