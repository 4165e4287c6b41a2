import "./data.css";
import type { JSX } from "preact";
import { useEffect } from "preact/hooks";
import { appMessages } from "../../i18n/appMessages.ts";
import { UnknownNames } from "../../components/UnknownNames.tsx";
import { datasetList, loadDatasetList } from "../../state/datasetList.ts";
import { viewDataset } from "../../state/openDataset.ts";
import { route } from "../../state/route.ts";
import { AboutDataset } from "./AboutDataset.tsx";
import { DataControls } from "./DataControls.tsx";
import { dataView } from "./dataView.ts";
import { DatasetSamples } from "./DatasetSamples.tsx";
import { GetDataset } from "./GetDataset.tsx";
import { dataMessages } from "./messages.ts";
import { NoDataset } from "./NoDataset.tsx";

/** Looks at the datasets: samples, classes, numbers, and where they come from. */
export function DataPage(): JSX.Element {
  const t = dataMessages.value;
  const view = dataView(route.value.parameters);
  const entry = datasetList.value.find(({ name }) => name === view.dataset);
  const unknown = !entry && datasetList.value.length > 0;
  const available = entry !== undefined && entry.available !== "no";
  useEffect(() => void loadDatasetList(), []);
  useEffect(() => {
    if (available) void viewDataset(view.dataset);
  }, [available, view.dataset]);
  return (
    <>
      <div class="intro">
        <h1>{appMessages.value.data}</h1>
        <p class="quiet">{t.intro}</p>
      </div>
      <div class="beside">
        <DataControls entry={entry} view={view} />
        <div class="stack data">
          {unknown && <NoDataset name={view.dataset} />}
          <UnknownNames
            parameters={[
              { name: "split", label: t.part, names: ["train", "test"] },
              { name: "class", label: t.class, names: entry?.classNames ?? [] },
            ]}
          />
          {entry && (available ? <DatasetSamples entry={entry} view={view} /> : <GetDataset entry={entry} />)}
          {entry && <AboutDataset entry={entry} />}
        </div>
      </div>
    </>
  );
}
