import "./train.css";
import type { JSX } from "preact";
import { optimizerNames } from "@minibatch/recipes/optimizers";
import { useEffect } from "preact/hooks";
import { appMessages } from "../../i18n/appMessages.ts";
import { UnknownNames } from "../../components/UnknownNames.tsx";
import { loadBackendList } from "../../state/backendList.ts";
import { datasetList, loadDatasetList } from "../../state/datasetList.ts";
import { loadModelList } from "../../state/modelList.ts";
import { loadRecipeCards, recipeCards } from "../../state/recipeCards.ts";
import { hrefOf, route } from "../../state/route.ts";
import { loadRunList, runList } from "../../state/runList.ts";
import { showUnfinishedRun, startTraining, trainingActivity } from "../../state/training.ts";
import { TaskReminder } from "../Course/tasks/TaskReminder.tsx";
import { runsMessages } from "../Runs/messages.ts";
import { RunFiles } from "../Runs/RunFiles.tsx";
import { RunLibrary } from "../Runs/RunLibrary.tsx";
import { BackendChoice } from "./BackendChoice.tsx";
import { trainMessages } from "./messages.ts";
import { newRun } from "./newRun.ts";
import { RecipeForm } from "./RecipeForm.tsx";
import { Replay } from "./Replay.tsx";
import { RunPanel } from "./RunPanel.tsx";
import { TrainingTime } from "./TrainingTime.tsx";
import { backendNames, firstRecipe, trainSettings } from "./trainSettings.ts";

/** Choose an experiment, and watch it learn. */
export function TrainPage(): JSX.Element {
  const t = trainMessages.value;
  useEffect(() => {
    void loadRecipeCards();
    void loadDatasetList();
    void loadBackendList();
    void showUnfinishedRun();
  }, []);
  const active = trainingActivity.value === "active";
  useEffect(() => {
    // Also when a run ends.
    void loadRunList();
    void loadModelList();
  }, [active]);
  const { recipe, backend, settings, valid } = trainSettings(route.value.parameters);
  const cardOf = (wanted: string) => recipeCards.value.find(({ name }) => name === wanted);
  const card = cardOf(recipe) ?? cardOf(firstRecipe);
  const missing = datasetList.value.some(
    ({ name, available }) => name === card?.dataset.name && available === "no",
  );
  // The first one takes seconds; and what slows down a run is not worth knowing how long it takes.
  const measures = card?.name !== firstRecipe && valid && !missing && !active && backend !== "cpu";
  const start = (): void => {
    if (card) void startTraining(newRun(card, settings), backend);
  };
  return (
    <>
      <div class="intro">
        <h1>{appMessages.value.train}</h1>
        <p class="quiet">{t.intro}</p>
      </div>
      <TaskReminder />
      <UnknownNames
        parameters={[
          { name: "recipe", label: t.recipe, names: recipeCards.value.map(({ name }) => name) },
          { name: "optimizer", label: t.optimizer, names: optimizerNames },
          { name: "backend", label: t.backend, names: backendNames },
        ]}
      />
      <Replay />
      <div class="beside">
        <form class="stack" onSubmit={(event) => event.preventDefault()}>
          <RecipeForm card={card} />
          {card && measures && <TrainingTime recipe={card.name} settings={settings} backend={backend} />}
          <button
            type="button"
            class="primary"
            disabled={!card || !valid || missing || active}
            onClick={start}
          >
            {t.start}
          </button>
          {!valid && (
            <p role="alert" class="failure small">
              {t.wrongSetting}
            </p>
          )}
          <BackendChoice />
        </form>
        <div class="stack">
          {trainingActivity.value === "none" ? (
            <section class="stack tight">
              <h2>{t.nothingYet}</h2>
              <p class="quiet">{t.nothingHint}</p>
            </section>
          ) : (
            <RunPanel />
          )}
          <RunLibrary />
          {runList.value.length > 1 && (
            <p>
              <a href={hrefOf("runs")}>{runsMessages.value.compareRuns}</a>
            </p>
          )}
          <RunFiles />
        </div>
      </div>
    </>
  );
}
