/** What the numeric formats of OpenAPI accept and refuse. */
export interface NumberFormatCases {
  readonly valid: readonly number[];
  readonly invalid: readonly number[];
}

const never = [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
export const numberCases: Readonly<Record<string, NumberFormatCases>> = {
  int32: {
    valid: [0, -0, 1, -1, 2 ** 31 - 1, -(2 ** 31)],
    invalid: [...never, 0.5, -1.5, 2 ** 31, -(2 ** 31) - 1, 2 ** 32, 2 ** 53, 1e308, 5e-324],
  },
  int64: {
    valid: [0, -0, 2 ** 53 + 2, 2 ** 63, -(2 ** 63), 1e18],
    invalid: [...never, 0.5, 1e19, -1e19, 2 ** 63 + 2048, -(2 ** 63) - 2048, 1e308],
  },
  float: { valid: [0, -0, 0.1, 3.4e38, 5e-324, -1], invalid: never },
  double: { valid: [0, -0, 0.1, Number.MAX_VALUE, Number.MIN_VALUE], invalid: never },
};
