import { type ReadonlySignal, signal } from "@preact/signals";
import type { DatasetEntry } from "../worker/commands/listDatasets.ts";
import { reader } from "../worker/workers.ts";

const list = signal<readonly DatasetEntry[]>([]);

/** All datasets and whether they can be had here; empty until the worker has told. */
export const datasetList: ReadonlySignal<readonly DatasetEntry[]> = list;

/** Finds out anew what there is: a dataset may have been kept meanwhile. */
export async function loadDatasetList(): Promise<void> {
  list.value = await reader.get().call("listDatasets", undefined);
}
