import type { StoredRun } from "../../storage/runs.ts";

/** Who has learned from these reads what one draws. */
const digits = new Set(["mnist", "synthetic-digits"]);

/** Whether the network of a run reads the digits that one draws. */
export function tellsDigits({ result, dataset, own }: StoredRun): boolean {
  return result !== undefined && digits.has(dataset) && !own?.data;
}
