import type { JSX } from "preact";
import { chineseDatasets } from "../../i18n/chineseDatasets.ts";
import { classNamesText } from "../../i18n/classNamesText.ts";
import { datasetTitleText } from "../../i18n/datasetTitleText.ts";
import { SelectField } from "../../components/SelectField.tsx";
import { language } from "../../i18n/language.ts";
import { datasetList } from "../../state/datasetList.ts";
import { setParameters } from "../../state/route.ts";
import type { DatasetEntry } from "../../worker/commands/listDatasets.ts";
import type { DataView } from "./dataView.ts";
import { dataMessages } from "./messages.ts";

/** Which dataset, which part of it, and which class. */
export function DataControls({ entry, view }: DataControlsProps): JSX.Element {
  const t = dataMessages.value;
  const shown = entry ? classNamesText(entry.name, entry.classNames) : [];
  const start = { page: undefined, row: undefined };
  return (
    <form class="stack tight" onSubmit={(event) => event.preventDefault()}>
      <SelectField
        label={t.dataset}
        value={view.dataset}
        choices={datasetList.value.map((dataset) => ({
          value: dataset.name,
          text: dataset.available === "no" ? t.notHere(datasetTitleText(dataset)) : datasetTitleText(dataset),
        }))}
        hint={entry && descriptionOf(entry)}
        onChange={(dataset) => setParameters({ ...start, dataset, class: undefined, split: undefined })}
      />
      <div class="choices">
        <SelectField
          label={t.part}
          value={view.split}
          choices={[
            { value: "train", text: t.train },
            { value: "test", text: t.test },
          ]}
          onChange={(split) => setParameters({ ...start, split: split === "train" ? undefined : split })}
        />
        {entry?.task === "classification" && (
          <SelectField
            label={t.class}
            value={view.className ?? ""}
            choices={[
              { value: "", text: t.allClasses },
              ...entry.classNames.map((name, label) => ({ value: name, text: shown[label] ?? name })),
            ]}
            onChange={(name) => setParameters({ ...start, class: name === "" ? undefined : name })}
          />
        )}
      </div>
    </form>
  );
}

function descriptionOf({ name, description }: DatasetEntry): string {
  return language.value === "zh" ? (chineseDatasets[name]?.description ?? description) : description;
}

interface DataControlsProps {
  readonly entry: DatasetEntry | undefined;
  readonly view: DataView;
}
