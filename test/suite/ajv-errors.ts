/**
 * The groups of the suite in which AJV 8 itself is wrong at run time, and why. It must be right in all others, and wrong in
 * these: the list cannot grow old.
 */
import type { Draft } from "./official-suite.js";

interface AjvError {
  readonly why: string;
  readonly groups: readonly string[];
}

const sinceDraft201909: readonly AjvError[] = [
  { why: "it refuses an empty `enum`", groups: ["enum.json: empty enum"] },
  {
    why: "its compiler follows these references in a circle until the stack runs out",
    groups: [
      "ref.json: refs with relative uris and defs",
      "ref.json: relative refs with absolute uris and defs",
      "ref.json: URN ref with nested pointer ref",
    ],
  },
  {
    why: "an `if` without `then` evaluates nothing where it holds, or something where it does not",
    groups: [
      "unevaluatedItems.json: unevaluatedItems can see annotations from if without then and else",
      "unevaluatedProperties.json: unevaluatedProperties can see annotations from if without then and else",
      "unevaluatedProperties.json: unevaluatedProperties with if/then/else, then not defined",
    ],
  },
  {
    why: "the items of one branch count, whether it holds or not",
    groups: ["unevaluatedItems.json: unevaluatedItems with nested items"],
  },
];

const proto: AjvError = {
  why: "a property `__proto__` goes unchecked",
  groups: ["properties.json: properties whose names are Javascript object property names"],
};

export const ajvErrors: Readonly<Record<Draft, readonly AjvError[]>> = {
  "draft2020-12": [
    ...sinceDraft201909,
    proto,
    {
      why: "a `$dynamicRef` misses the anchors below a root and then leads to the root, and one with a file is refused",
      groups: [
        "dynamicRef.json: A $dynamicRef resolves to the first $dynamicAnchor still in scope that is encountered when the schema is evaluated",
        "dynamicRef.json: A $dynamicRef with intermediate scopes that don't include a matching $dynamicAnchor does not affect dynamic scope resolution",
        "dynamicRef.json: A $dynamicRef that initially resolves to a schema with a matching $dynamicAnchor resolves to the first $dynamicAnchor in the dynamic scope",
        "dynamicRef.json: tests for implementation dynamic anchor and reference link",
        "dynamicRef.json: $ref and $dynamicAnchor are independent of order - $defs first",
        "dynamicRef.json: $ref and $dynamicAnchor are independent of order - $ref first",
        "unevaluatedItems.json: unevaluatedItems with $dynamicRef",
        "unevaluatedProperties.json: unevaluatedProperties with $dynamicRef",
        "dynamicRef.json: A $dynamicRef to a $dynamicAnchor in the same schema resource behaves like a normal $ref to an $anchor",
        "dynamicRef.json: A $dynamicRef to an $anchor in the same schema resource behaves like a normal $ref to an $anchor",
        "dynamicRef.json: A $dynamicRef without anchor in fragment behaves identical to $ref",
        "dynamicRef.json: An $anchor with the same name as a $dynamicAnchor is not used for dynamic scope resolution",
        "dynamicRef.json: A $dynamicRef without a matching $dynamicAnchor in the same schema resource behaves like a normal $ref to $anchor",
        "dynamicRef.json: A $dynamicRef with a non-matching $dynamicAnchor in the same schema resource behaves like a normal $ref to $anchor",
        "dynamicRef.json: A $dynamicRef that initially resolves to a schema without a matching $dynamicAnchor behaves like a normal $ref to $anchor",
        "dynamicRef.json: $ref to $dynamicRef finds detached $dynamicAnchor",
        "dynamicRef.json: $dynamicRef points to a boolean schema",
        "dynamicRef.json: $dynamicRef skips over intermediate resources - direct reference",
        "dynamicRef.json: $dynamicRef avoids the root of each schema, but scopes are still registered",
      ],
    },
    {
      why: "where `contains` holds, all items count as evaluated",
      groups: [
        "unevaluatedItems.json: unevaluatedItems depends on adjacent contains",
        "unevaluatedItems.json: unevaluatedItems depends on multiple nested contains",
        "unevaluatedItems.json: unevaluatedItems and contains interact to control item dependency relationship",
        "unevaluatedItems.json: unevaluatedItems with minContains = 0",
      ],
    },
  ],
  "draft2019-09": [
    ...sinceDraft201909,
    proto,
    {
      why: "a `$recursiveRef` goes on outwards from a resource without `$recursiveAnchor`",
      groups: ["recursiveRef.json: $recursiveRef with no $recursiveAnchor in the initial target schema resource"],
    },
  ],
  draft7: [
    proto,
    {
      why: "what stands beside `$ref` counts, as it does since 2019-09",
      groups: [
        "ref.json: ref overrides any sibling keywords",
        "ref.json: $ref prevents a sibling $id from changing the base uri",
      ],
    },
  ],
};
