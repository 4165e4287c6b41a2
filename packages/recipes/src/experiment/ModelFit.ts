import type { Dataset } from "@minibatch/datasets";

/** What a model has to fit. */
export type ModelFit = Pick<Dataset, "inputShape" | "classNames" | "task">;
