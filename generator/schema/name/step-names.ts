/** A step's tag and what the contract says of steps in; the name of its factory, and of the types named after that, out. */
import type { ContractSteps } from "../../contract.js";
import { factoryName } from "./factory-name.js";
import { pascalCase } from "./identifier-case.js";

/** The contract's word for it, else the one that the tag becomes. */
export const factoryOf = (tag: string, { factories = {} }: Pick<ContractSteps, "factories">): string =>
  new Map(Object.entries(factories)).get(tag) ?? factoryName(tag);

/** Of what has no name in the schema: a variant that a tag makes, and the options of a factory. */
export const stepTypeName = (tag: string, steps: Pick<ContractSteps, "factories">): string =>
  `${pascalCase(factoryOf(tag, steps))}Step`;

/** Of the tags, where the schema and the contract have no name for them. */
export const tagTypeName = "StepType";
