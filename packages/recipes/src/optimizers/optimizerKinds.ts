import { adadelta } from "./adadelta.ts";
import { adam } from "./adam.ts";
import { adamw } from "./adamw.ts";
import { momentum } from "./momentum.ts";
import { rmsprop } from "./rmsprop.ts";
import { sgd } from "./sgd.ts";
import type { OptimizerKind } from "./OptimizerKind.ts";
import type { OptimizerName } from "./optimizerNames.ts";

/** The optimizers by their names. */
export const optimizerKinds: Readonly<Record<OptimizerName, OptimizerKind>> = {
  sgd,
  momentum,
  rmsprop,
  adam,
  adadelta,
  adamw,
};
