import { EVENT_NAMES, isRunEvent, parseSubscription, type EventName, type Subscription } from "../expected/index.js";

const names: readonly EventName[] = EVENT_NAMES;
const subscription: Subscription = { url: "https://example.org", events: [...names], retries: undefined };

// @ts-expect-error at least the address and the events
const empty: Subscription = {};

export const seconds = (event: unknown): number => (isRunEvent(event) ? event.run.seconds : 0);
export const again: Subscription = parseSubscription(subscription);
export { empty };
