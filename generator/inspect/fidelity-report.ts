/**
 * The fidelity report: findings in, lines out, one heading a keyword with its count and its places.
 */
import { fidelity, fidelityOf, isKeyword } from "../schema/reading/fidelity.js";
import { multimap } from "../multimap.js";
import type { Finding } from "./findings.js";
import { indented, wrapped } from "./layout.js";
import { sharedPlaces, shownPlaces } from "./places.js";
import { counted } from "../words/counted.js";

const legend = "Where types and validators part; (+2): two more types have it from the same place of the schema";

const sections = [
  ["checked", "the validators alone check"],
  ["passed", "the validators let pass, the types do not"],
  ["ignored", "nobody checks (annotations)"],
] as const satisfies readonly (readonly [Finding["kind"], string])[];

export function fidelityLines(findings: readonly Finding[]): readonly string[] {
  const lines = sections.flatMap(([kind, title]) => {
    const headings = headingsOf(findings.filter((finding) => finding.kind === kind));
    return headings.length === 0 ? [] : [title, ...indented(headings.flatMap(headingLines))];
  });
  return lines.length === 0 ? ["Types and validators say the same"] : [legend, ...indented(lines)];
}

type Heading = readonly [text: string, findings: readonly [Finding, ...Finding[]]];

/** In the order of the table of keywords, then by name. */
function headingsOf(findings: readonly Finding[]): readonly Heading[] {
  return [...multimap(findings.map((finding) => [headingText(finding), finding] as const))].sort(
    ([text, [one]], [otherText, [other]]) => rankOf(one) - rankOf(other) || (text < otherText ? -1 : 1),
  );
}

const order = Object.keys(fidelity);
const rankOf = ({ keyword }: Finding): number => (isKeyword(keyword) ? order.indexOf(keyword) : order.length);

function headingText({ kind, keyword, value }: Finding): string {
  if (kind === "passed") return passed[keyword] ?? keyword;
  if (kind === "ignored" && !isKeyword(keyword)) return `${keyword} (no keyword of JSON Schema 2020-12)`;
  const known = fidelityOf(keyword);
  const note = known.by === "either" ? known.says : known.by === "type" ? known.loses : undefined;
  return `${keyword}${value === undefined ? "" : ` ${value}`}${note === undefined ? "" : ` (${note})`}`;
}

/** By the keyword that is missing, or that the rule behind it belongs to. */
const passed: Readonly<Record<string, string>> = {
  additionalProperties: "unknown properties (an object literal that has one does not compile)",
  discriminator: "tags that the schema does not list",
};

function headingLines([text, findings]: Heading): readonly string[] {
  const places = sharedPlaces(findings);
  return [`${text}: ${counted(places.length, "place")}`, ...indented(wrapped(shownPlaces(places).join(", "), 0))];
}
