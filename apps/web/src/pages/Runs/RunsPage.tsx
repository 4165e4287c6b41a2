import type { JSX } from "preact";
import { useEffect } from "preact/hooks";
import { appMessages } from "../../i18n/appMessages.ts";
import { loadDatasetList } from "../../state/datasetList.ts";
import { loadModelList } from "../../state/modelList.ts";
import { loadRecipeCards } from "../../state/recipeCards.ts";
import { route, setParameters } from "../../state/route.ts";
import { loadRunList, runList } from "../../state/runList.ts";
import { trainingActivity } from "../../state/training.ts";
import type { StoredRun } from "../../storage/runs.ts";
import { runsMessages } from "./messages.ts";
import { RunComparison } from "./RunComparison.tsx";
import { RunFiles } from "./RunFiles.tsx";
import { RunLibrary } from "./RunLibrary.tsx";

/** As many as their colours and dashes tell apart. */
const mostRuns = 6;

/** Which run was better, and why. */
export function RunsPage(): JSX.Element {
  const t = runsMessages.value;
  useEffect(() => {
    void loadRecipeCards();
    void loadDatasetList();
  }, []);
  const active = trainingActivity.value === "active";
  useEffect(() => {
    // Also when a run ends.
    void loadRunList();
    void loadModelList();
  }, [active]);
  const ticked = (route.value.parameters["runs"] ?? "").split(" ").filter(Boolean).slice(0, mostRuns);
  const shown = ticked.flatMap((id) => runList.value.find((run) => run.id === id) ?? []);
  const tick = (id: string): void => {
    const next = ticked.includes(id) ? ticked.filter((other) => other !== id) : [...shown.map(idOf), id];
    setParameters({ runs: next.length > 0 ? next.join(" ") : undefined });
  };
  return (
    <>
      <div class="intro">
        <h1>{appMessages.value.runs}</h1>
        <p class="quiet">{t.intro}</p>
      </div>
      <div class="stack runs">
        <RunLibrary ticks={{ ticked: shown.map(idOf), most: mostRuns, onTick: tick }} />
        <RunComparison runs={shown} full={shown.length >= mostRuns} />
        <RunFiles />
      </div>
    </>
  );
}

function idOf({ id }: StoredRun): string {
  return id;
}
