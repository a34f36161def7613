/** A command line in, the reporter that it names out: a mistake elsewhere in the line is told in that way, too. */
import { reporters, type ReporterName } from "../flags.js";

export function reporterOf(argv: readonly string[]): ReporterName {
  const at = argv.findLastIndex((word) => word === "--reporter" || word.startsWith("--reporter="));
  const named = argv[at]?.split("=")[1] ?? argv[at + 1];
  return reporters.find((each) => each === named) ?? reporters[0];
}
