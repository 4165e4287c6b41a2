import { computed, type ReadonlySignal } from "@preact/signals";
import { building, isPlaying } from "./building.ts";
import { lineFit } from "./lineFit.ts";
import { overfitting } from "./overfitting.ts";
import { isTrainingOwn, ownTraining } from "./ownTraining.ts";
import { doneShare, ownShare } from "./runProgress.ts";
import { isActive, training } from "./training.ts";

/** The pages that something can train on. */
export type TrainingPage = "train" | "own" | "build" | "regression" | "course";

/** Something that trains in this tab at this moment. */
export interface RunningTraining {
  /** Where one sees it. */
  readonly page: TrainingPage;
  /** How much of it is done, 0 to 1; none where it has no end, or that is not known. */
  readonly share?: number | undefined;
}

/** Everything that trains in this tab at this moment. */
export const runningTrainings: ReadonlySignal<readonly RunningTraining[]> = computed(() => {
  const running: RunningTraining[] = [];
  const run = training.value;
  if (run && isActive(run)) running.push({ page: "train", share: doneShare(run) });
  const own = ownTraining.value;
  if (own && isTrainingOwn(own)) running.push({ page: "own", share: ownShare(own) });
  const { status } = building.value ?? {};
  // A single batch is over before one could look.
  if ((status === "playing" || status === "opening") && isPlaying()) running.push({ page: "build" });
  const line = lineFit.value;
  if (line?.status === "running") {
    running.push({ page: "regression", share: line.epochs.length / line.input.epochs });
  }
  if (overfitting.trainings.value[0]?.status === "running") running.push({ page: "course" });
  return running;
});

const pages = computed(() => runningTrainings.value.map(({ page }) => page).join(" "));

/** On which pages something trains; for what need not be looked at again with every batch. */
export const trainingPages: ReadonlySignal<readonly TrainingPage[]> = computed(
  () => pages.value.split(" ").filter(Boolean) as TrainingPage[],
);
