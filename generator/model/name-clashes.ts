/**
 * Names that two modules of a package would both export, so that its index could export neither: the model and the names
 * of its types come in, each such name goes out with what it would stand for.
 */
import type { Contract } from "../contract.js";
import { formatPointer } from "../json/pointer.js";
import { multimap } from "../multimap.js";
import { withoutDirection } from "../schema/name/direction-names.js";
import { packageFunctions, packageTypeNames, stepExports, stepRefExports } from "../schema/name/package-names.js";
import type { Steps, Workflow } from "./model.js";
import { publicNames } from "./public-names.js";

interface NameClash {
  readonly name: string;
  /** What it would be, in words: `the type Step`, `the factory of "step"`. */
  readonly uses: readonly string[];
  /** Where the contract gives one of them its name, or could. */
  readonly place: ContractPlace;
}

interface ContractPlace {
  readonly pointer: string;
  readonly isKey?: true;
}

interface Use {
  readonly name: string;
  readonly words: string;
  readonly place?: ContractPlace | undefined;
}

type Names = Pick<Contract, "entries" | "names">;

/** @param types the names of types.d.ts */
export function nameClashes(model: Workflow, types: readonly string[], contract: Names): readonly NameClash[] {
  const uses: readonly Use[] = [
    ...types.map((name): Use => ({ name, words: `the type ${name}`, place: placeOfType(name, contract) })),
    ...model.constants.map(({ name }): Use => {
      return { name, words: `the constant ${name}`, place: { pointer: `/constants/${name}`, isKey: true } };
    }),
    ...(model.steps ? stepNames(model.steps) : []),
    ...model.entries.flatMap((entry) =>
      Object.values(publicNames(entry.name)).map((name): Use => {
        return { name, words: `${name} of the entry ${entry.name}`, place: placeOfEntry(entry.name, contract) };
      }),
    ),
    ...[...packageTypeNames, ...packageFunctions].map(own),
  ];
  return [...multimap(uses.map((use) => [use.name, use] as const))]
    .filter(([, each]) => each.length > 1)
    .map(([name, each]) => ({
      name,
      uses: each.map(({ words }) => words),
      place: each.find(({ place }) => place !== undefined)?.place ?? { pointer: "" },
    }));
}

const own = (name: string): Use => ({ name, words: `${name}, which every package has` });

/** A factory that the contract does not name could be named there. */
const stepNames = ({ variants, workflow, references }: Steps): Use[] => [
  ...variants.map(({ factory, tag }): Use => {
    const words = `the factory of ${JSON.stringify(tag)}`;
    return { name: factory, words, place: { pointer: `/steps/factories${formatPointer([tag])}` } };
  }),
  ...(workflow ? [own(workflow.name)] : []),
  ...stepExports.map(own),
  ...(references ? stepRefExports.map(own) : []),
];

/** One direction of an entry may have an ending of its own. */
function placeOfEntry(name: string, { entries }: Names): ContractPlace | undefined {
  const entry = [name, withoutDirection(name)].find((each) => Object.hasOwn(entries, each));
  return entry === undefined ? undefined : { pointer: `/entries${formatPointer([entry])}`, isKey: true };
}

function placeOfType(name: string, contract: Names): ContractPlace | undefined {
  const [pointer] = Object.entries(contract.names ?? {}).find(([, given]) => given === name) ?? [];
  return pointer === undefined ? placeOfEntry(name, contract) : { pointer: `/names${formatPointer([pointer])}` };
}
