import { runList } from "../../state/runList.ts";
import type { RunResult, StoredRun } from "../../storage/runs.ts";

/** The run of a model that kept what there is to know of its test set; `undefined` where there is none. */
export function keptRun(model: string): { readonly run: StoredRun; readonly result: RunResult } | undefined {
  const run = runList.value.find(({ id }) => id === model);
  const kept = run?.test ?? run?.result?.classNames;
  return kept && run?.result ? { run, result: run.result } : undefined;
}
