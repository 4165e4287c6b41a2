import type { AnyOptimizerDefinition } from "./OptimizerDefinition.ts";
import { adadelta } from "./optimizers/adadelta.ts";
import { adam } from "./optimizers/adam.ts";
import { momentum } from "./optimizers/momentum.ts";
import { rmsprop } from "./optimizers/rmsprop.ts";
import { sgd } from "./optimizers/sgd.ts";

/** Every optimizer that `installWasmKernels` fuses. */
export const optimizerDefinitions: readonly AnyOptimizerDefinition[] = [
  adadelta,
  adam,
  momentum,
  rmsprop,
  sgd,
];
