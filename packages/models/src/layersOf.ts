import type { LayersModel } from "@tensorflow/tfjs-layers";
import { type Activation, activationNames } from "./activationNames.ts";
import type { Conv2dSpec, DenseSpec, LayerSpec } from "./LayerSpec.ts";

type Layer = LayersModel["layers"][number];
type Config = Readonly<Record<string, unknown>>;

/**
 * Tells a network as the plain layers that `fromLayers` takes: what stands between the input and a last dense layer with softmax.
 *
 * How kernels start and what they are now is not in it; dropout in front of a flattening stands before it, which computes the same.
 *
 * @returns nothing for a network that is no such stack: one with branches, strides, layers of other kinds, or another last layer
 * @example
 * layersOf(mlp({ inputShape: [28, 28, 1], hidden: [128], classes: 10 })); // [{ type: "dense", units: 128, activation: "relu" }]
 */
export function layersOf(model: LayersModel): readonly LayerSpec[] | undefined {
  const found: LayerSpec[] = [];
  const isRow = model.layers.every(
    (layer, index) => layer.inboundNodes.length === 1 && follows(layer, model.layers[index - 1]),
  );
  if (!isRow) return undefined;
  for (const layer of model.layers) {
    const config = layer.getConfig() as Config;
    const [last] = found.slice(-1);
    const spec = specOf(layer.getClassName(), config, last);
    if (spec === "none") continue;
    if (spec === undefined) return undefined;
    if (spec.folded) found.pop();
    found.push(spec.layer);
  }
  const output = found.pop();
  const isSoftmax = output?.type === "dense" && output.activation === ("softmax" as string);
  if (!isSoftmax || output.batchNorm || output.l2 || found.some(hasSoftmax)) return undefined;
  return found;
}

/** Whether a layer takes what the one before it gives, and nothing else. */
function follows(layer: Layer, before: Layer | undefined): boolean {
  const inputs = layer.inboundNodes[0]?.inboundLayers ?? [];
  // A sequential model does not count its input among its layers.
  const isFirst = inputs.every((layer) => layer.getClassName() === "InputLayer");
  return before === undefined ? isFirst : inputs.length === 1 && inputs[0] === before;
}

function hasSoftmax(layer: LayerSpec): boolean {
  return "activation" in layer && layer.activation === ("softmax" as string);
}

/** A layer, or the last one anew where this one belongs to it; `none` for what `fromLayers` puts in by itself. */
function specOf(
  kind: string,
  config: Config,
  last: LayerSpec | undefined,
): { readonly layer: LayerSpec; readonly folded?: boolean } | "none" | undefined {
  const weighted = last?.type === "conv2d" || last?.type === "dense" ? last : undefined;
  switch (kind) {
    case "InputLayer":
    case "Flatten":
      return "none";
    case "Conv2D": {
      const kernelSize = sideOf(config["kernelSize"]);
      const isPlain = sideOf(config["strides"]) === 1 && sideOf(config["dilationRate"] ?? 1) === 1;
      if (kernelSize === undefined || !isPlain || config["dataFormat"] === "channelsFirst") return undefined;
      const padding = config["padding"] as "valid" | "same";
      return weightedOf({ type: "conv2d", filters: Number(config["filters"]), kernelSize, padding }, config);
    }
    case "Dense":
      return weightedOf({ type: "dense", units: Number(config["units"]) }, config);
    case "MaxPooling2D": {
      const size = sideOf(config["poolSize"]);
      if (size === undefined || sideOf(config["strides"]) !== size || config["padding"] !== "valid") {
        return undefined;
      }
      return { layer: { type: "maxPooling2d", size } };
    }
    case "GlobalAveragePooling2D":
      return { layer: { type: "globalAveragePooling2d" } };
    case "Dropout":
      return { layer: { type: "dropout", rate: Number(config["rate"]) } };
    case "BatchNormalization":
      if (!weighted || weighted.batchNorm || weighted.activation !== "linear") return undefined;
      return { layer: { ...weighted, batchNorm: true }, folded: true };
    case "Activation": {
      const activation = config["activation"] as Activation;
      if (weighted?.activation !== "linear" || !activationNames.includes(activation)) return undefined;
      return { layer: { ...weighted, activation }, folded: true };
    }
    default:
      return undefined;
  }
}

/** The side of a square window; none for another one. */
function sideOf(size: unknown): number | undefined {
  const [height, width = height] = [size].flat() as number[];
  return height === width ? height : undefined;
}

function weightedOf(
  layer: Conv2dSpec | DenseSpec,
  { activation, kernelRegularizer, biasRegularizer }: Config,
): { readonly layer: LayerSpec } | undefined {
  if (!activationNames.includes(activation as string) || biasRegularizer) return undefined;
  const { l1 = 0, l2 = 0 } = ((kernelRegularizer as Config | null)?.["config"] ?? {}) as {
    readonly l1?: number;
    readonly l2?: number;
  };
  if (l1 > 0) return undefined;
  return { layer: { ...layer, activation: activation as Activation, ...(l2 > 0 && { l2 }) } };
}
