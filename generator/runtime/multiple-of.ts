/**
 * Whether a number is a multiple of another as people write them: 19.99 is a multiple of 0.01, although no binary
 * fraction is. The decimal digits of both are compared as integers (JSON Schema 2020-12, validation 6.2.1).
 */
export function isMultipleOf(value: number, divisor: number): boolean {
  if (value % divisor === 0) return true;
  const [digits, scale] = decimal(value);
  const [unit, unitScale] = decimal(divisor);
  const common = Math.max(scale, unitScale);
  return (digits * 10n ** BigInt(common - scale)) % (unit * 10n ** BigInt(common - unitScale)) === 0n;
}

/** `12.5` → `[125n, 1]`, `5e300` → `[5n, -300]`. */
function decimal(value: number): [digits: bigint, scale: number] {
  const [mantissa = "0", exponent = "0"] = String(value).split("e");
  const [whole = "0", fraction = ""] = mantissa.split(".");
  return [BigInt(whole + fraction), fraction.length - Number(exponent)];
}
