import fc from "fast-check";
import { expect, test } from "vitest";
import { factoryName, isFactoryName } from "#generator/schema/name/factory-name.js";
import { isIdentifier } from "#generator/schema/name/identifier-name.js";
import { anyText } from "../support/texts.js";

test.each([
  ["imageGen", "imageGen"],
  ["ImageGen", "imageGen"],
  ["image_gen", "imageGen"],
  ["a-b", "aB"],
  ["image gen", "imageGen"],
  ["3D", "step3D"],
  ["wan2.5", "wan2_5"],
  ["v1_2", "v1_2"],
  ["HiDream-O1-Image-dev", "hiDreamO1ImageDev"],
  ["TTS", "tts"],
  ["SDCpp", "sdCpp"],
  ["delete", "delete_"],
  ["await", "await_"],
  ["arguments", "arguments_"],
  ["fetch", "fetch_"],
  ["then", "then_"],
  ["isStep", "isStep_"],
  ["stepRef", "stepRef_"],
  ["Object", "object"],
  ["constructor", "constructor"],
  ["__proto__", "proto"],
  ["$ref", "ref"],
  ["größe", "größe"],
  ["*/ alert(1)", "alert1"],
  ["</script>", "script"],
  ["🎨", "step1f3a8"],
  ["", "step"],
])("%j becomes %s", (tag, name) => expect(factoryName(tag)).toBe(name));

test("every tag becomes a name that can be declared", () => {
  fc.assert(
    fc.property(fc.oneof(anyText(), fc.string({ unit: "grapheme" }), fc.string()), (tag) => {
      expect(isFactoryName(factoryName(tag))).toBe(true);
    }),
  );
});

test.each(["a", "_", "$a", "ünïcode", "of", "async", "type"])("%s is an identifier", (name) => {
  expect(isIdentifier(name)).toBe(true);
  expect(() => new Function(`"use strict"; const ${name} = 1;`)).not.toThrow();
});

test.each(["", "1a", "a-b", "a b", "a;b", "class", "let", "static", "yield", "a\u2028b", "😀"])(
  "%j is not an identifier",
  (name) => {
    expect(isIdentifier(name)).toBe(false);
    expect(() => new Function(`"use strict"; const ${name} = 1;`)).toThrow(SyntaxError);
  },
);
