/** The number that `minProperties` and `maxProperties` speak of: a property that is undefined counts as absent, as in JSON. */
export const propertyCount = (data: object): number =>
  Object.values(data).filter((value) => value !== undefined).length;
