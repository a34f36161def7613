/**
 * Inputs beyond all measure end in a package or in a diagnostic, in bounded time and memory, by the command itself.
 * `ENORMOUS=all` takes those along that need more than some seconds.
 */
import { describe, expect, test } from "vitest";
import { enormous } from "./enormous.js";
import { measuredRun } from "./measured-run.js";

const isAll = process.env["ENORMOUS"] === "all";

describe.each(enormous.filter(({ isSlow }) => isAll || isSlow !== true))("$name", ({ status, files }) => {
  test(`ends with ${status}`, async () => {
    const ending = await measuredRun(files(), { patience: 280, heap: 2_000 });
    const { stderr } = ending;
    expect({ status: ending.status, stderr: stderr.slice(0, 500) }).toMatchObject({ status });
    if (status === 0) expect(stderr).not.toMatch(/error/);
    else expect(stderr).toMatch(/^(?:\S.*)?error SW[123]\d\d /);
    expect(stderr).not.toMatch(/^\s+at |node:internal/m);
    expect(ending.seconds).toBeLessThan(30);
    expect(ending.megabytes).toBeLessThan(2_048);
  });
});
