/** A name comes in, its indefinite article goes out: `an` OrderRequest, `a` UserRequest. */
export const articleOf = (name: string): "a" | "an" => (/^[AEIO]/i.test(name) ? "an" : "a");
