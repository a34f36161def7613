/**
 * The groups of the suite that the generator refuses with a diagnostic, and why. Every other group must get the suite's
 * verdicts, and a group that is listed here must be refused: the list cannot grow old.
 */
export interface Refusal {
  readonly why: string;
  readonly code: string;
  readonly groups: readonly string[];
}

export const refusedOfDraft202012: readonly Refusal[] = [
  {
    why: "the reference is reached through resources that have different anchors",
    code: "SW250",
    groups: [
      "dynamicRef.json: multiple dynamic paths to the $dynamicRef keyword",
      "dynamicRef.json: after leaving a dynamic scope, it is not used by a $dynamicRef",
    ],
  },
  {
    why: "a dialect of one's own may mean anything",
    code: "SW202",
    groups: [
      "vocabulary.json: schema that uses custom metaschema with with no validation vocabulary",
      "vocabulary.json: ignore unrecognized optional vocabulary",
    ],
  },
];

export const refusedOfDraft201909: readonly Refusal[] = [
  {
    why: "the reference is reached through resources that have different anchors",
    code: "SW250",
    groups: [
      "recursiveRef.json: multiple dynamic paths to the $recursiveRef keyword",
      "recursiveRef.json: dynamic $recursiveRef destination (not predictable at schema compile time)",
    ],
  },
  {
    why: "a dialect of one's own may mean anything",
    code: "SW202",
    groups: [
      "vocabulary.json: schema that uses custom metaschema with with no validation vocabulary",
      "vocabulary.json: ignore unrecognized optional vocabulary",
    ],
  },
];
