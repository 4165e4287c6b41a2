import type { JSX } from "preact";
import { backendText } from "../../i18n/backendText.ts";
import { recipeTitleText } from "../../i18n/recipeText.ts";
import { failureText } from "../../i18n/failureText.ts";
import { BesideResult } from "../../components/BesideResult.tsx";
import { Figures } from "../../components/Figures.tsx";
import { recipeCard } from "../../state/recipeCards.ts";
import { isOnItsWay } from "../../state/isOnItsWay.ts";
import { doneShare, epochsOf } from "../../state/runProgress.ts";
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
  const card = recipeCard(run.recipe);
  const title = run.name ?? (card ? recipeTitleText(card) : run.recipe);
  const epochs = epochsOf(run);
  return (
    <section class="stack" aria-label={title}>
      <div class="stack tight">
        <div class="row">
          <h2>{title}</h2>
          <span class="quiet" data-status={status}>
            {runStatus(training)}
          </span>
        </div>
        <progress aria-label={runStatus(training)} value={doneShare(training)} />
        <p class="hidden" role="status">
          {lastEpochText(training)}
        </p>
        {error && (
          <p role="alert" class="failure">
            {error.code === "DEVICE_LOST" ? t.gpuLost(run.history.loss.length) : failureText(error)}
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
      {backend && <p class="quiet small">{t.computedBy(backendText(backend.device))}</p>}
    </section>
  );
}
