export { parseAxis } from "./axes/parseAxis.ts";
export { parseSeeds } from "./axes/parseSeeds.ts";
export type { SweepAxis, SweepRange, SweepValues } from "./axes/SweepAxis.ts";
export type { SweepEngine, Submission, SubmissionOptions } from "./engines/SweepEngine.ts";
export { engines } from "./engines/engines.ts";
export { type EngineIndex, indexFromEngine } from "./engines/indexFromEngine.ts";
export { entryName } from "./entryName.ts";
export { type HalvingOptions, halve } from "./halve.ts";
export { chooseMeasure, type SweepMeasure } from "./outcomes/chooseMeasure.ts";
export { groupBySettings, type Spread, type SweepGroup } from "./outcomes/groupBySettings.ts";
export { type MergedSweep, mergeOutcomes } from "./outcomes/mergeOutcomes.ts";
export type { OutcomeStatus, SweepFailure, SweepOutcome } from "./outcomes/SweepOutcome.ts";
export { sweepToCsv } from "./outcomes/sweepToCsv.ts";
export { planSweep, type SweepOptions } from "./planSweep.ts";
export { readPlan } from "./readPlan.ts";
export { SweepError, type SweepErrorCode } from "./SweepError.ts";
export type {
  SweepBase,
  BaseValue,
  SweepSettings,
  SettingValue,
  SweepEntry,
  SweepPlan,
} from "./SweepPlan.ts";
