/**
 * What the emitters need to know about a workflow API, decided before anything is printed: all public names
 * are final, all lists are in the order in which they are emitted.
 */
import type { Directions } from "../contract.js";

export interface Workflow {
  /** The schema's title, for the reader of the emitted package. */
  readonly title: string;
  readonly description?: string;
  /** For the header of each file: the schema's and the contract's file names, and the command that the contract gives. */
  readonly source: string;
  readonly contract: string;
  readonly command?: string;
  readonly package: PackageInfo;
  /** The types that get `isX`, `parseX`, `safeParseX` and `xSchema`. */
  readonly entries: readonly Entry[];
  /** The entry that a callback carries, where the contract says which. */
  readonly callback?: Entry;
  readonly constants: readonly Constant[];
  /** Absent for a schema without steps. */
  readonly steps?: Steps;
}

export interface PackageInfo {
  readonly name: string;
  readonly version: string;
  readonly license: string;
  readonly description: string;
}

/** A `$defs` entry with public validators: `isWorkflow` for the name `Workflow`. */
export interface Entry {
  readonly name: string;
  /** The type it narrows to: another entry's where the two differ for validators only. */
  readonly type: string;
  readonly direction: Directions;
  /** The step type whose module has its validators; absent for what is no step's own. */
  readonly module?: string;
}

/** An enum that is emitted as a frozen tuple. */
export interface Constant {
  readonly name: string;
  /** The `$defs` entry with the enum; the type's name. */
  readonly type: string;
  readonly values: readonly string[];
  /** Where the enum lists null as well. */
  readonly isNullable?: true;
}

export interface Steps {
  readonly tag: string;
  readonly inputProperty: string;
  /** The type name of the tag's values, for example `StepType`. */
  readonly tagType: string;
  /** The unions a step can be typed as: one where both directions agree, else the response's and the request's. */
  readonly unions: readonly StepUnion[];
  readonly variants: readonly StepVariant[];
  /** `workflow(steps, options)`, where a request entry has a list of request steps. */
  readonly workflow?: WorkflowFactory;
  /** `stepRef(step, path)`, where a value may be another step's output. */
  readonly references?: StepReferences;
}

export interface StepReferences {
  /** The type of a reference. */
  readonly type: string;
  /** What steps are known to make; absent where nothing is said of it. */
  readonly made?: {
    /** The union of steps as the server answers them. */
    readonly answered: string;
    /** Their property that holds what they made. */
    readonly output: string;
  };
}

export interface StepUnion {
  readonly name: string;
  readonly direction: Directions;
  /** The variant without a tag, where the tag is not required. */
  readonly untagged?: string;
  /** Whether that is one of the tagged, because the tag has a default; and whether null stands for the default as well. */
  readonly default?: { readonly isNullable: boolean };
  /** Whether a step may have a tag that the schema does not list: an answer, where the contract lets it pass. */
  readonly mayBeUnlisted?: true;
}

/** One step type that can be sent: a factory. */
export interface StepVariant {
  readonly tag: string;
  /** The factory's name, a valid identifier. */
  readonly factory: string;
  /** The type it returns, for example `ImageGenStepRequest`. */
  readonly type: string;
  /** Absent where the step has no input property, and its type where that has none of its own. */
  readonly input?: { readonly type?: string; readonly required: boolean };
  /** Those beside tag and input; absent where there are none. */
  readonly options?: Options;
  readonly description?: string;
}

export interface WorkflowFactory {
  readonly name: string;
  readonly type: string;
  readonly stepsProperty: string;
  readonly stepType: string;
  readonly options?: Options;
}

/** The options of a factory: their type, and whether there is anything that has to be given. */
export interface Options {
  readonly type: string;
  readonly required: boolean;
}
