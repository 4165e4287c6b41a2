import type { JSX } from "preact";
import { datasetChoices } from "../../components/datasetChoices.ts";
import { SelectField } from "../../components/SelectField.tsx";
import { percentText } from "../../i18n/numberText.ts";
import { bundledModel } from "../../state/modelReference.ts";
import { keptName } from "../../state/keptNames.ts";
import { modelList } from "../../state/modelList.ts";
import { hrefOf, setParameters } from "../../state/route.ts";
import { runList } from "../../state/runList.ts";
import type { DatasetEntry } from "../../worker/commands/listDatasets.ts";
import type { EvaluateView } from "./evaluateView.ts";
import { canExplore } from "../Explore/canExplore.ts";
import { keptRun } from "./keptRun.ts";
import { evaluateMessages } from "./messages.ts";

/** Which network, on which test set. */
export function EvaluateControls({ view, choices, entry }: EvaluateControlsProps): JSX.Element {
  const t = evaluateMessages.value;
  const own = modelList.value.filter(
    ({ id, metadata: { classNames, dataset, preparation }, shape }) =>
      classNames !== undefined ||
      keptRun(id) !== undefined ||
      // From elsewhere: it may fit, and says what it takes where it does not.
      (dataset === undefined && !preparation && shape !== undefined),
  );
  const run = runList.value.find(({ id }) => id === view.model);
  return (
    <form class="stack" onSubmit={(event) => event.preventDefault()}>
      <SelectField
        label={t.model}
        value={view.model}
        choices={[
          { value: bundledModel, text: t.bundled },
          ...own.map((kept) => ({
            value: kept.id,
            text:
              kept.accuracy === undefined
                ? keptName(kept)
                : t.ownModel(keptName(kept), percentText(kept.accuracy)),
          })),
        ]}
        onChange={(id) =>
          setParameters({ model: id === bundledModel ? undefined : id, dataset: undefined, cell: undefined })
        }
      />
      {choices.length > 0 && (
        <SelectField
          label={t.dataset}
          value={entry?.name ?? ""}
          choices={datasetChoices(choices, t.unavailable)}
          onChange={(dataset) => setParameters({ dataset, cell: undefined })}
        />
      )}
      {run && canExplore(run, modelList.value) && (
        <a href={hrefOf("explore", { run: run.id })}>{t.explore}</a>
      )}
    </form>
  );
}

interface EvaluateControlsProps {
  readonly view: EvaluateView;
  readonly choices: readonly DatasetEntry[];
  readonly entry: DatasetEntry | undefined;
}
