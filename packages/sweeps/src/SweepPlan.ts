/** What a setting can be: all that a line of a shell can say. */
export type SettingValue = number | string | boolean;

/** What differs from the base, by the name of the setting. */
export type SweepSettings = Readonly<Record<string, SettingValue>>;

/** One training of a sweep. */
export interface SweepEntry {
  /** Its place in the list, from 0: what engines count by. */
  readonly index: number;
  /** Eight hex digits over all that decides its result. */
  readonly hash: string;
  readonly settings: SweepSettings;
}

/**
 * A list of trainings, as plain JSON: whoever works through it, in whatever order, comes to the same results.
 *
 * Nothing in it depends on when or where it was made.
 */
export interface SweepPlan {
  /** The layout of this file. */
  readonly format: 1;
  readonly name: string;
  /** What all entries have in common and what decides their results: a recipe, an experiment, a backend, versions. */
  readonly base: SweepBase;
  /** The settings that differ between entries, in the order in which they were asked for, `seed` last; those that all have alike are not among them. */
  readonly varied: readonly string[];
  readonly entries: readonly SweepEntry[];
  /** The plan that this one goes on from, after halving: a path from the folder of this one. */
  readonly continues?: string;
}

/** Any JSON object. */
export interface SweepBase {
  readonly [name: string]: BaseValue;
}

/** Any JSON value. */
export type BaseValue = SettingValue | null | readonly BaseValue[] | SweepBase;
