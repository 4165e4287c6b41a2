import type { OwnOptions } from "../own/OwnOptions.ts";
import type { CommonOptions } from "../Session.ts";

/** The options of `minibatch sweep plan`, as they were typed. */
export interface PlanSweepOptions extends CommonOptions, OwnOptions {
  readonly seeds?: string;
  readonly set: readonly string[];
  readonly random?: number;
  readonly randomSeed?: number;
  readonly backend: string;
  readonly out: string;
  readonly force?: boolean;
  readonly as?: string;
  readonly jobs?: number;
  readonly threads?: number;
}
