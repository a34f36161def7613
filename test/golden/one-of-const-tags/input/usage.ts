import {
  fold,
  glue,
  isStep,
  matchStep,
  ORDER_STATES,
  print,
  safeParseOrder,
  sew,
  ship,
  workflow,
  type Order,
  type OrderRequest,
  type OrderState,
  type OrderStep,
  type StepType,
} from "../expected/index.js";

const address = { street: "Main", city: "Bern" };
const request: OrderRequest = workflow(
  [print({ file: "file:///a.pdf", copies: 2 }, { label: "front" }), fold(), fold({ pattern: "gate" }), sew({ edge: "left" }), ship(address, { carrier: "bike" })],
  { customer: "Ada", dueAt: undefined },
);
const first: OrderState = ORDER_STATES[0];
const types: StepType[] = ["print", "fold", "sew", "glue", "ship"];
const glued: "glue" = glue({ edge: "top" }).kind;

// @ts-expect-error the server assigns the id
workflow([], { customer: "Ada", id: "1" });
// @ts-expect-error an order has a customer
workflow([]);
// @ts-expect-error the option is called insured
ship(address, { carrier: "bike", insurred: true });
// @ts-expect-error a shipment has a carrier
ship(address);
// @ts-expect-error there is no such pattern
fold({ pattern: "thrice" });
// @ts-expect-error copies are missing
print({ file: "file:///a.pdf" });
// @ts-expect-error there is no such step
const unknown: StepType = "staple";

export function describe(order: Order): string[] {
  return order.steps.map((step) =>
    matchStep(step, {
      print: ({ sheets }) => `${sheets ?? 0} sheets`,
      fold: ({ input }) => input?.pattern ?? "half",
      sew: ({ kind, input }) => `${kind satisfies "sew"} at the ${input.edge}`,
      glue: ({ input }) => `glued at the ${input.edge}`,
      ship: ({ carrier, input }) => `${carrier} to ${input.city}`,
    }),
  );
}

export function sheets(step: OrderStep): number | undefined {
  if (isStep(step, "print")) return step.sheets;
  // @ts-expect-error a shipment has none
  if (step.kind === "ship") return step.sheets;
  // @ts-expect-error three cases are missing
  return matchStep(step, { ship: () => 0 });
}

const result = safeParseOrder(request);
export const places = result.success ? [result.data.id] : result.issues.map(({ pointer }) => pointer);
export { first, glued, types, unknown };
