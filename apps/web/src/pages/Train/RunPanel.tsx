import type { JSX } from "preact";
import { failureText } from "../../i18n/failureText.ts";
import { BesideResult } from "../../components/BesideResult.tsx";
import { Figures } from "../../components/Figures.tsx";
import { numberText } from "../../i18n/numberText.ts";
import { recipeCards } from "../../state/recipeCards.ts";
import type { FollowedRun } from "../../state/FollowedRun.ts";
import { isOnItsWay } from "../../state/isOnItsWay.ts";
import { training as current } from "../../state/training.ts";
import { RunFindings } from "../Runs/RunFindings.tsx";
import { EpochTable } from "./EpochTable.tsx";
import { trainMessages } from "./messages.ts";
import { RunControls } from "./RunControls.tsx";
import { RunCurves } from "./RunCurves.tsx";
import { runFigures } from "./runFigures.ts";
import { lastEpochText, runStatus } from "./runStatus.ts";

/** A run: how far it is, how well it does, and what can be done with it. */
export function RunPanel(): JSX.Element | null {
  const training = current.value;
  if (!training) return null;
  const t = trainMessages.value;
  const { run, backend, error, status } = training;
  const card = recipeCards.value.find(({ name }) => name === run.recipe);
  const title = run.name ?? card?.title ?? run.recipe;
  const epochs = run.settings.epochs ?? card?.schedule.epochs ?? run.history.loss.length;
  return (
    <section class="stack" aria-label={title}>
      <div class="stack tight">
        <div class="row">
          <h2>{title}</h2>
          <span class="quiet" data-status={status}>
            {runStatus(training)}
          </span>
        </div>
        <progress aria-label={runStatus(training)} value={doneShare(training, epochs)} />
        <p class="hidden" role="status">
          {lastEpochText(training)}
        </p>
        {error && (
          <p role="alert" class="failure">
            {error.code === "DEVICE_LOST"
              ? t.gpuLost(numberText(run.history.loss.length))
              : failureText(error)}
          </p>
        )}
      </div>
      <RunControls training={training} />
      <Figures figures={runFigures(training, epochs)} />
      {run.result && <BesideResult result={run.result} />}
      {!isOnItsWay(training) && <RunFindings run={run} />}
      <RunCurves
        points={training.points}
        history={run.history}
        epochs={status === "done" ? run.history.loss.length : epochs}
      />
      {run.history.loss.length > 0 && <EpochTable history={run.history} />}
      {backend && <p class="quiet small">{t.computedBy(backend.device)}</p>}
    </section>
  );
}

/** From 0 to 1; `undefined` while that is not known. */
function doneShare({ status, run, batch }: FollowedRun, epochs: number): number | undefined {
  if (status === "done") return 1;
  if (status === "starting" || status === "loading") return undefined;
  if (batch) return (batch.epoch - 1 + batch.batch / batch.batches) / epochs;
  return epochs > 0 ? run.history.loss.length / epochs : 0;
}
