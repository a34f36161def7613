/** What the formats of URIs and pointers accept and refuse: the tricky cases that the official suite leaves out. */
import { everyFormat, type FormatCases, words } from "./words.js";

export const uriCases: Readonly<Record<string, FormatCases>> = {
  uri: {
    valid: [
      ...words(`
        a: a:b a:/ a:/b//c a:b//c a:?q a:#f a:?q#f a+b-c.d1:x A:b urn:a:b mailto:a@b?subject=c%20d data:,%00 http://
        http://? http://# http:///a http://:80 http://: http://a: http://a:80/ http://a:/ a://b//c http://@a
        http://u@a http://u:@a http://:p@a http://u:p@a:8080/b http://u%40v@a http://a%20b http://[::1]:80/a
        http://[::1] http://[::1]?q http://u@[::1]:/ HTTP://[::FFFF:1.2.3.4]#f http://[v1.a:b]
        http://[vAF.~!$&'()*+,;=:_-] http://u:p@[V1.x]:1 http://%41@[::1]:80/%41
      `),
      "http://[1:2:3:4:5:6:7::]",
      "https://image.civitai.com/xG1nkq/c728-4256/original=true,quality=90,optimized=true/42750475.jpeg?a=%2B&b=/?:@#/?",
      "http://a/-._~!$&'()*+,;=:@/%2f%2F?-._~!$&'()*+,;=:@/?#-._~!$&'()*+,;=:@/?",
      `a:${"%20".repeat(400_000)}`,
    ],
    invalid: [
      ...everyFormat,
      ...words(`
        a /a //a ?a #a 1a:b -a:b :a a_b:c a%41:b %41:b ht%20tp://a é:b a:é http://é/ http://a/é http://ａ/ a://b@c@d
        http://a:8a http://a:-1 http://a:80:80 http://a:b:c http://u:p:q@a:1:2 http://a:%30 http://% http://%a
        http://%zz http://%4 a:% a:%4 a:%4g a:%G4 a:%%41 a:%4%31 http://%%2041 a:?% a:#% a:#a%4 http://[ http://]
        http://[] http://[::1 http://::1] http://[::1]a http://a[::1] http://[::1][::1] http:a//[::1] http://[::1]]
        http://[[::1]] http://[::1]@a http://[::1]:a http://[::1]:80:80 http:/[::1] http://a/[::1] http://[1.2.3.4]
        http://[::1%25eth0] http://[v.a] http://[v1.] http://[vg.a] http://[v1.%20] http://[v1.a@b]
        http://[::1]:[::1] http://[::1]:@ http://[::1]:80@a http://[::1]:@a:80 http://?@[::1] http://a?//[::1]
        http://[1:2] http://[1::2::3] http://[::ffff:1.2.3.400] a:#b#c a:## http://a#b#c
      `),
      "http://a b",
      ...Array.from(' "<>[]\\^`{|}\n\r\t\0\x7f\u2028', (char) => `http://a/${char}b`),
      ...Array.from(' "<>[]\\^`{|}\n\r\t\0\x7f\u2028', (char) => `a:b?c${char}`),
      "a:b\n",
      " a:b",
      `a:${"%20".repeat(400_000)}%`,
    ],
  },
  "uri-reference": {
    valid: [
      "",
      ...words(`
        a a:b /a:b ./a:b ?a:b #a:b // //a //a:80 //a@b:80/c?d#e //[::1] //[::1]:80/a a/b:c a%20b ../.. . ? # /? /#
        ?# @ a@b * ; a=b,c http://[::1]:80/a //u@[v1.x]
      `),
    ],
    invalid: [
      ...words(`
        1a:b :a : %41:b a%3A:b [::1] //[::1 //a:b //a:80:80 /a[b] a^b a|b é % %4 %zz /%4g ?% #% a#b#c //a@b@c
        http://a:b //[1:2] //[::1]a
      `),
      " ",
      "a b",
      "a\n",
      "\\a",
    ],
  },
  "json-pointer": {
    valid: ["", "/", "//", "/~0~1", "/a b", "/\n", "/💩", "/\ud800", "/#", "/~0".repeat(2_000_000)],
    invalid: [" ", "a", "#/a", "/~", "/~2", "/~01~", "~0", "\n/a", `${"/~0".repeat(2_000_000)}~`],
  },
  "relative-json-pointer": {
    valid: ["0", "10", "0#", "1/a", "0/", "0/~0~1", "0-1", "0+1/a", "2-10#", `0${"/~0".repeat(2_000_000)}`],
    invalid: [...everyFormat, ...words(`00 01 -1 +1 0a 0#a 0## 0/~ 0/~2 0- 0+01 0--1 /a #`), "0\n", "١"],
  },
};
