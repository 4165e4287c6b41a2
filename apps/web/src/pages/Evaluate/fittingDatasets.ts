import { datasetList } from "../../state/datasetList.ts";
import { bundledModel } from "../../state/modelReference.ts";
import { modelList } from "../../state/modelList.ts";
import type { DatasetEntry } from "../../worker/commands/listDatasets.ts";

/** Datasets of one kind: a network that reads one of them can be tried on the others. */
const kinds: readonly (readonly string[])[] = [["mnist", "synthetic-digits"]];

/** The datasets that a network can be evaluated on: its own first, if it can be had here. */
export function fittingDatasets(model: string): readonly DatasetEntry[] {
  const metadata = modelList.value.find(({ id }) => id === model)?.metadata;
  // Data of one's own may be called as one of ours; these say how they were prepared.
  if (metadata?.preparation) return [];
  const own = model === bundledModel ? "mnist" : metadata?.dataset;
  const names = kinds.find((kind) => own !== undefined && kind.includes(own)) ?? [own];
  const fitting = datasetList.value.filter(
    ({ name, task }) => task === "classification" && names.includes(name),
  );
  const rank = ({ name, available }: DatasetEntry): number => (available === "no" ? 2 : name === own ? 0 : 1);
  return fitting.sort((a, b) => rank(a) - rank(b));
}
