import "../Evaluate/evaluate.css";
import "./explore.css";
import type { JSX } from "preact";
import { useEffect } from "preact/hooks";
import { appMessages } from "../../i18n/appMessages.ts";
import { SelectField } from "../../components/SelectField.tsx";
import { dateText } from "../../i18n/dateText.ts";
import { failureText } from "../../i18n/failureText.ts";
import { exploring, openExploring } from "../../state/exploring.ts";
import { keptName } from "../../state/keptNames.ts";
import { loadModelList, modelList, modelsAreListed } from "../../state/modelList.ts";
import { hrefOf, route, setParameters } from "../../state/route.ts";
import { loadRunList, runList } from "../../state/runList.ts";
import { canExplore } from "./canExplore.ts";
import { ExploredNetwork } from "./ExploredNetwork.tsx";
import { exploreMessages } from "./messages.ts";

/** Looks into a finished run, epoch by epoch. */
export function ExplorePage(): JSX.Element {
  const t = exploreMessages.value;
  const run = route.value.parameters["run"];
  const shown = exploring.value;
  useEffect(() => void loadRunList().then(loadModelList), []);
  useEffect(() => {
    const { run: open, status } = exploring.peek() ?? {};
    if (run !== undefined && (open !== run || status === "failed")) void openExploring(run);
  }, [run]);
  const choices = runList.value.filter((stored) => canExplore(stored, modelList.value));
  const isShown = run !== undefined && shown?.run === run;
  return (
    <>
      <div class="intro">
        <h1>{appMessages.value.explore}</h1>
        <p class="quiet">{t.intro}</p>
      </div>
      <div class="stack">
        {modelsAreListed.value && choices.length === 0 ? (
          <p>
            {t.noRuns} <a href={hrefOf("train")}>{t.trainOne}</a>
          </p>
        ) : (
          <div class="run-choice">
            <SelectField
              label={t.run}
              value={run ?? ""}
              choices={[
                ...(run === undefined ? [{ value: "", text: t.choose }] : []),
                ...choices.map((stored) => ({
                  value: stored.id,
                  text: `${keptName(stored)}, ${dateText(stored.created)}`,
                })),
              ]}
              onChange={(id) => setParameters({ run: id, epoch: undefined, row: undefined })}
            />
          </div>
        )}
        {isShown && shown.status === "opening" && <p class="quiet">{t.opening}</p>}
        {isShown && shown.failure && (
          <p role="alert" class="failure">
            {t.failed} {failureText(shown.failure)}
          </p>
        )}
        {isShown && shown.status === "ready" && shown.opened && shown.view && (
          <ExploredNetwork opened={shown.opened} view={shown.view} />
        )}
      </div>
    </>
  );
}
