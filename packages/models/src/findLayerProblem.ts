import { activationNames } from "./activationNames.ts";
import type { LayerProblem } from "./LayerProblem.ts";
import type { LayerSpec, WeightedSpec } from "./LayerSpec.ts";

/** Tells what is wrong with a layer that gets values of this shape; nothing where all is well. */
export function findLayerProblem(layer: LayerSpec, shape: readonly number[]): LayerProblem | undefined {
  switch (layer.type) {
    case "conv2d":
      return (
        notWhole("filters", layer.filters) ??
        notWhole("kernelSize", layer.kernelSize) ??
        weightedProblem(layer) ??
        unknownPadding(layer.padding) ??
        needsImage("convolution", shape) ??
        (layer.padding === "same" ? undefined : tooLarge("kernel", layer.kernelSize, shape))
      );
    case "maxPooling2d":
      return (
        notWhole("size", layer.size) ??
        needsImage("max pooling", shape) ??
        tooLarge("pool", layer.size, shape)
      );
    case "globalAveragePooling2d":
      return needsImage("global pooling", shape);
    case "dense":
      return notWhole("units", layer.units) ?? weightedProblem(layer);
    case "dropout":
      if (layer.rate >= 0 && layer.rate < 1) return undefined;
      return {
        code: "NOT_A_SHARE",
        message: `rate must be at least 0 and below 1, but it is ${layer.rate}.`,
        details: ["rate", String(layer.rate)],
      };
    default: {
      const { type } = layer as { readonly type: unknown };
      return {
        code: "UNKNOWN_LAYER",
        message: `The type of a layer must be one of ${layerTypes.join(", ")}, but it is ${String(type)}.`,
        details: [String(type)],
      };
    }
  }
}

const layerTypes: readonly LayerSpec["type"][] = [
  "conv2d",
  "maxPooling2d",
  "globalAveragePooling2d",
  "dense",
  "dropout",
];

function notWhole(option: string, value: number): LayerProblem | undefined {
  if (Number.isSafeInteger(value) && value >= 1) return undefined;
  return {
    code: "NOT_WHOLE",
    message: `${option} must be a whole number from 1 up, but it is ${value}.`,
    details: [option, String(value)],
  };
}

function weightedProblem({ activation = "relu", l2 = 0 }: WeightedSpec): LayerProblem | undefined {
  if (activation === ("softmax" as string) || !activationNames.includes(activation)) {
    const names = activationNames.filter((name) => name !== "softmax");
    return {
      code: "UNKNOWN_ACTIVATION",
      message: `activation must be one of ${names.join(", ")}, but it is ${activation}.`,
      details: [activation],
    };
  }
  if (l2 >= 0 && Number.isFinite(l2)) return undefined;
  return {
    code: "NOT_A_PENALTY",
    message: `l2 must be a finite number from 0 up, but it is ${l2}.`,
    details: ["l2", String(l2)],
  };
}

function unknownPadding(padding: string = "valid"): LayerProblem | undefined {
  if (padding === "valid" || padding === "same") return undefined;
  return {
    code: "UNKNOWN_PADDING",
    message: `padding must be "valid" or "same", but it is ${padding}.`,
    details: [padding],
  };
}

function needsImage(layer: string, shape: readonly number[]): LayerProblem | undefined {
  if (shape.length === 3) return undefined;
  return {
    code: "NEEDS_IMAGE",
    message:
      `A ${layer} needs images, [height, width, channels], but here come ${shape.join("x")} values. ` +
      "Put it before the first dense layer or global pooling.",
    details: [shape.join("x")],
  };
}

/** tfjs would build such a model, and fail in its first batch. */
function tooLarge(
  what: "kernel" | "pool",
  size: number,
  [height = 0, width = 0]: readonly number[],
): LayerProblem | undefined {
  if (size <= height && size <= width) return undefined;
  const [window, image] = [`${size}x${size}`, `${height}x${width}`];
  return what === "kernel"
    ? {
        code: "KERNEL_TOO_LARGE",
        message:
          `A kernel of ${window} does not fit into an image of ${image}. ` +
          'Make it smaller, pool less before it, or use padding "same".',
        details: [window, image],
      }
    : {
        code: "POOL_TOO_LARGE",
        message: `A window of ${window} does not fit into an image of ${image}. Make it smaller, or pool less before it.`,
        details: [window, image],
      };
}
