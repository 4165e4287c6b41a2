import { findDataset, type LoadProgress, type TrainTest } from "@minibatch/datasets";
import type { CommandContext } from "./Command.ts";
import { loadOptions } from "./datasetMirror.ts";

/** The dataset that was loaded last: the next question is mostly about the same one. */
let last: { readonly name: string; readonly data: Promise<TrainTest> } | undefined;

/**
 * Gives a dataset, loaded the first time, and keeps it until another one is asked for. Who aborts no longer waits; what is on its way goes
 * on, for whoever asks next.
 */
export function loadedDataset(
  name: string,
  { base, emit, signal }: CommandContext<LoadProgress>,
): Promise<TrainTest> {
  if (last?.name !== name) {
    const data = findDataset(name).load({ ...loadOptions(name, base), onProgress: emit });
    last = { name, data };
    data.catch(() => {
      if (last?.data === data) last = undefined;
    });
  }
  const { data } = last;
  return new Promise((resolve, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason as Error), { once: true });
    data.then(resolve, reject);
  });
}
