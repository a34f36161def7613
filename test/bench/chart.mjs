/**
 * Everything that was measured → docs/bench.svg: a row a peer, a column a question, bars to the same scale in a column. Its
 * colours follow the reader's light or dark scheme, its ground is the page's.
 */
import { median, ratio } from "./statistics.mjs";

const rowHeight = 26;
const top = 64;
const labelWidth = 206;
const columnWidth = 172;
const barWidth = 112;

const style = `text { font: 12px system-ui, -apple-system, "Segoe UI", sans-serif; fill: #1f2328 }
  .head { font-weight: 600 } .sub, .foot { fill: #656d76; font-size: 11px } .own { font-weight: 700 }
  .bar { fill: #8c959f } .ownbar { fill: #0969da } .rule { stroke: #8c959f; stroke-opacity: 0.35 }
  @media (prefers-color-scheme: dark) { text { fill: #e6edf3 } .sub, .foot { fill: #9198a1 } .bar { fill: #6e7681 } .ownbar { fill: #4493f8 } }`;

const escaped = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

export function chart({ peers, wrong, times, starts, sizes }) {
  const hand = "hand-written";
  const relative = (kind, how) => (name) => {
    const samples = times("medium", kind, name, how);
    return samples && ratio(samples, times("medium", "valid", hand, "guard"));
  };
  const columns = [
    { head: "guard", sub: "× hand-written, three steps", most: 4, digits: 2, of: relative("valid", "guard") },
    {
      head: "list of errors",
      sub: "× the same, one late error",
      most: 12,
      digits: 1,
      of: relative("late", "validate"),
    },
    {
      head: "guard in a bundle",
      sub: "kB, minified and gzipped",
      most: 8,
      digits: 1,
      of: (name) => Math.max(...Object.values(sizes.get(name).guard)) / 1000,
    },
    {
      head: "first verdict",
      sub: "ms from process start",
      most: 200,
      digits: 0,
      of: (name) => median(starts.get(name)),
    },
    {
      head: "wrong verdicts",
      sub: "fewer is better everywhere",
      most: 80,
      digits: 0,
      of: (name) => wrong.get(name).length,
    },
  ];
  const width = labelWidth + columns.length * columnWidth;
  const height = top + peers.length * rowHeight + 34;
  const body = [
    ...columns.flatMap(({ head, sub }, index) => [
      `<text class="head" x="${labelWidth + index * columnWidth}" y="22">${head}</text>`,
      `<text class="sub" x="${labelWidth + index * columnWidth}" y="38">${sub}</text>`,
    ]),
    `<line class="rule" x1="0" x2="${width - 20}" y1="50" y2="50"/>`,
    ...peers.flatMap(({ name }, row) => rowOf(name, top + row * rowHeight, columns)),
    `<text class="foot" x="0" y="${height - 10}">Made by npm run bench. A bar that would be too long ends in a gap; its number tells.</text>`,
  ];
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="Benchmark of validators">\n<style>${style}</style>\n${body.join("\n")}\n</svg>\n`;
}

function rowOf(name, y, columns) {
  const isOwn = name === "stepwright";
  return [
    `<text${isOwn ? ' class="own"' : ""} x="0" y="${y + 13}">${escaped(name)}</text>`,
    ...columns.flatMap(({ most, digits, of }, index) => {
      const x = labelWidth + index * columnWidth;
      const value = of(name);
      if (value === undefined) return [`<text class="sub" x="${x}" y="${y + 13}">–</text>`];
      const full = Math.max(1, Math.min(1, value / most) * barWidth);
      const bar = (from, to) =>
        `<rect class="${isOwn ? "ownbar" : "bar"}" x="${x + from}" y="${y + 3}" width="${(to - from).toFixed(1)}" height="13" rx="2"/>`;
      const bars = value > most ? [bar(0, barWidth - 12), bar(barWidth - 8, barWidth)] : [bar(0, full)];
      const text = `<text${isOwn ? ' class="own"' : ""} x="${(x + full + 6).toFixed(1)}" y="${y + 13}">${value.toFixed(digits)}</text>`;
      return [...bars, text];
    }),
  ];
}
