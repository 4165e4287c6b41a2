import { type ReadonlySignal, signal } from "@preact/signals";
import { type Failure, failureOf } from "../i18n/Failure.ts";
import type { OverfitEpoch, OverfitInput } from "../worker/commands/overfit.ts";
import { learner } from "../worker/workers.ts";

/** A small network that learned, or learns, from few digits. */
export interface OverfitRun {
  readonly input: OverfitInput;
  readonly status: "running" | "done" | "failed";
  readonly epochs: readonly OverfitEpoch[];
  /** Why it failed. */
  readonly failure?: Failure;
}

const list = signal<readonly OverfitRun[]>([]);

/** The runs since the page was opened, the last one first; each input once. */
export const overfitRuns: ReadonlySignal<readonly OverfitRun[]> = list;

/** Trains once; while another one runs, nothing happens. */
export async function startOverfit(input: OverfitInput): Promise<void> {
  if (list.value[0]?.status === "running") return;
  const others = list.value.filter(
    (run) => run.input.samples !== input.samples || run.input.hidden !== input.hidden,
  );
  let run: OverfitRun = { input, status: "running", epochs: [] };
  const change = (changes: Partial<OverfitRun>): void => {
    run = { ...run, ...changes };
    list.value = [run, ...others];
  };
  change({});
  try {
    await learner.get().call("overfit", input, {
      onEvent: (epoch) => change({ epochs: [...run.epochs, epoch] }),
    });
    change({ status: "done" });
  } catch (error) {
    change({ status: "failed", failure: failureOf(error) });
  }
}
