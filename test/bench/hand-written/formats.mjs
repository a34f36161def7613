/**
 * The formats `uri` (RFC 3986) and `date-time` (RFC 3339) by hand: one regular expression accepts what is ordinary, whatever it
 * does not accept is taken apart exactly.
 */

const ordinaryUri =
  /^https?:\/\/[\w.-]+(?:[/?](?:[!$&-;=?-Z_a-z~][!$&-;=?-Z_a-z~][!$&-;=?-Z_a-z~][!$&-;=?-Z_a-z~])*[!$&-;=?-Z_a-z~]{0,3})?$/;
const parts = /^[a-z][a-z\d+.-]*:(?:\/\/([^/?#]*))?([^?#]*)(?:\?([^#]*))?(?:#([^]*))?$/i;
const notInPath = /[^!$&-;=@-Z_a-z~%]|%(?![\da-f]{2})/i;
const notInQuery = /[^!$&-;=?-Z_a-z~%]|%(?![\da-f]{2})/i;
const notInName = /[^!$&-.\w;=~%]|%(?![\da-f]{2})/i;
const notInUser = /[^!$&-.\w:;=~%]|%(?![\da-f]{2})/i;

export function isUri(text) {
  if (ordinaryUri.test(text)) return true;
  const found = parts.exec(text);
  if (found === null) return false;
  const [, authority, path, query = "", fragment = ""] = found;
  if (notInPath.test(path) || notInQuery.test(query) || notInQuery.test(fragment)) return false;
  return authority === undefined || isAuthority(authority);
}

function isAuthority(text) {
  const at = text.indexOf("@");
  if (at >= 0 && notInUser.test(text.slice(0, at))) return false;
  const [, literal, name] = /^(?:\[([^[\]]*)\]|([^:]*))(?::\d*)?$/.exec(text.slice(at + 1)) ?? [];
  if (name !== undefined) return !notInName.test(name);
  return literal !== undefined && (/^v[\da-f]+\.[!$&-.\w:;=~]+$/i.test(literal) || isIpv6(literal));
}

function isIpv6(text) {
  const halves = text.split("::");
  const counts = halves.map((half, index) => countGroups(half, index === halves.length - 1));
  const groups = counts.reduce((sum, count) => sum + count, 0);
  return halves.length === 1 ? groups === 8 : halves.length === 2 && groups <= 7;
}

/** How many groups of 16 bits; NaN where one is none. An IPv4 address may stand for the last two. */
function countGroups(half, isLast) {
  if (half === "") return 0;
  const groups = half.split(":");
  const ipv4 = /^(?:(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(?:\.(?=\d)|$)){4}$/;
  const isTwo = isLast && ipv4.test(groups.at(-1));
  const others = isTwo ? groups.slice(0, -1) : groups;
  return others.every((group) => /^[\da-f]{1,4}$/i.test(group)) ? others.length + (isTwo ? 2 : 0) : NaN;
}

const ordinaryDateTime =
  /^\d\d\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/;
const fields =
  /^(\d{4})-(\d\d)-(\d\d)T([01]\d|2[0-3]):([0-5]\d):([0-5]\d|60)(?:\.\d+)?(?:Z|([+-])([01]\d|2[0-3]):([0-5]\d))$/i;

export const isDateTime = (text) => ordinaryDateTime.test(text) || isRareDateTime(text);

/** Days 29 to 31, small letters, leap seconds: second 60 is one only in the last minute of a day in UTC. */
function isRareDateTime(text) {
  const found = fields.exec(text);
  if (found === null) return false;
  const [year, month, day, hour, minute, second] = found.slice(1, 7).map(Number);
  const isLeapYear = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const days = month === 2 ? (isLeapYear ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
  if (month < 1 || month > 12 || day < 1 || day > days) return false;
  const offset = found[7] === undefined ? 0 : (found[8] * 60 + +found[9]) * (found[7] === "-" ? -1 : 1);
  return second < 60 || (hour * 60 + minute - offset + 2880) % 1440 === 1439;
}
