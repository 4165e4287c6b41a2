import type { SettingValue } from "../SweepPlan.ts";

/** A setting and what it is to be. */
export type SweepAxis = SweepValues | SweepRange;

/** A setting with the values to try. */
export interface SweepValues {
  readonly setting: string;
  readonly values: readonly SettingValue[];
}

/** A setting that is drawn from a range; for random sweeps. */
export interface SweepRange {
  readonly setting: string;
  /** The least that is drawn. */
  readonly from: number;
  /** The most that is drawn. */
  readonly to: number;
  /** Whether equal ratios are equally likely, rather than equal differences. */
  readonly logarithmic: boolean;
  /** Whether whole numbers are drawn, both ends among them. */
  readonly whole: boolean;
}
