/** What the formats of names, addresses and the rest accept and refuse: the tricky cases that the official suite leaves out. */
import { everyFormat, type FormatCases, words } from "./words.js";

export const networkCases: Readonly<Record<string, FormatCases>> = {
  email: {
    valid: [
      ...words(`
        a@b A.b+c@D-e.f1 !#$%&'*+-/=?^_\`{|}~@a 1@1 a@b--c.d a@[1.2.3.4] a@[01.002.3.4] a@[IPv6:::]
        a@[ipv6:1::2:3.4.5.6] a@[IPv6:1:2:3:4:5:6:7:8] a@[IPv6:1:2:3:4:5:6:1.2.3.4] a@[IPv6:1:2:3:4:5:6::]
        a@[IPv6:1:2:3:4::1.2.3.4]
      `),
      ...['""@a', '"@"@a', '"\\""@a', '"a\\\\"@a', '"a b.. c"@a', '"\\ "@a'],
      `${"a".repeat(65)}@${"b".repeat(64)}.c`,
    ],
    invalid: [
      ...everyFormat,
      ...words(`
        @ a a@ @b a@b@c a@.b a@b. a@b..c a@-b a@b- a@b.-c a@b-.c a@b_c .a@b a.@b a..b@c a@b,c a@é é@a a@xn--é (c)a@b
        a@(c)b a@[1.2.3] a@[1.2.3.256] a@[1.2.3.4 a@1.2.3.4] a@[1.2.3.4.] a@[.1.2.3.4] a@[1.2.3.4]b a@[::1]
        a@[foo:bar] a@[0001.2.3.4] a@[IPv6:1.2.3.4] a@[IPv6:1:2:3:4:5:6:7::] a@[IPv6:1:2:3:4:5::1.2.3.4]
        a@[IPv6:1:2] a@[IPv6:1::2::3] a@[IPv6:12345::]
      `),
      ...[
        '"@a',
        '"a"b@c',
        'a"b"@c',
        '"a\\"@b',
        '\\x"a"@b',
        '"é"@a',
        '"a\n"@b',
        '"\\\n"@b',
        "a b@c",
        "a@b c",
        "a@b\n",
        " a@b",
        "<a@b>",
      ],
    ],
  },
  hostname: {
    valid: [
      ...words(`
        a 1 a-b a--b ab--cd A.B.c 1.2.3.4 xn--bcher-kva.example XN--BCHER-KVA xn--p1ai xn--mgbaam7a8h xn--fiqs8s
        xn--ll-0ea
      `),
      `${"a".repeat(63)}.${"b".repeat(63)}.${"c".repeat(63)}.${"d".repeat(61)}`,
    ],
    invalid: [
      ...everyFormat,
      ...words(`
        -a a- a..b .a a. a_b é a.-b a-.b xn-- xn--- xn--a xn--a- xn---a xn--bcher-kv xn--bcher-kva- xn--99999999
        a.xn--0
      `),
      // Punycode that no valid label gives: nothing encoded, a surrogate, a pair of them, beyond Unicode, upper case, not NFC, full
      // width, emoji.
      ...words(`xn--abcde- xn--a-rc4g xn--cd9bq2e xn--99999999 xn--dca xn--e-xbb xn--mi7c xn--ls8h`),
      // Hyphens third and fourth, first, last; a joiner and a non-joiner where none belongs.
      ...words(`xn--aa---3ra xn----eha xn----dha xn--1ug xn--0ug xn--ab-j1t xn--h-6fc853r xn--1ug926dsa`),
      // Two directions: Hebrew after a letter, before one, after a digit, before a hyphen with a mark; Arabic and other digits.
      ...words(`xn--a-0hc xn--a-zhc xn--1-0hc xn----6fc8g xn--ngb6iyr xn--1-0mc2o`),
      "a".repeat(64),
      `${"a".repeat(63)}.${"b".repeat(63)}.${"c".repeat(63)}.${"d".repeat(62)}`,
      "a\n",
    ],
  },
  ipv4: {
    valid: [...words(`0.0.0.0 255.255.255.255 1.20.199.249`)],
    invalid: [
      ...everyFormat,
      ...words(`1.2.3 1.2.3.4.5 1.2.3.256 01.2.3.4 1.2.3.4. .1.2.3.4 1..3.4 1.2.3.0x4 ١.2.3.4 1.2.3.1000`),
      "1.2.3.4\n",
    ],
  },
  ipv6: {
    valid: [
      ...words(`
        :: ::1 1:: 1::8 1:2:3:4:5:6:7:: ::2:3:4:5:6:7:8 1:2:3::5:6:7:8 ABCD:ef01:0:0:0:0:0:0001 ::1.2.3.4
        1:2:3:4:5:6:1.2.3.4 1:2:3:4:5::1.2.3.4
      `),
    ],
    invalid: [
      ...everyFormat,
      ...words(`
        : ::: 1 1: :1 1:2:3:4:5:6:7 1:2:3:4:5:6:7:8:9 1:2:3:4:5:6:7:8:: ::1:2:3:4:5:6:7:8 1::2::3 1:::2 g:: 00001::
        ::1:: 1:2:3:4::5:6:7:8 ::1.2.3 ::1.2.3.256 ::01.2.3.4 1.2.3.4:: 1.2.3.4 1:2:3:4:5:6:7:1.2.3.4
        1:2:3:4:5:6::1.2.3.4 ::1.2.3.4:5 [::1] ::1%eth0 ::1/64 ::_ ::١
      `),
      "::1\n",
    ],
  },
  uuid: {
    valid: ["00000000-0000-0000-0000-000000000000", "FFFFFFFF-ffff-ffff-ffff-ffffffffffff"],
    invalid: [
      ...everyFormat,
      "{00000000-0000-0000-0000-000000000000}",
      "00000000-0000-0000-0000-00000000000g",
      "00000000-0000-0000-0000-000000000000\n",
      "00000000000000000000000000000000",
    ],
  },
  regex: {
    valid: ["", "a", "(?<a>b)\\k<a>", "\\p{L}", "[^]", "(?<!a)b", "\\u{1F600}", "\\/", "💩{2}"],
    invalid: [
      ...words(`( ) [ a**`),
      "\\",
      "\\a",
      "\\p{Nope}",
      ...words(`{ } ] a{2,1} (?<a>)(?<a>)`),
      "\\k<a>",
      "\\1",
      "[b-a]",
      "\\-",
      "(".repeat(100_000),
    ],
  },
};
