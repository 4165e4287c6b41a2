import "./evaluate.css";
import type { JSX } from "preact";
import { useEffect } from "preact/hooks";
import { appMessages } from "../../app/messages.ts";
import { loadDatasetList } from "../../state/datasetList.ts";
import { evaluation, startEvaluation } from "../../state/evaluation.ts";
import { loadModelList } from "../../state/modelList.ts";
import { route } from "../../state/route.ts";
import { EvaluateControls } from "./EvaluateControls.tsx";
import { EvaluationProgress } from "./EvaluationProgress.tsx";
import { EvaluationResult } from "./EvaluationResult.tsx";
import { evaluateView } from "./evaluateView.ts";
import { fittingDatasets } from "./fittingDatasets.ts";
import { evaluateMessages } from "./messages.ts";

/** Measures a network on a test set, and shows where it is wrong. */
export function EvaluatePage(): JSX.Element {
  const t = evaluateMessages.value;
  const view = evaluateView(route.value.parameters);
  useEffect(() => {
    void loadDatasetList();
    void loadModelList();
  }, []);
  const choices = fittingDatasets(view.model);
  const wanted = choices.find(({ name }) => name === view.dataset) ?? choices[0];
  const entry = wanted?.available === "no" ? undefined : wanted;
  const shown = evaluation.value;
  const isShown = shown?.subject.model === view.model && shown.subject.dataset === entry?.name;
  useEffect(() => {
    if (entry && !isShown) void startEvaluation({ model: view.model, dataset: entry.name });
  }, [entry, isShown, view.model]);
  return (
    <>
      <div class="intro">
        <h1>{appMessages.value.evaluate}</h1>
        <p class="quiet">{t.intro}</p>
      </div>
      <div class="beside">
        <EvaluateControls view={view} choices={choices} entry={entry} />
        {isShown && shown.status === "done" && shown.result ? (
          <EvaluationResult result={shown.result} model={shown.model} entry={entry} view={view} />
        ) : (
          <EvaluationProgress
            evaluation={isShown ? shown : undefined}
            missing={choices.length > 0 && !entry}
          />
        )}
      </div>
    </>
  );
}
