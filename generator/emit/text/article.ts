/** Sounded as in `Untagged` and `XGuard`, where the first letter alone does not tell. */
const vowelSound = /^(?:[AEI]|O(?!ne(?![a-z]))|U(?:[lmp]|n(?!i))|[FHLMNRSX](?:[A-Z\d]|$))/;

/** A type's name comes in, its indefinite article goes out: `an` OrderRequest, `an` XGuardStep, `a` UserRequest. */
export const articleOf = (name: string): "a" | "an" => (vowelSound.test(name) ? "an" : "a");
