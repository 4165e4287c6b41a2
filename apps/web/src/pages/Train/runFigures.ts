import type { Figure } from "../../components/Figures.tsx";
import { durationText } from "../../i18n/durationText.ts";
import { numberText, percentText } from "../../i18n/numberText.ts";
import type { FollowedRun } from "../../state/FollowedRun.ts";
import { trainMessages } from "./messages.ts";

/** The numbers above the curves: of the result once there is one, else of this moment. */
export function runFigures(training: FollowedRun, epochs: number): Figure[] {
  const t = trainMessages.value;
  const { result, history } = training.run;
  if (!result) return momentFigures(training, epochs);
  const { accuracy, mae = 0 } = result.test;
  return [
    accuracy === undefined
      ? { name: t.testError, value: numberText(mae) }
      : { name: t.testAccuracy, term: "accuracy", value: percentText(accuracy, 2) },
    { name: t.epochs, value: numberText(history.loss.length) },
    { name: t.speed, value: numberText(Math.round(result.samplesPerSecond)) },
    { name: t.duration, value: durationText(result.seconds) },
  ];
}

function momentFigures(
  { run, batch, batchesPerSecond, status, points }: FollowedRun,
  epochs: number,
): Figure[] {
  const t = trainMessages.value;
  const { accuracy, loss } = points.at(-1) ?? {};
  const figures: Figure[] = [
    {
      name: t.epoch,
      term: "epoch",
      value: t.epochOf(numberText(batch?.epoch ?? run.history.loss.length), numberText(epochs)),
    },
  ];
  if (accuracy !== undefined)
    figures.push({ name: t.accuracy, term: "accuracy", value: percentText(accuracy) });
  else if (loss !== undefined) {
    figures.push({ name: t.loss, term: "loss", value: numberText(loss, { maximumSignificantDigits: 3 }) });
  }
  if (batch && batchesPerSecond !== undefined && status === "running") {
    const samples = run.trainSamples / batch.batches;
    const left = (epochs - batch.epoch) * batch.batches + batch.batches - batch.batch;
    figures.push(
      { name: t.speed, value: numberText(Math.round(batchesPerSecond * samples)) },
      { name: t.timeLeft, value: durationText(left / batchesPerSecond) },
    );
  }
  return figures;
}
