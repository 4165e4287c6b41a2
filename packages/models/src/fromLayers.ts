import { type LayersModel, sequential } from "@tensorflow/tfjs-layers";
import type { KernelInitializer } from "./kernelInitializer.ts";
import { l2Penalty } from "./l2Penalty.ts";
import type { LayerSpec, WeightedSpec } from "./LayerSpec.ts";
import { ModelError } from "./ModelError.ts";
import { type LayerStack, planLayers } from "./planLayers.ts";
import { requireClasses } from "./requireClasses.ts";
import { requireList } from "./requireList.ts";
import { requireShape } from "./requireShape.ts";
import type { Activation } from "./activationNames.ts";
import { type SeededLayers, seededLayers } from "./seededLayers.ts";

type Layer = LayersModel["layers"][number];

/** Options of {@link fromLayers}. */
export interface FromLayersOptions extends LayerStack {
  /**
   * How the kernels start; that of the output layer is Glorot-uniform always.
   *
   * @default "glorotUniform"
   */
  readonly kernelInitializer?: KernelInitializer | undefined;
  /**
   * Fixes the initial weights.
   *
   * @default 1
   */
  readonly seed?: number | undefined;
}

/**
 * Makes a network of layers that are plain JSON, one behind the other, then a dense layer with softmax. Images are flattened where the
 * first dense layer follows.
 *
 * Input `[batch, ...inputShape]`, output `[batch, classes]`: probabilities that sum to 1.
 *
 * @returns an uncompiled model with the shapes and parameters that `planLayers` tells
 * @throws {ModelError} `INVALID_ARGUMENT`, also for the first problem that `planLayers` finds
 * @example
 * const model = fromLayers({
 *   inputShape: [28, 28, 1],
 *   layers: [
 *     { type: "conv2d", filters: 32, kernelSize: 3, batchNorm: true },
 *     { type: "maxPooling2d", size: 2 },
 *     { type: "dense", units: 64, activation: "tanh", l2: 0.001 },
 *     { type: "dropout", rate: 0.5 },
 *   ],
 *   classes: 10,
 * });
 * model.countParams(); // 347242
 */
export function fromLayers(options: FromLayersOptions): LayersModel {
  const { inputShape, layers, classes, kernelInitializer, seed = 1 } = options;
  requireShape(inputShape);
  requireList(layers, "layers", '[{ type: "dense", units: 128 }]');
  requireClasses(classes);
  const plan = planLayers(options);
  for (const [index, { problem }] of plan.layers.entries()) {
    if (!problem) continue;
    throw new ModelError("INVALID_ARGUMENT", `Layer ${index + 1} of ${layers.length}: ${problem.message}`);
  }
  const make = seededLayers(seed);
  const model = sequential({ layers: [make.input(inputShape)] });
  for (const [index, layer] of layers.entries()) {
    if (plan.layers[index]?.flattens) model.add(make.flatten());
    for (const built of build(make, layer, kernelInitializer)) model.add(built);
  }
  if (plan.output.flattens) model.add(make.flatten());
  model.add(make.dense({ units: classes, activation: "softmax" }));
  return model;
}

function build(make: SeededLayers, layer: LayerSpec, kernelInitializer?: KernelInitializer): Layer[] {
  switch (layer.type) {
    case "conv2d": {
      const { filters, kernelSize, padding = "valid" } = layer;
      return weighted(make, layer, (shared) =>
        make.conv2d({ filters, kernelSize, padding, kernelInitializer, ...shared }),
      );
    }
    case "maxPooling2d":
      return [make.maxPooling2d(layer.size)];
    case "globalAveragePooling2d":
      return [make.globalAveragePooling2d()];
    case "dense":
      return weighted(make, layer, (shared) =>
        make.dense({ units: layer.units, kernelInitializer, ...shared }),
      );
    default:
      return make.dropout(layer.rate);
  }
}

/** A layer with its activation, or with batch normalization between the two. */
function weighted(
  make: SeededLayers,
  { activation = "relu", batchNorm = false, l2 = 0 }: WeightedSpec,
  layer: (shared: SharedOptions) => Layer,
): Layer[] {
  const penalty = l2Penalty(l2);
  if (!batchNorm) return [layer({ activation, ...penalty })];
  return [layer({ useBias: false, ...penalty }), make.batchNormalization(), ...make.activation(activation)];
}

interface SharedOptions extends ReturnType<typeof l2Penalty> {
  readonly activation?: Activation;
  readonly useBias?: boolean;
}
