import { type ReadonlySignal, signal } from "@preact/signals";
import { startWorker } from "../worker/startWorker.ts";

/** So many images an epoch of Build has, unless one says otherwise. */
export const startRows = 2000;

const times = signal<Readonly<Record<string, number>>>({});

/** How many seconds an epoch on {@link startRows} images takes on this machine, by the name of the recipe; those that are measured. */
export const startTimes: ReadonlySignal<Readonly<Record<string, number>>> = times;

/**
 * Measures one recipe after the other, in a worker of its own.
 *
 * @returns a function that ends it
 */
export function measureStarts(recipes: readonly string[]): () => void {
  const worker = startWorker();
  const measure = async (): Promise<void> => {
    for (const recipe of recipes) {
      if (times.value[recipe] !== undefined) continue;
      const settings = { limit: startRows, epochs: 1, validationSplit: 0 };
      const seconds = await worker.call("estimateRecipe", { recipe, settings, backend: "wasm" });
      times.value = { ...times.value, [recipe]: seconds };
    }
  };
  // Where it cannot be measured, no time is told.
  void measure()
    .catch(() => {})
    .finally(() => worker.terminate());
  return () => worker.terminate();
}
