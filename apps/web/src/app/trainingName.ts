import { keptName } from "../state/keptNames.ts";
import type { TrainingPage } from "../state/runningTrainings.ts";
import { training } from "../state/training.ts";
import { appMessages } from "../i18n/appMessages.ts";

/** What a training is called that is seen on a page: as its run is, else by the page. */
export function trainingName(page: TrainingPage): string {
  const t = appMessages.value;
  const run = page === "train" ? training.value?.run : undefined;
  return run ? keptName(run) : t.trainingOn(t[page]);
}
