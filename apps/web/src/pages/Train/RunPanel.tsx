import type { JSX } from "preact";
import { type Figure, Figures } from "../../components/Figures.tsx";
import { numberText, percentText } from "../../i18n/numberText.ts";
import { recipeCards } from "../../state/recipeCards.ts";
import {
  isActive,
  leaveTraining,
  pauseTraining,
  startTraining,
  type Training,
} from "../../state/training.ts";
import { durationText } from "../../i18n/durationText.ts";
import { EpochTable } from "./EpochTable.tsx";
import { trainMessages } from "./messages.ts";
import { RunCurves } from "./RunCurves.tsx";

/** A run: how far it is, how well it does, and what can be done with it. */
export function RunPanel({ training }: { readonly training: Training }): JSX.Element {
  const t = trainMessages.value;
  const { run, backend, error, batch } = training;
  const card = recipeCards.value.find(({ name }) => name === run.recipe);
  const epochs = run.settings.epochs ?? card?.schedule.epochs ?? run.history.loss.length;
  const active = isActive(training);
  const last = lastEpochText(training);
  return (
    <section class="stack" aria-label={card?.title ?? run.recipe}>
      <div class="stack tight">
        <div class="row">
          <h2>{card?.title ?? run.recipe}</h2>
          <span class="quiet" data-status={training.status}>
            {statusText(training)}
          </span>
        </div>
        <progress
          aria-label={statusText(training)}
          value={
            batch ? (batch.epoch - 1 + batch.batch / batch.batches) / epochs : doneShare(training, epochs)
          }
        />
        <p class="hidden" role="status">
          {last}
        </p>
        {error && (
          <p role="alert" class="failure">
            {error.message}
          </p>
        )}
      </div>
      <div class="row">
        {active ? (
          <>
            <button type="button" onClick={pauseTraining} disabled={training.status === "stopping"}>
              {t.pause}
            </button>
          </>
        ) : (
          <>
            {training.status !== "done" && (
              <button
                type="button"
                class="primary"
                onClick={() => void startTraining(run, (run.backend || "auto") as never)}
              >
                {training.status === "failed" ? t.retry : t.resume}
              </button>
            )}
            <button type="button" onClick={leaveTraining}>
              {t.close}
            </button>
          </>
        )}
      </div>
      <Figures figures={figuresOf(training, epochs)} />
      <RunCurves training={training} epochs={epochs} />
      {run.history.loss.length > 0 && <EpochTable history={run.history} />}
      {backend && <p class="quiet small">{t.computedBy(backend.device)}</p>}
    </section>
  );
}

function doneShare({ status, run }: Training, epochs: number): number | undefined {
  if (status === "starting" || status === "loading") return undefined;
  return epochs > 0 ? run.history.loss.length / epochs : 0;
}

function statusText(training: Training): string {
  const t = trainMessages.value;
  const { status, load, run } = training;
  if (status === "loading") {
    return t.loadingData(percentText(load ? load.loadedBytes / load.totalBytes : 0, 0));
  }
  if (status === "paused") return t.paused(numberText(run.history.loss.length));
  return t[status];
}

function figuresOf(training: Training, epochs: number): Figure[] {
  const t = trainMessages.value;
  const { run, batch, batchesPerSecond, status, points } = training;
  const { result } = run;
  if (result) {
    const { accuracy, mae = 0 } = result.test;
    return [
      accuracy === undefined
        ? { name: t.testError, value: numberText(mae) }
        : { name: t.testAccuracy, value: percentText(accuracy, 2) },
      { name: t.speed, value: numberText(Math.round(result.samplesPerSecond)) },
    ];
  }
  const accuracy = points.at(-1)?.accuracy;
  const figures: Figure[] = [];
  if (batch) figures.push({ name: t.epoch, value: t.epochOf(numberText(batch.epoch), numberText(epochs)) });
  if (accuracy !== undefined) figures.push({ name: t.accuracy, value: percentText(accuracy) });
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

/** Said to screen readers once an epoch, not at every batch. */
function lastEpochText({ run: { history } }: Training): string {
  const t = trainMessages.value;
  const epoch = history.loss.length;
  if (epoch === 0) return "";
  const accuracy = (history.valAccuracy ?? history.accuracy)?.at(-1);
  const value =
    accuracy === undefined
      ? `${t.loss} ${numberText(history.loss.at(-1) ?? 0)}`
      : `${t.accuracy} ${percentText(accuracy)}`;
  return t.epochEnded(numberText(epoch), value);
}
