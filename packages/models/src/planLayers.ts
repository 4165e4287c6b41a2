import { findLayerProblem } from "./findLayerProblem.ts";
import type { LayerProblem } from "./LayerProblem.ts";
import type { LayerSpec, WeightedSpec } from "./LayerSpec.ts";

/** What {@link planLayers} plans: inputs, layers, and the classes that a last dense layer with softmax tells apart. */
export interface LayerStack {
  /** The shape of one input: `[height, width, channels]`, or `[values]`. */
  readonly inputShape: readonly number[];
  /** From the input inwards; a dense layer with softmax follows the last one. */
  readonly layers: readonly LayerSpec[];
  /** The number of classes, at least 2. */
  readonly classes: number;
}

/** What a layer will be. */
export interface LayerPlan {
  /** What comes out, without the batch; as what goes in where there is a problem. */
  readonly outputShape: readonly number[];
  /** All weights, those that batch normalization does not train included. */
  readonly parameters: number;
  /** Whether images become a row of values before it. */
  readonly flattens: boolean;
  readonly problem?: LayerProblem;
}

/** What a stack of layers will be. */
export interface StackPlan {
  /** In the order of the layers. */
  readonly layers: readonly LayerPlan[];
  /** The dense layer with softmax. */
  readonly output: LayerPlan;
  /** Of all layers without a problem. */
  readonly parameters: number;
  /** Whether `fromLayers` builds it. */
  readonly valid: boolean;
}

/**
 * Tells the output shape, the parameters and the problem of each layer before anything is built; needs no tfjs to run.
 *
 * A layer with a problem is left out, so that those behind it are told, too.
 *
 * @example
 * const { parameters } = planLayers({
 *   inputShape: [28, 28, 1],
 *   layers: [{ type: "conv2d", filters: 32, kernelSize: 3 }, { type: "maxPooling2d", size: 2 }],
 *   classes: 10,
 * });
 * parameters; // 54410
 */
export function planLayers({ inputShape, layers, classes }: LayerStack): StackPlan {
  let shape = inputShape;
  const plans = layers.map((layer): LayerPlan => {
    const problem = findLayerProblem(layer, shape);
    if (problem) return { outputShape: shape, parameters: 0, flattens: false, problem };
    const plan = planLayer(layer, shape);
    shape = plan.outputShape;
    return plan;
  });
  const output = planDense({ units: classes }, shape);
  return {
    layers: plans,
    output,
    parameters: plans.reduce((sum, { parameters }) => sum + parameters, output.parameters),
    valid: plans.every(({ problem }) => problem === undefined),
  };
}

function planLayer(layer: LayerSpec, shape: readonly number[]): LayerPlan {
  const [height = 0, width = 0, channels = 0] = shape;
  switch (layer.type) {
    case "conv2d": {
      const { filters, kernelSize, padding = "valid" } = layer;
      const lost = padding === "same" ? 0 : kernelSize - 1;
      return {
        outputShape: [height - lost, width - lost, filters],
        parameters: kernelSize ** 2 * channels * filters + offsets(layer, filters),
        flattens: false,
      };
    }
    case "maxPooling2d": {
      const outputShape = [Math.floor(height / layer.size), Math.floor(width / layer.size), channels];
      return { outputShape, parameters: 0, flattens: false };
    }
    case "globalAveragePooling2d":
      return { outputShape: [channels], parameters: 0, flattens: false };
    case "dense":
      return planDense(layer, shape);
    default:
      return { outputShape: shape, parameters: 0, flattens: false };
  }
}

function planDense(layer: WeightedSpec & { readonly units: number }, shape: readonly number[]): LayerPlan {
  const { units } = layer;
  const values = shape.reduce((product, length) => product * length, 1);
  return {
    outputShape: [units],
    parameters: values * units + offsets(layer, units),
    flattens: shape.length > 1,
  };
}

/** A bias, or in its place what batch normalization has: two that train, two that follow the batches. */
function offsets({ batchNorm = false }: WeightedSpec, channels: number): number {
  return batchNorm ? 4 * channels : channels;
}
