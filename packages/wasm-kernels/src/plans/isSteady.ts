import { layerPrototype } from "../layerPrototype.ts";

interface Layer {
  getClassName(): string;
  readonly _callHook?: unknown;
}

/** What is asked of a model of tfjs-layers, some of it in private fields. */
export interface SteadyModel {
  readonly inputs: readonly unknown[];
  readonly outputs: readonly unknown[];
  readonly layers: readonly Layer[];
}

/**
 * Layers of tfjs that run the same kernels whatever the values are, and draw nothing but the masks of a dropout that trains: what one has
 * computed can be computed again from the list of its kernels.
 */
const steadyLayers: ReadonlySet<string> = new Set([
  "Activation",
  "Add",
  "AveragePooling1D",
  "AveragePooling2D",
  "BatchNormalization",
  "Concatenate",
  "Conv1D",
  "Conv2D",
  "Conv2DTranspose",
  "Dense",
  "DepthwiseConv2D",
  "Dropout",
  "ELU",
  "Flatten",
  "GlobalAveragePooling1D",
  "GlobalAveragePooling2D",
  "GlobalMaxPooling1D",
  "GlobalMaxPooling2D",
  "InputLayer",
  "LayerNormalization",
  "LeakyReLU",
  "MaxPooling1D",
  "MaxPooling2D",
  "Multiply",
  "PReLU",
  "Permute",
  "ReLU",
  "Rescaling",
  "Reshape",
  "SeparableConv2D",
  "Softmax",
  "SpatialDropout1D",
  "UpSampling2D",
  "ZeroPadding2D",
]);

/** Whether a model has one input, one output, and only layers that compute as tfjs wrote them, the same kernels each time. */
export function isSteady({ inputs, outputs, layers }: SteadyModel): boolean {
  if (inputs.length !== 1 || outputs.length !== 1) return false;
  return layers.every((layer) => {
    const name = layer.getClassName();
    const asRegistered =
      Object.getPrototypeOf(layer) === layerPrototype(name) && !Object.hasOwn(layer, "call");
    // oxlint-disable-next-line no-underscore-dangle -- the name is tfjs'
    return asRegistered && steadyLayers.has(name) && !layer._callHook;
  });
}
