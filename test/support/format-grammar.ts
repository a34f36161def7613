/**
 * The grammars of RFC 3986 and RFC 3339, rule by rule as they are printed there: slow and plain, a second opinion on
 * the checks that are emitted.
 */
const any = (...rules: readonly string[]): string => `(?:${rules.join("|")})`;
const maybe = (rule: string): string => `(?:${rule})?`;
const many = (rule: string): string => `(?:${rule})*`;
const whole = (rule: string): RegExp => new RegExp(`^${rule}$`);

// RFC 3986, appendix A.
const hexdig = "[0-9A-Fa-f]";
const unreserved = "[A-Za-z0-9._~-]";
const pctEncoded = `%${hexdig}${hexdig}`;
const subDelims = "[!$&'()*+,;=]";
const pchar = any(unreserved, pctEncoded, subDelims, ":", "@");
const segment = many(pchar);
const segmentNz = `${pchar}${segment}`;
const segmentNzNc = `${any(unreserved, pctEncoded, subDelims, "@")}+`;
const decOctet = any("25[0-5]", "2[0-4][0-9]", "1[0-9]{2}", "[1-9][0-9]", "[0-9]");
const ipv4 = `${decOctet}\\.${decOctet}\\.${decOctet}\\.${decOctet}`;
const h16 = `${hexdig}{1,4}`;
const ls32 = any(`${h16}:${h16}`, ipv4);
const before = (groups: number): string => maybe(`(?:${h16}:){0,${groups}}${h16}`);
const ipv6 = any(
  `(?:${h16}:){6}${ls32}`,
  `::(?:${h16}:){5}${ls32}`,
  `${before(0)}::(?:${h16}:){4}${ls32}`,
  `${before(1)}::(?:${h16}:){3}${ls32}`,
  `${before(2)}::(?:${h16}:){2}${ls32}`,
  `${before(3)}::${h16}:${ls32}`,
  `${before(4)}::${ls32}`,
  `${before(5)}::${h16}`,
  `${before(6)}::`,
);
const ipvFuture = `[vV]${hexdig}+\\.${any(unreserved, subDelims, ":")}+`;
const host = any(`\\[${any(ipv6, ipvFuture)}\\]`, ipv4, many(any(unreserved, pctEncoded, subDelims)));
const userinfo = many(any(unreserved, pctEncoded, subDelims, ":"));
const authority = `${maybe(`${userinfo}@`)}${host}${maybe(":[0-9]*")}`;
const pathAbempty = many(`/${segment}`);
const pathAbsolute = `/${maybe(`${segmentNz}${many(`/${segment}`)}`)}`;
const pathRootless = `${segmentNz}${many(`/${segment}`)}`;
const pathNoscheme = `${segmentNzNc}${many(`/${segment}`)}`;
const tail = `${maybe(`\\?${many(any(pchar, "/", "\\?"))}`)}${maybe(`#${many(any(pchar, "/", "\\?"))}`)}`;
const hierPart = any(`//${authority}${pathAbempty}`, pathAbsolute, pathRootless, "");
const relativePart = any(`//${authority}${pathAbempty}`, pathAbsolute, pathNoscheme, "");
const uri = `[A-Za-z][A-Za-z0-9+.-]*:${hierPart}${tail}`;

export const ipv6Grammar = whole(ipv6);
export const uriGrammar = whole(uri);
export const uriReferenceGrammar = whole(any(uri, `${relativePart}${tail}`));

// RFC 3339, appendix A.
const second = "[0-9]+[Ss]";
const minute = `[0-9]+[Mm]${maybe(second)}`;
const time = `[Tt]${any(`[0-9]+[Hh]${maybe(minute)}`, minute, second)}`;
const day = "[0-9]+[Dd]";
const month = `[0-9]+[Mm]${maybe(day)}`;
const date = `${any(day, month, `[0-9]+[Yy]${maybe(month)}`)}${maybe(time)}`;
export const durationGrammar = whole(`[Pp]${any(date, time, "[0-9]+[Ww]")}`);

/** RFC 3339 section 5.6 with the restrictions of section 5.7: fields taken apart, days counted by the calendar of the runtime. */
export function isDateTimeByField(text: string): boolean {
  const fields =
    /^([0-9]{4})-([0-9]{2})-([0-9]{2})[Tt]([0-9]{2}):([0-9]{2}):([0-9]{2})(?:\.[0-9]+)?(?:[Zz]|([+-])([0-9]{2}):([0-9]{2}))$/.exec(
      text,
    );
  if (fields === null) return false;
  const [year, month, day, hour, minute, second] = fields.slice(1, 7).map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const [offsetHour, offsetMinute] = [Number(fields[8] ?? 0), Number(fields[9] ?? 0)];
  // 400 years later the calendar is the same, and no year below 100 is taken for one of the last century.
  const days = new Date(Date.UTC(year + 400, month, 0)).getUTCDate();
  if (month < 1 || month > 12 || day < 1 || day > days || hour > 23 || minute > 59 || second > 60) return false;
  if (offsetHour > 23 || offsetMinute > 59) return false;
  const utc = new Date(
    Date.UTC(2000, 0, 2, hour, minute) - (fields[7] === "-" ? -1 : 1) * (offsetHour * 60 + offsetMinute) * 60_000,
  );
  return second < 60 || (utc.getUTCHours() === 23 && utc.getUTCMinutes() === 59);
}
