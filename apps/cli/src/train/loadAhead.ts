import type { LoadOptions } from "@minibatch/datasets";
import type { DataSource } from "../Session.ts";
import type { TrainPlan } from "./TrainPlan.ts";

/** A plan whose dataset is on its way. */
export interface LoadingPlan {
  readonly plan: TrainPlan;
  /** Ends the load, for a plan that comes to nothing. */
  stop(): void;
}

/** Begins to load the dataset of a recipe: reading and unzipping it goes on while the backend starts. */
export function loadAhead(plan: TrainPlan, source: DataSource): LoadingPlan {
  const { recipe, settings, own } = plan;
  const { dataset } = recipe;
  // What has no files is computed by this thread, which would gain nothing.
  if (own || dataset.files.length === 0) return { plan, stop() {} };
  const end = new AbortController();
  source.signal.addEventListener("abort", () => end.abort(source.signal.reason), { once: true });
  let tell: LoadOptions["onProgress"];
  const loading = dataset.load({
    ...source,
    signal: end.signal,
    onProgress: (progress) => tell?.(progress),
    ...(settings.limit !== null && { limit: { train: settings.limit } }),
  });
  // Training asks for it, and says what is wrong then.
  loading.catch(() => {});
  // Given out once, to the training that it is for, and not kept beyond that.
  let ahead: typeof loading | undefined = loading;
  const load: typeof dataset.load = (options = {}) => {
    const given = ahead;
    ahead = undefined;
    if (given === undefined) return dataset.load(options);
    tell = options.onProgress;
    return given;
  };
  return {
    plan: { ...plan, recipe: { ...recipe, dataset: { ...dataset, load } } },
    stop: () => end.abort(),
  };
}
