import type { LayersModel } from "@tensorflow/tfjs-layers";
import type { KerasFile } from "../KerasFile.ts";
import type { WeightSlot } from "../weights/weightSlots.ts";
import { eachLoss, tfjsLoss, tfjsMetrics } from "./losses.ts";
import { tfjsOptimizer } from "./optimizers.ts";
import { restoreOptimizer } from "./restoreOptimizer.ts";

/**
 * Compiles a model as it was in Keras, with the state of its optimizer, so that training goes on.
 *
 * @param slots its weights in the order of Keras
 * @returns why it is not compiled; nothing when it is, or never was
 */
export async function compileModel(
  model: LayersModel,
  { training, optimizerState }: KerasFile,
  slots: readonly WeightSlot[],
): Promise<readonly string[]> {
  const { optimizer: spec, loss: given, loss_weights: weights } = training;
  if (!spec || !given) return [];
  const loss = eachLoss(given, tfjsLoss);
  const found = tfjsOptimizer(spec);
  const optimizer = typeof found === "string" ? undefined : found;
  const missing = [
    optimizer === undefined && found,
    loss === undefined && `its loss, ${JSON.stringify(given)}`,
    weights && "the weights of its losses",
  ].filter(Boolean);
  if (optimizer === undefined || missing.length > 0) {
    optimizer?.dispose();
    return [
      `The model is not compiled: TensorFlow.js does not have ${missing.join(", nor ")}. Compile it before it is trained.`,
    ];
  }
  try {
    model.compile({ optimizer, loss: loss as string, metrics: tfjsMetrics(training["metrics"]) });
  } catch (error) {
    optimizer.dispose();
    throw error;
  }
  // It goes with the model.
  (model as unknown as { isOptimizerOwned: boolean }).isOptimizerOwned = true;
  await restoreOptimizer(model, optimizer, slots, optimizerState);
  return [];
}
