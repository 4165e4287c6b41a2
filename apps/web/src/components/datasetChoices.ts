import { datasetTitleText } from "../i18n/datasetTitleText.ts";
import type { DatasetEntry } from "../worker/commands/listDatasets.ts";
import type { Choice } from "./SelectField.tsx";

/** Datasets to choose from; one that is not here is named, and cannot be chosen. */
export function datasetChoices(
  datasets: readonly DatasetEntry[],
  missingText: (title: string) => string,
): Choice[] {
  return datasets.map((dataset) => {
    const isMissing = dataset.available === "no";
    const title = datasetTitleText(dataset);
    return { value: dataset.name, text: isMissing ? missingText(title) : title, disabled: isMissing };
  });
}
