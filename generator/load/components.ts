/** Where an OpenAPI document has its schemas by their names: the one place that knows it. */
import { formatPointer } from "../json/pointer.js";

export const componentsPointer = "/components/schemas";

/** Whether a place is there, or below. */
export const isInComponents = (segments: readonly string[]): boolean =>
  formatPointer(segments.slice(0, 2)) === componentsPointer;
