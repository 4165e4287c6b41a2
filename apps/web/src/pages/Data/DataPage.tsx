import "./data.css";
import type { JSX } from "preact";
import { useEffect } from "preact/hooks";
import { appMessages } from "../../app/messages.ts";
import { datasetList, loadDatasetList } from "../../state/datasetList.ts";
import { viewDataset } from "../../state/openDataset.ts";
import { route } from "../../state/route.ts";
import { AboutDataset } from "./AboutDataset.tsx";
import { DataControls } from "./DataControls.tsx";
import { dataView } from "./dataView.ts";
import { DatasetSamples } from "./DatasetSamples.tsx";
import { GetDataset } from "./GetDataset.tsx";
import { dataMessages } from "./messages.ts";

/** Looks at the datasets: samples, classes, numbers, and where they come from. */
export function DataPage(): JSX.Element {
  const t = dataMessages.value;
  const view = dataView(route.value.parameters);
  const entry = datasetList.value.find(({ name }) => name === view.dataset);
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
          {entry && (available ? <DatasetSamples entry={entry} view={view} /> : <GetDataset entry={entry} />)}
          {entry && <AboutDataset entry={entry} />}
        </div>
      </div>
    </>
  );
}
