import { type ReadonlySignal, signal } from "@preact/signals";
import type { LoadProgress } from "@minibatch/datasets";
import { type Failure, failureOf } from "../worker/Failure.ts";
import type { OpenDataset } from "../worker/commands/openDataset.ts";
import { reader } from "../worker/workers.ts";

/** A dataset that is being looked at. */
export type DatasetInView =
  | { readonly name: string; readonly status: "loading"; readonly progress?: LoadProgress }
  | { readonly name: string; readonly status: "failed"; readonly failure: Failure }
  | { readonly name: string; readonly status: "open"; readonly data: OpenDataset };

const current = signal<DatasetInView | undefined>(undefined);

/** The dataset that was opened last. */
export const datasetInView: ReadonlySignal<DatasetInView | undefined> = current;

/** Opens a dataset, unless it is open or on its way. */
export async function viewDataset(name: string): Promise<void> {
  if (current.value?.name === name && current.value.status !== "failed") return;
  current.value = { name, status: "loading" };
  const isCurrent = (): boolean => current.value?.name === name;
  try {
    const data = await reader.get().call(
      "openDataset",
      { dataset: name },
      {
        onEvent: (progress) => {
          if (isCurrent()) current.value = { name, status: "loading", progress };
        },
      },
    );
    if (isCurrent()) current.value = { name, status: "open", data };
  } catch (error) {
    if (isCurrent()) current.value = { name, status: "failed", failure: failureOf(error) };
  }
}
