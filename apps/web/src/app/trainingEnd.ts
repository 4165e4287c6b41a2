import { numberText, percentText } from "../i18n/numberText.ts";
import { building } from "../state/building.ts";
import { lineFit } from "../state/lineFit.ts";
import { overfitting } from "../state/overfitting.ts";
import { ownTraining } from "../state/ownTraining.ts";
import type { TrainingPage } from "../state/runningTrainings.ts";
import { training } from "../state/training.ts";
import { appMessages } from "../i18n/appMessages.ts";
import { trainingName } from "./trainingName.ts";

/** How a training has ended, and what came of it, in a sentence. */
export function trainingEnd(page: TrainingPage): string {
  const t = appMessages.value;
  const name = trainingName(page);
  const { status, test, loss } = endOf(page);
  if (status === "failed") return t.runFailed(name);
  if (status !== "done") return status === "stopped" ? t.runStopped(name) : t.runPaused(name);
  if (test?.accuracy !== undefined) return t.runDoneRight(name, percentText(test.accuracy));
  if (test?.mae !== undefined) return t.runDoneOff(name, numberText(test.mae));
  return loss === undefined ? t.runDone(name) : t.runDoneLoss(name, numberText(loss));
}

interface End {
  /** `done` where it is over and not only interrupted. */
  readonly status: string | undefined;
  /** On the test set. */
  readonly test?: { readonly accuracy?: number; readonly mae?: number } | undefined;
  /** In validation, where there is no test set. */
  readonly loss?: number | undefined;
}

function endOf(page: TrainingPage): End {
  switch (page) {
    case "train":
      return { status: training.value?.status, test: training.value?.run.result?.test };
    case "own":
      return { status: ownTraining.value?.status, test: ownTraining.value?.trained?.run.result?.test };
    case "build":
      return { status: building.value?.status };
    case "regression":
      return { status: lineFit.value?.status, loss: lineFit.value?.epochs.at(-1)?.validationLoss };
    default:
      return { status: overfitting.trainings.value[0]?.status };
  }
}
