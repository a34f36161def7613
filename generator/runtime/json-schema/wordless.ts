/** The error for a schema that a dialect cannot tell without saying more or less. */
export const wordless = (target: string, keyword: string): RangeError =>
  new RangeError(`${target} has no words for what the schema says with ${keyword}; draft-2020-12 has`);
