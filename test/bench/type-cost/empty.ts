/** Nothing: what TypeScript itself costs. */
export const nothing = {};
