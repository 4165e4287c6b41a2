import type { Optimizer } from "@tensorflow/tfjs-core";
import type { LayersModel } from "@tensorflow/tfjs-layers";
import { type Json, objectAt } from "../config/Json.ts";
import { kerasLoss, kerasMetrics } from "./losses.ts";
import { kerasOptimizer } from "./optimizers.ts";

/** How a model was compiled, in the words of Keras. */
export interface Compilation {
  readonly optimizer: Optimizer;
  /** The optimizer, the loss and the metrics, as a file describes them. */
  readonly training: Json;
}

/** Describes how a model was compiled; undefined when it was not, or with what Keras does not have. */
export function describeCompilation(model: LayersModel): Compilation | undefined {
  // A sequential model compiles the functional one inside it. Until then tfjs leaves these undefined, whatever its types say.
  const compiled = (model as { model?: LayersModel }).model ?? model;
  const optimizer = compiled.optimizer as Optimizer | undefined;
  if (optimizer === undefined) return undefined;
  const described = kerasOptimizer(optimizer);
  const loss = convertLoss(compiled.loss);
  if (described === undefined || loss === undefined) return undefined;
  const { metrics } = compiled as unknown as { readonly metrics?: unknown };
  return { optimizer, training: { optimizer: described, loss, metrics: kerasMetrics(metrics ?? []) } };
}

function convertLoss(loss: unknown): unknown {
  if (Array.isArray(loss)) return loss.every(kerasLoss) ? loss.map(kerasLoss) : undefined;
  if (typeof loss !== "object" || loss === null) return kerasLoss(loss);
  const entries = Object.entries(objectAt(loss)).map(([name, value]) => [name, kerasLoss(value)]);
  return entries.every(([, value]) => value !== undefined) ? Object.fromEntries(entries) : undefined;
}
