/**
 * A part's job in, its files as they go to the disk out: emitted and formatted, here or wherever `Make` has it done.
 */
import type { Job } from "../emit/parts/jobs.js";
import { emitPart } from "../emit/parts/emit-part.js";
import { format, type Files } from "../format.js";

/** @throws Failure with all that is wrong in the part. */
export type Make = (job: Job) => Promise<Files>;

export const makeHere: Make = (job) => format(emitPart(job));
