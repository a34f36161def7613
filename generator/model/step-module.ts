/**
 * A step's factory comes in, the module with its validators goes out. A step may be called as a module is that every package has, or as
 * a device is, which Windows takes for no file.
 */
export const stepModule = (step: string): string => `validators/${takenName.test(step) ? `${step}_` : step}`;

/** With the names that come of them, so that each step has a module of its own. */
const takenName = /^(?:shared|runtime|con|prn|aux|nul|com\d|lpt\d)_*$/i;
