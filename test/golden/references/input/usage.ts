import type { Money, Person, Survey } from "../expected/index.js";

const friend: Person = { name: "Ada", friend: { name: "Bob" } };
const money: Money = { amount: 1, payer: friend, survey: { first: { text: "?" } } };

// @ts-expect-error there is no such country
const country: Survey["byAnchor"] = "de";
// @ts-expect-error a person has a name
const nobody: Survey["byWholeFile"] = {};

export const shade = ({ byId, byRelativeId }: Survey): "light" | "dark" | undefined => byId?.shade ?? byRelativeId;
export { country, money, nobody };
