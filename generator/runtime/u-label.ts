/**
 * Internationalized host names: a decoded label comes in, whether it is a valid U-label goes out. What a character is,
 * the runtime's own Unicode tables say.
 */

// PVALID (RFC 5892 section 3): letters, digits and marks (2.1) that NFKC and case folding leave alone (2.2, which takes
// the ignorable ones of 2.3 as well), without the blocks of 2.4, old Hangul (2.9) and the refused exceptions of 2.6.
const permitted =
  /^(?:[-a-z\d\u00df\u03c2\u06fd\u06fe\u0f0b\u3007]|(?![\u0640\u07fa\u1100-\u11ff\u20d0-\u20ff\u302e\u302f\u3031-\u3035\u303b\ua960-\ua97c\ud7b0-\ud7fb\u{1d100}-\u{1d24f}]|\p{CWKCF})[\p{L}\p{Mn}\p{Mc}\p{Nd}])$/u;

// Letters that join to what follows them (Joining_Type D), of Arabic and Syriac: the scripts that need a non-joiner ...
const joinsOn =
  /[\u0620\u0626\u0628\u062a-\u062e\u0633-\u063f\u0641-\u0647\u0649\u064a\u066e\u066f\u0679-\u0687\u069a-\u06bf\u06c1\u06c2\u06cc\u06ce\u06d0\u06d1\u06fa-\u06fc\u06ff\u0712-\u0714\u071a-\u071d\u071f-\u0727\u0729\u072b\u072d\u072e\u074e-\u0758\u075c-\u076a\u076d-\u0770\u0772\u0775-\u0777\u077a-\u077f]\p{Mn}*$/u;
// ... and to what precedes them (D or R).
const joinsBack =
  /^\p{Mn}*[\u0620\u0622-\u063f\u0641-\u064a\u066e-\u0673\u0679-\u06d3\u06d5\u06ee\u06ef\u06fa-\u06fc\u06ff\u0710-\u072f\u074d-\u077f]/u;

// The Bidi rule (RFC 5893 section 2): a label with a character written from right to left (R, AL, AN) ...
const rightToLeft = /(?!\p{Mn}|[\u06f0-\u06f9])[\u0590-\u08ff\ufe73\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;
// ... begins with a letter of that kind, holds nothing written the other way but digits, hyphens and marks, and ends
// with a letter or digit and its marks.
const allRightToLeft =
  /^(?!.*[-\u200c\u200d]\p{Mn}*$|\p{M}|[\u0660-\u0669\u06f0-\u06f9\u{10d30}-\u{10d39}])[\u0590-\u08ff\ufe73\u{10800}-\u{10fff}\u{1e800}-\u{1efff}][-\d\p{Mn}\u200c\u200d\u0590-\u08ff\ufe73\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]*$/u;
const arabicDigit = /[\u0660-\u0669\u{10d30}-\u{10d39}]/u;

/**
 * RFC 5891 section 4.2: in NFC, hyphens in their place, no mark in front, each character permitted where it stands,
 * digits of one kind and letters of one direction. `label` is a few dozen characters, as a host name's labels are.
 */
export function isULabel(label: string): boolean {
  const points = [...label];
  return (
    /[^\0-\x7f]/.test(label) &&
    label === label.normalize("NFC") &&
    !/^(?:-|..--|\p{M})|-$/u.test(label) &&
    points.every(
      (point, at) =>
        permitted.test(point) || isPermittedThere(point, points.slice(0, at).join(""), points.slice(at + 1).join("")),
    ) &&
    !(arabicDigit.test(label) && /[\d\u06f0-\u06f9]/.test(label)) &&
    (!rightToLeft.test(label) || allRightToLeft.test(label))
  );
}

/** The contextual rules of RFC 5892 appendix A, but those for digits. */
function isPermittedThere(point: string, before: string, after: string): boolean {
  switch (point) {
    case "\u200c": // zero width non-joiner
      return endsInVirama(before) || (joinsOn.test(before) && joinsBack.test(after));
    case "\u200d": // zero width joiner
      return endsInVirama(before);
    case "\u00b7": // middle dot
      return before.endsWith("l") && after.startsWith("l");
    case "\u0375": // Greek keraia
      return /^\p{Script=Greek}/u.test(after);
    case "\u05f3": // Hebrew geresh
    case "\u05f4": // Hebrew gershayim
      return /\p{Script=Hebrew}$/u.test(before);
    case "\u30fb": // katakana middle dot
      return /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u.test(before + after);
    default:
      return false;
  }
}

/** A virama has canonical combining class 9: NFD puts it behind a mark of class 8 and in front of the one of class 10. */
function endsInVirama(text: string): boolean {
  const last = /[^\P{M}\u05b0\u3099]$/u.exec(text)?.[0];
  return (
    last !== undefined &&
    `${last}\u3099`.normalize("NFD") === `\u3099${last}` &&
    `\u05b0${last}`.normalize("NFD") === `${last}\u05b0`
  );
}
