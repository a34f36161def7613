/** Whether a property's schema may take a value as the tag; checks of formats, and what would take long to ask, are taken to hold. */
import type { Definitions, Scalar, Schema } from "../../json/json-schema.js";
import { takesIn } from "../reading/takes.js";

export const takesTag = (property: Schema | undefined, tag: Scalar, $defs: Definitions): boolean =>
  property === undefined || takesIn($defs)(property, tag) !== false;
