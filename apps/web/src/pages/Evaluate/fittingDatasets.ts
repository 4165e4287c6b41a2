import { datasetList } from "../../state/datasetList.ts";
import { bundledModel } from "../../state/modelReference.ts";
import { modelList } from "../../state/modelList.ts";
import { tellsImagesApart } from "../../worker/tellsImagesApart.ts";
import type { StoredModel } from "../../storage/models.ts";
import type { DatasetEntry } from "../../worker/commands/listDatasets.ts";

/** Datasets of one kind: a network that reads one of them can be tried on the others. */
const kinds: readonly (readonly string[])[] = [["mnist", "synthetic-digits"]];

/** The datasets that a network can be evaluated on: its own first, if it can be had here. Of one from elsewhere, all of its shape. */
export function fittingDatasets(model: string): readonly DatasetEntry[] {
  const stored = modelList.value.find(({ id }) => id === model);
  const metadata = stored?.metadata;
  // Data of one's own may be called as one of ours; these say how they were prepared.
  if (metadata?.preparation) return [];
  const own = model === bundledModel ? "mnist" : metadata?.dataset;
  const names = kinds.find((kind) => own !== undefined && kind.includes(own)) ?? [own];
  const fitting = datasetList.value.filter(
    (entry) =>
      entry.task === "classification" &&
      (names.includes(entry.name) || (own === undefined && stored !== undefined && mayTell(stored, entry))),
  );
  const rank = ({ name, available }: DatasetEntry): number => (available === "no" ? 2 : name === own ? 0 : 1);
  return fitting.sort((a, b) => rank(a) - rank(b));
}

/** Whether a model from elsewhere, which says nothing of its dataset, has the shapes for one, and no other names for its classes. */
function mayTell({ metadata, shape }: StoredModel, { inputShape, classNames }: DatasetEntry): boolean {
  if (!shape || !tellsImagesApart(shape, inputShape, classNames.length)) return false;
  return metadata.classNames === undefined || metadata.classNames.join("\n") === classNames.join("\n");
}
