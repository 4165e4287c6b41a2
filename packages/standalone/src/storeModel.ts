import type { InputScaling } from "@minibatch/models";
import type { LayersModel } from "@tensorflow/tfjs-layers";
import { compileModel } from "./compile/compileModel.ts";
import type { StoredModel } from "./engine/StoredModel.ts";
import { encodeWeights, type WeightFormat } from "./weights/encodeWeights.ts";

/** Options of {@link storeModel}. */
export interface StoreModelOptions {
  /**
   * How weights are stored: `int8` takes a quarter of the bytes, with a scale for each channel.
   *
   * @default "float32"
   */
  readonly weights?: WeightFormat | undefined;
  /**
   * What raw inputs are scaled by before they enter the model, as its metadata have it.
   *
   * @default inputs as they are
   */
  readonly inputScaling?: InputScaling | undefined;
}

/**
 * Stores a model as JSON that {@link openStored} computes in plain JavaScript, without TensorFlow.js.
 *
 * @returns the steps of the network and its weights as base64: 4/3 bytes a parameter with `int8`, 16/3 with `float32`
 * @throws {StandaloneError} `UNSUPPORTED_LAYER`, `UNSUPPORTED_MODEL`
 * @example
 * const { model, metadata } = await loadModel("runs/digits-cnn-1");
 * const stored = await storeModel(model, { inputScaling: metadata.inputScaling, weights: "int8" });
 */
export async function storeModel(
  model: LayersModel,
  { weights: format = "float32", inputScaling }: StoreModelOptions = {},
): Promise<StoredModel> {
  const { network, weights } = await compileModel(model, inputScaling);
  return { format: 1, network, weights: weights.map((each) => encodeWeights(each, format)) };
}
