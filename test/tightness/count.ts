/**
 * Something that makes types of schemas in; out, for each file of the official suite, how many of the values that the suite
 * calls invalid its types refuse, how many valid ones they refuse too, and how many schemas it fails at.
 */
import { groupsOf, neededBy, remotesOf, type Group } from "../suite/official-suite.js";
import { askAssignable, type Manner, type TypeAndValues } from "../support/assignable.js";

const draft = "draft2020-12";

export interface Typer {
  readonly name: string;
  /** @throws whatever it throws where it fails at the schema. */
  typesOf(schema: Group["schema"], remotes: ReturnType<typeof remotesOf>, group: string): Promise<Typed>;
}

export type Typed = Pick<TypeAndValues, "declarations" | "type">;

export interface Count {
  /** Values that the suite calls invalid, and how many of them the type refuses. */
  readonly invalid: number;
  readonly refused: number;
  /** Those of them whose schema has no valid value that the type refuses too. */
  readonly soundly: number;
  /** Valid values that the type refuses. */
  readonly wronglyRefused: number;
  /** Schemas that it throws at, or whose declarations do not compile. */
  readonly failed: number;
}

interface Asked extends TypeAndValues {
  readonly group: Group;
}

/** By the name of the file, in the order of the names. */
export type Counts = ReadonlyMap<string, Count>;

export async function countsOf(typer: Typer): Promise<Readonly<Record<Manner, Counts>>> {
  const groups = groupsOf(draft);
  const asked = await typedBy(typer, groups);
  return {
    variable: countsByFile(groups, await refusalsOf(asked, "variable")),
    literal: countsByFile(groups, await refusalsOf(asked, "literal")),
  };
}

function countsByFile(groups: readonly Group[], refusals: ReadonlyMap<Group, ReadonlySet<number>>): Counts {
  const files = new Map<string, Count>();
  for (const group of groups) {
    const file = group.name.slice(0, group.name.indexOf(".json"));
    files.set(file, sumOf([files.get(file) ?? none, counted(group, refusals.get(group))]));
  }
  return files;
}

async function typedBy(typer: Typer, groups: readonly Group[]): Promise<readonly Asked[]> {
  const remotes = remotesOf(draft);
  const asked: Asked[] = [];
  for (const group of groups) {
    const { schema, name, tests } = group;
    try {
      const typed = await typer.typesOf(schema, neededBy(schema, remotes), name);
      asked.push({ ...typed, group, values: tests.map(({ data }) => data) });
    } catch {
      continue; // counted as failed: it has no refusals
    }
  }
  return asked;
}

/** TypeScript reports nothing else while one text is no TypeScript at all: what does not compile is left out, then it is asked again. */
async function refusalsOf(asked: readonly Asked[], manner: Manner): Promise<ReadonlyMap<Group, ReadonlySet<number>>> {
  const answers = (await askAssignable(asked, manner)).map((answer, index) => ({
    ...answer,
    pair: asked[index] as Asked,
  }));
  const sound = answers.filter(
    ({ problems, refused }) => problems.length === 0 && ![...refused.values()].some(isNoType),
  );
  if (sound.length < asked.length)
    return refusalsOf(
      sound.map(({ pair }) => pair),
      manner,
    );
  return new Map(answers.map(({ pair, refused }) => [pair.group, new Set(refused.keys())]));
}

/** The type itself is not there: that is no refusal. */
const isNoType = (text: string): boolean => /^TS(2304|2339|2552|2694|2749): /.test(text);

function counted({ tests }: Group, refusals: ReadonlySet<number> | undefined): Count {
  const refused = tests.filter((_, index) => refusals?.has(index));
  const rightly = refused.filter(({ valid }) => !valid).length;
  return {
    invalid: tests.filter(({ valid }) => !valid).length,
    refused: rightly,
    soundly: rightly === refused.length ? rightly : 0,
    wronglyRefused: refused.length - rightly,
    failed: refusals === undefined ? 1 : 0,
  };
}

const none: Count = { invalid: 0, refused: 0, soundly: 0, wronglyRefused: 0, failed: 0 };

export const sumOf = (counts: Iterable<Count>): Count =>
  [...counts].reduce((sum, count) => ({
    invalid: sum.invalid + count.invalid,
    refused: sum.refused + count.refused,
    soundly: sum.soundly + count.soundly,
    wronglyRefused: sum.wronglyRefused + count.wronglyRefused,
    failed: sum.failed + count.failed,
  }));
