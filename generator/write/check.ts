/**
 * A package and the folder it belongs in go in; whether they agree, why not, and what mends it come out. Never writes.
 */
import { diagnostic, type Diagnostic } from "../diagnostics.js";
import { asFolder, someOf } from "./emitted-path.js";
import {
  hashesOf,
  manifestName,
  manifestText,
  sha256,
  withTexts,
  type Manifest,
  type SealedPackage,
} from "./manifest.js";
import { inReadingOrder } from "./reading-order.js";
import { foreignNotes, isUpToDate, refuseForeign, survey, type Survey } from "./survey.js";

export interface CheckResult {
  readonly isStale: boolean;
  /** An SW30x error for each reason why the folder is stale, and notes. */
  readonly diagnostics: readonly Diagnostic[];
  /** A short unified diff; empty where the folder is up to date. */
  readonly difference: string;
}

/**
 * @param command what the user is told to run, word for word.
 * @throws Failure SW15x and SW510 where writing would end with the same.
 */
export async function checkPackage(sealed: SealedPackage, out: string, command: string): Promise<CheckResult> {
  const found = regardless(sealed, survey(hashesOf(sealed.files), out));
  refuseForeign(found, out);
  const notes = foreignNotes(found, out);
  if (isUpToDate(found)) return { isStale: false, diagnostics: notes, difference: "" };
  const { differenceText } = await import("./difference.js");
  return {
    isStale: true,
    diagnostics: [...reasons(found, sealed, { folder: asFolder(out), command }), ...notes],
    difference: found.manifest ? differenceText(found, sealed.files, out) : "",
  };
}

/**
 * White space in an input is no reason: then only what the manifest knows of texts is another. Nor are line ends, which Git puts
 * into every checkout where it is told to: what is left is compared, and shown, without them.
 */
function regardless({ manifest, files }: SealedPackage, found: Survey): Survey {
  const same = hashesOf(new Map([...files, [manifestName, manifestText(withTexts(manifest, found.manifest?.texts))]]));
  const changed = found.changed.map(({ path, found }) => ({ path, found: withOwnLineEnds(found) }));
  return { ...found, changed: changed.filter(({ path, found }) => sha256(found) !== same.get(path)) };
}

/** One character a byte, so that no other byte changes. */
const withOwnLineEnds = (bytes: Buffer): Buffer =>
  Buffer.from(bytes.toString("latin1").replaceAll("\r\n", "\n"), "latin1");

function reasons(found: Survey, { manifest: now }: SealedPackage, at: { folder: string; command: string }) {
  const then = found.manifest;
  if (found.interrupted) return [diagnostic("SW305", undefined, at)];
  if (!then) return [diagnostic("SW301", undefined, at)];
  const inputs = changedInputs(then, now);
  const files = editedByHand(found, then);
  const versions = changedVersions(then, now);
  const all = [
    ...(inputs.length > 0 ? [diagnostic("SW302", undefined, { ...at, inputs: someOf(inputs) })] : []),
    ...(files.length > 0 ? [diagnostic("SW303", undefined, { ...at, files: someOf(files) })] : []),
    ...(versions.length > 0 ? [diagnostic("SW304", undefined, { ...at, versions: someOf(versions) })] : []),
  ];
  return all.length > 0 ? all : [diagnostic("SW306", undefined, at)];
}

/** The roles and names of the inputs that are not what the package was made from. */
function changedInputs(then: Manifest, now: Manifest): readonly string[] {
  return changedKeys(then.inputs, now.inputs).map((key) => key.replace(":", " "));
}

/** `ajv 8.19.0 → 8.20.0` for each tool that has another version. */
function changedVersions(then: Manifest, now: Manifest): readonly string[] {
  const generator = then.generator === now.generator ? [] : [`${then.generator} → ${now.generator}`];
  const tools = changedKeys(then.tools, now.tools);
  return [...generator, ...tools.map((name) => `${name} ${then.tools[name] ?? "none"} → ${now.tools[name] ?? "none"}`)];
}

const changedKeys = (then: Readonly<Record<string, string>>, now: Readonly<Record<string, string>>) =>
  Object.keys({ ...then, ...now }).filter((key) => then[key] !== now[key]);

/** The files that are no longer what stepwright once wrote. */
function editedByHand({ missing, changed }: Survey, { outputs }: Manifest): readonly string[] {
  const hashes = new Map(Object.entries(outputs));
  const edited = changed.filter(({ path, found }) => hashes.has(path) && hashes.get(path) !== sha256(found));
  return inReadingOrder([...missing.filter((path) => hashes.has(path)), ...edited.map(({ path }) => path)]);
}
