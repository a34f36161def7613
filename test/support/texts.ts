/**
 * For fast-check: texts of any characters. That is its own `unit: "binary"`, which takes the better part of a second to be made.
 */
import fc from "fast-check";

/** Whole ones: no halves of a pair. */
const unit = fc
  .oneof(fc.integer({ min: 0, max: 0xd7ff }), fc.integer({ min: 0xe000, max: 0x10ffff }))
  .map((code) => String.fromCodePoint(code));

export const anyText = (maxLength = 10): fc.Arbitrary<string> => fc.string({ unit, maxLength });
