import { layers, type LayersModel, model, type SymbolicTensor } from "@tensorflow/tfjs-layers";
import { copyModel } from "./copyModel.ts";
import { deriveSeed } from "./deriveSeed.ts";
import { freezeLayer } from "./freezeLayer.ts";
import { kernelInitializer } from "./kernelInitializer.ts";
import { ModelError } from "./ModelError.ts";
import { outputActivation } from "./outputActivation.ts";
import { requireClasses } from "./requireClasses.ts";

type Layer = LayersModel["layers"][number];

/** Options of {@link transfer}. */
export interface TransferOptions {
  /** The number of classes to tell apart now, at least 2. */
  readonly classes: number;
  /**
   * What of the backbone does not learn: all of it, nothing, or the layer of this name and all that it computes from.
   *
   * @default true
   */
  readonly freeze?: boolean | string | undefined;
  /**
   * Fixes the initial weights of the new layer.
   *
   * @default 1
   */
  readonly seed?: number | undefined;
}

/**
 * Makes a model for other classes out of one that has learned: a copy of it without its last dense layer, and a new one with softmax in
 * its place. A model that ends in features, without a layer for its classes, gets one; those of images are averaged over all pixels.
 *
 * What is frozen computes as in prediction: batch normalization keeps its moving averages and normalizes by them, as in Keras.
 *
 * Input: that of the backbone, scaled as it was trained. Output `[batch, classes]`: probabilities that sum to 1.
 *
 * @param backbone stays as it is, and is the caller's to dispose
 * @returns an uncompiled model, whose new layer is named `head`. Compile it anew after changing `trainable` of a layer.
 * @throws {ModelError} `INVALID_ARGUMENT` when the model ends otherwise, has several outputs, or has no layer of the name
 * @example
 * const { model: digits } = await loadModel("runs/digits");
 * const letters = transfer(digits, { classes: 26 }); // only the new layer learns
 * const more = transfer(digits, { classes: 26, freeze: "conv1" }); // conv1 stays, the rest learns
 */
export function transfer(
  backbone: LayersModel,
  { classes, freeze = true, seed = 1 }: TransferOptions,
): LayersModel {
  requireClasses(classes);
  if (backbone.outputs.length !== 1) {
    throw new ModelError(
      "INVALID_ARGUMENT",
      `transfer replaces the last layer of a model with one output, but this one has ${backbone.outputs.length}.`,
    );
  }
  const copy = copyModel(backbone);
  try {
    const { features, head } = cut(copy);
    const kept = layersBefore(features);
    const frozen = frozenOf(kept, freeze);
    for (const layer of kept.keys()) freezeLayer(layer, frozen.has(layer));
    const nameOf = namesBeside([...kept.keys()]);
    const name = nameOf("head");
    const kernel = kernelInitializer("glorotUniform", deriveSeed(seed, name, "kernel"));
    const dense = layers.dense({ units: classes, activation: "softmax", kernelInitializer: kernel, name });
    const outputs = dense.apply(pooled(features, nameOf("pool"))) as SymbolicTensor;
    head?.dispose();
    return model({ inputs: copy.inputs, outputs });
  } catch (error) {
    copy.dispose();
    throw error;
  }
}

/** What the last dense layer of a model is computed from, and this layer; nothing but layers without weights is behind it. */
function cut(copy: LayersModel): { readonly features: SymbolicTensor; readonly head?: Layer } {
  let output = copy.outputs[0] as SymbolicTensor;
  for (let layer = output.sourceLayer; ; layer = output.sourceLayer) {
    const [input, another] = output.inputs;
    if (layer.getClassName() === "Dense") return { features: input as SymbolicTensor, head: layer };
    if (layer.weights.length > 0 || !input || another) break;
    output = input;
  }
  const activation = outputActivation(copy);
  if (activation === "softmax" || activation === "sigmoid") {
    throw new ModelError(
      "INVALID_ARGUMENT",
      `transfer replaces the last dense layer of a model, but this one ends in ${activation} behind ` +
        `${output.sourceLayer.name} (${output.sourceLayer.getClassName()}). Give it the model up to its features: ` +
        "tf.model({ inputs: model.inputs, outputs: model.getLayer(name).output }).",
    );
  }
  return { features: copy.outputs[0] as SymbolicTensor };
}

/** Features of each image as a whole. */
function pooled(features: SymbolicTensor, name: string): SymbolicTensor {
  if (features.rank === 2) return features;
  if (features.rank === 4) return layers.globalAveragePooling2d({ name }).apply(features) as SymbolicTensor;
  throw new ModelError(
    "INVALID_ARGUMENT",
    `transfer takes features [batch, features] or [batch, height, width, channels], but the model gives ` +
      `[batch, ${features.shape.slice(1).join(", ")}].`,
  );
}

/** The layers that do not learn. */
function frozenOf(
  kept: ReadonlyMap<Layer, SymbolicTensor>,
  freeze: boolean | string,
): Pick<Set<Layer>, "has"> {
  if (typeof freeze === "boolean") return freeze ? kept : new Set();
  const last = [...kept].find(([{ name }]) => name === freeze);
  if (last) return layersBefore(last[1]);
  throw new ModelError(
    "INVALID_ARGUMENT",
    `freeze must be true, false or the name of a layer of the backbone, but it is ${JSON.stringify(freeze)}. ` +
      `Its layers are ${[...kept.keys()].map(({ name }) => name).join(", ")}.`,
  );
}

/** The layers that a tensor is computed by, from the inputs on, each with what it gives. */
function layersBefore(tensor: SymbolicTensor): ReadonlyMap<Layer, SymbolicTensor> {
  const found = new Map<Layer, SymbolicTensor>();
  const visit = (output: SymbolicTensor): void => {
    if (found.has(output.sourceLayer)) return;
    output.inputs.forEach(visit);
    found.set(output.sourceLayer, output);
  };
  visit(tensor);
  return found;
}

/** Gives names that no layer has: tfjs would count within the process. */
function namesBeside(kept: readonly Layer[]): (kind: string) => string {
  const taken = new Set(kept.map(({ name }) => name));
  return (kind) => {
    let name = kind;
    for (let count = 2; taken.has(name); count += 1) name = `${kind}${count}`;
    return name;
  };
}
