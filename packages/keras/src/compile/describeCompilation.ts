import type { Optimizer } from "@tensorflow/tfjs-core";
import type { LayersModel } from "@tensorflow/tfjs-layers";
import type { Json } from "../config/Json.ts";
import { eachLoss, kerasLoss, kerasMetrics } from "./losses.ts";
import { kerasOptimizer } from "./optimizers.ts";

/** The optimizer, the loss and the metrics of a model in the words of Keras; undefined when it was not compiled, or with what Keras does not have. */
export function describeCompilation(model: LayersModel): Json | undefined {
  // A sequential model compiles the functional one inside it. Until then tfjs leaves these undefined, whatever its types say.
  const compiled = (model as { model?: LayersModel }).model ?? model;
  const optimizer = compiled.optimizer as Optimizer | undefined;
  const described = optimizer && kerasOptimizer(optimizer);
  const loss = eachLoss(compiled.loss, kerasLoss);
  if (described === undefined || loss === undefined) return undefined;
  const { metrics } = compiled as unknown as { readonly metrics?: unknown };
  return { optimizer: described, loss, metrics: kerasMetrics(metrics) };
}
