import type { EstimateInput } from "../worker/commands/estimateRecipe.ts";
import { startWorker } from "../worker/startWorker.ts";

/** How long settings have to stand before they are measured, in milliseconds: nobody asks about each digit that is typed. */
const settled = 500;

/**
 * Finds out how long a run will take, in a worker of its own, so that nothing is in the way of the run itself.
 *
 * @param onTime gets the seconds; nothing where they cannot be measured: the run itself will say why
 * @returns a function that ends it
 */
export function measureTrainingTime(
  input: EstimateInput,
  onTime: (seconds: number | undefined) => void,
): () => void {
  const ending = new AbortController();
  const measure = async (): Promise<void> => {
    const worker = startWorker();
    ending.signal.addEventListener("abort", () => worker.terminate());
    const seconds = await worker.call("estimateRecipe", input).catch(() => undefined);
    if (!ending.signal.aborted) onTime(seconds);
    worker.terminate();
  };
  const timer = setTimeout(() => void measure(), settled);
  ending.signal.addEventListener("abort", () => clearTimeout(timer));
  return () => ending.abort();
}
