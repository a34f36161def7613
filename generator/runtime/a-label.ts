/**
 * Internationalized host names: a label that begins with `xn--` comes in, whether it stands for a valid U-label goes
 * out.
 */
import { isULabel } from "./u-label.js";

/** RFC 5890 section 2.3.2.1 A-label: `xn--` (in either case) and the Punycode of a valid U-label. */
export function isALabel(label: string): boolean {
  const decoded = decodePunycode(label.slice(4).toLowerCase());
  return decoded !== undefined && isULabel(decoded);
}

/**
 * RFC 3492 section 6.2 with the parameters of section 5; undefined for what no encoder writes. `text` is at most 59
 * lower-case letters, digits and hyphens.
 */
function decodePunycode(text: string): string | undefined {
  const delimiter = text.lastIndexOf("-");
  const points = [...text.slice(0, Math.max(delimiter, 0))];
  // A delimiter in front of everything is no delimiter, and no digit either: the loop refuses it.
  let at = delimiter > 0 ? delimiter + 1 : 0;
  let point = 128;
  let bias = 72;
  for (let place = 0; at < text.length; place++) {
    const from = place;
    for (let k = 36, weight = 1; ; k += 36) {
      const digit = (parseInt(text.charAt(at++), 36) + 26) % 36;
      if (Number.isNaN(digit)) return undefined;
      place += digit * weight;
      const threshold = Math.min(Math.max(k - bias, 1), 26);
      if (digit < threshold) break;
      weight *= 36 - threshold;
    }
    const count = points.length + 1;
    bias = adapted(place - from, count, from === 0);
    point += Math.floor(place / count);
    place %= count;
    if (point > 0x10ffff || (point >= 0xd800 && point < 0xe000)) return undefined;
    points.splice(place, 0, String.fromCodePoint(point));
  }
  return points.join("");
}

/** RFC 3492 section 6.1. */
function adapted(distance: number, count: number, first: boolean): number {
  let delta = Math.floor(distance / (first ? 700 : 2));
  delta += Math.floor(delta / count);
  let k = 0;
  for (; delta > 455; k += 36) delta = Math.floor(delta / 35);
  return k + Math.floor((36 * delta) / (delta + 38));
}
