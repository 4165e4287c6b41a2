import { datasetList } from "../../state/datasetList.ts";
import type { DatasetEntry } from "../../worker/commands/listDatasets.ts";

/** The datasets of images with classes. */
export function buildDatasets(): readonly DatasetEntry[] {
  return datasetList.value.filter(
    ({ task, inputShape }) => task === "classification" && inputShape.length === 3,
  );
}
