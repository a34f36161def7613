import type { Export, Filter } from "../expected/index.js";

const full: Export = { target: { table: "a" }, note: null, owner: { name: "Ada" }, reviewer: null, limit: "5%", mode: 0, columns: "*" };
const more: Export = { target: { bucket: "b", prefix: null }, columns: ["a"], merged: { name: "Ada", age: 36 }, filter: null };
const filter: Filter = { column: "a", equals: null };

// @ts-expect-error a target is needed
const none: Export = {};
// @ts-expect-error one is no mode
const mode: Export["mode"] = 1;
// @ts-expect-error both parts are needed
const merged: Export["merged"] = { name: "Ada" };
// @ts-expect-error nothing can be there
const never: Export = { target: { table: "a" }, never: null };

export const name = ({ target }: Export): string => ("table" in target ? target.table : target.bucket);
export { filter, full, merged, mode, more, never, none };
