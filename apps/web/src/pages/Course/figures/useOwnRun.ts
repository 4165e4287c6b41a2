import { useEffect } from "preact/hooks";
import { loadModelList, modelList } from "../../../state/modelList.ts";
import { route } from "../../../state/route.ts";
import { loadRunList, runList } from "../../../state/runList.ts";
import type { StoredModel } from "../../../storage/models.ts";
import type { StoredRun } from "../../../storage/runs.ts";

/** Whose network a figure is about. */
export interface OwnRun {
  /** What the address calls the choice: `lesson` there is the network of the lesson. */
  readonly name: string;
  /** The reader's last run that fits; none where this browser has none. */
  readonly last: StoredRun | undefined;
  /** The same, unless the network of the lesson is chosen. */
  readonly shown: StoredRun | undefined;
}

/**
 * The reader's last run, for a figure that shows it in place of the network of the lesson.
 *
 * @param name what the address calls the choice
 * @param fits whether the figure can show a run
 */
export function useOwnRun(
  name: string,
  fits: (run: StoredRun, models: readonly StoredModel[]) => boolean,
): OwnRun {
  useEffect(() => void loadRunList().then(loadModelList), []);
  const last = runList.value.find((run) => fits(run, modelList.value));
  const isLessons = route.value.parameters[name] === "lesson";
  return { name, last, shown: isLessons ? undefined : last };
}
