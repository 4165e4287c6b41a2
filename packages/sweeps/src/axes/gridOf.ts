import type { SweepSettings } from "../SweepPlan.ts";
import type { SweepValues } from "./SweepAxis.ts";

/** Every combination, the last axis fastest: those that differ in the seed alone stand together. */
export function gridOf(axes: readonly SweepValues[]): SweepSettings[] {
  return axes.reduce<SweepSettings[]>(
    (settings, axis) =>
      settings.flatMap((each) => axis.values.map((value) => ({ ...each, [axis.setting]: value }))),
    [{}],
  );
}
