import type { LayersModel, LayerVariable } from "@tensorflow/tfjs-layers";
import { type Json, objectAt } from "../config/Json.ts";
import type { Hdf5Dataset } from "../hdf5/Hdf5Node.ts";
import { tfjsLoss, tfjsMetrics } from "./losses.ts";
import { tfjsOptimizer } from "./optimizers.ts";
import { restoreOptimizer } from "./restoreOptimizer.ts";

/**
 * Compiles a model as it was in Keras, with the state of its optimizer, so that training goes on.
 *
 * @param training the optimizer, the loss and the metrics of the file
 * @param state the data sets of the optimizer
 * @param trained the weights that are trained, in the order of Keras
 * @returns why it is not compiled; nothing when it is, or never was
 */
export async function compileModel(
  model: LayersModel,
  training: Json,
  state: readonly (Hdf5Dataset | undefined)[],
  trained: readonly LayerVariable[],
): Promise<readonly string[]> {
  const { optimizer: spec, loss: given, metrics, loss_weights: weights } = training;
  if (spec === undefined || spec === null || given === undefined || given === null) return [];
  const loss = convertLoss(given);
  const optimizer = tfjsOptimizer(spec);
  const missing = [
    ...(typeof optimizer === "string" ? [optimizer] : []),
    ...(loss === undefined ? [`its loss, ${JSON.stringify(given)}`] : []),
    ...(weights !== undefined && weights !== null ? ["the weights of its losses"] : []),
  ];
  if (typeof optimizer === "string" || loss === undefined || missing.length > 0) {
    if (typeof optimizer !== "string") optimizer.dispose();
    return [
      `The model is not compiled: TensorFlow.js does not have ${missing.join(", nor ")}. Compile it before it is trained.`,
    ];
  }
  try {
    model.compile({ optimizer, loss, metrics: tfjsMetrics(metrics) });
  } catch (error) {
    optimizer.dispose();
    throw error;
  }
  // It goes with the model.
  (model as unknown as { isOptimizerOwned: boolean }).isOptimizerOwned = true;
  await restoreOptimizer(model, optimizer, state, trained);
  return [];
}

/** A loss for all outputs, in a list, or by their names. */
function convertLoss(value: unknown): string | string[] | Record<string, string> | undefined {
  if (Array.isArray(value)) {
    const list = value.map(tfjsLoss);
    return list.every((name) => name !== undefined) ? list : undefined;
  }
  if (typeof value === "string" || "class_name" in objectAt(value)) return tfjsLoss(value);
  const entries = Object.entries(objectAt(value)).map(([name, loss]) => [name, tfjsLoss(loss)] as const);
  return entries.every(([, loss]) => loss !== undefined)
    ? (Object.fromEntries(entries) as Record<string, string>)
    : undefined;
}
