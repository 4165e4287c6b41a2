import "./evaluate.css";
import type { JSX } from "preact";
import { useEffect } from "preact/hooks";
import { appMessages } from "../../i18n/appMessages.ts";
import { MissingModel } from "../../components/MissingModel.tsx";
import { UnknownNames } from "../../components/UnknownNames.tsx";
import { datasetList, loadDatasetList } from "../../state/datasetList.ts";
import { evaluation, startEvaluation } from "../../state/evaluation.ts";
import { loadModelList, modelList, modelsAreListed } from "../../state/modelList.ts";
import { bundledModel } from "../../state/modelReference.ts";
import { route } from "../../state/route.ts";
import { loadRunList } from "../../state/runList.ts";
import { EvaluateControls } from "./EvaluateControls.tsx";
import { EvaluationProgress } from "./EvaluationProgress.tsx";
import { EvaluationResult } from "./EvaluationResult.tsx";
import { evaluateView } from "./evaluateView.ts";
import { fittingDatasets } from "./fittingDatasets.ts";
import { KeptResult } from "./KeptResult.tsx";
import { keptRun } from "./keptRun.ts";
import { evaluateMessages } from "./messages.ts";

/** Measures a network on a test set, and shows where it is wrong. */
export function EvaluatePage(): JSX.Element {
  const t = evaluateMessages.value;
  const view = evaluateView(route.value.parameters);
  useEffect(() => {
    void loadDatasetList();
    // Runs first: once the models are listed, those that a run has kept a test of are known.
    void loadRunList().then(loadModelList);
  }, []);
  const choices = fittingDatasets(view.model);
  const wanted = choices.find(({ name }) => name === view.dataset) ?? choices[0];
  const entry = wanted?.available === "no" ? undefined : wanted;
  const stored = modelList.value.find(({ id }) => id === view.model);
  const known = view.model === bundledModel || stored !== undefined;
  const listed = modelsAreListed.value && datasetList.value.length > 0;
  const kept = choices.length === 0 ? keptRun(view.model) : undefined;
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
      <UnknownNames
        parameters={[{ name: "dataset", label: t.dataset, names: choices.map(({ name }) => name) }]}
      />
      <div class="beside evaluated">
        <EvaluateControls view={view} choices={choices} entry={entry} />
        {!known && modelsAreListed.value ? (
          <MissingModel id={view.model} />
        ) : kept ? (
          <KeptResult run={kept.run} result={kept.result} view={view} />
        ) : isShown && shown.status === "done" && shown.result ? (
          <EvaluationResult result={shown.result} model={shown.model} entry={entry} view={view} />
        ) : (
          <EvaluationProgress
            evaluation={isShown ? shown : undefined}
            missing={listed && !entry}
            shape={stored?.shape}
          />
        )}
      </div>
    </>
  );
}
