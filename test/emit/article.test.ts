import { articleOf } from "#generator/emit/text/article.js";
import { expect, test } from "vitest";

test.each([
  [
    "an",
    [
      "OrderRequest",
      "ImageGenStep",
      "UntaggedStep",
      "UpscaleStep",
      "XGuardStep",
      "MCPServer",
      "NSFWLevel",
      "S3Upload",
      "OnerousStep",
      "L",
    ],
  ],
  [
    "a",
    [
      "UserRequest",
      "UnitPrice",
      "UnionStep",
      "URLList",
      "WDTaggingInput",
      "Step",
      "Model3DPreview",
      "FalInput",
      "OneEvent",
      "T",
    ],
  ],
])("a sentence says %s %s", (article, names) => {
  expect(names.filter((name) => articleOf(name) !== article)).toEqual([]);
});
