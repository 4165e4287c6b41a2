import type { Conv2dSpec, LayerSpec, WeightedSpec } from "@minibatch/models";

/**
 * Layers as an address has them: `conv16x3-pool2-dense64_tanh_norm_l0.001-drop0.5`. What is not said is as it is by default: `relu`, no
 * padding, no batch normalization, no penalty.
 */
export function layersText(layers: readonly LayerSpec[]): string {
  return layers.map(layerText).join("-");
}

/** The layers of such a text; none where it is no such text. Whether they fit is for `planLayers` to say. */
export function parseLayers(text: string): readonly LayerSpec[] | undefined {
  if (text === "") return [];
  const layers = text.split("-").map(parseLayer);
  return layers.includes(undefined) ? undefined : (layers as LayerSpec[]);
}

function layerText(layer: LayerSpec): string {
  switch (layer.type) {
    case "conv2d": {
      const padding = layer.padding === "same" ? "_same" : "";
      return `conv${layer.filters}x${layer.kernelSize}${padding}${weightedText(layer)}`;
    }
    case "maxPooling2d":
      return `pool${layer.size}`;
    case "globalAveragePooling2d":
      return "mean";
    case "dense":
      return `dense${layer.units}${weightedText(layer)}`;
    default:
      return `drop${decimalText(layer.rate)}`;
  }
}

function weightedText({ activation = "relu", batchNorm = false, l2 = 0 }: WeightedSpec): string {
  const parts = [
    ...(activation === "relu" ? [] : [activation]),
    ...(batchNorm ? ["norm"] : []),
    ...(l2 === 0 ? [] : [`l${decimalText(l2)}`]),
  ];
  return parts.map((part) => `_${part}`).join("");
}

/** Without an exponent, whose minus would end the layer. */
function decimalText(value: number): string {
  return value >= 1e-6 || value <= 0 ? String(value) : value.toFixed(12).replace(/0+$/, "");
}

function parseLayer(text: string): LayerSpec | undefined {
  const [name = "", ...options] = text.split("_");
  const [, kind, first, , second] = /^([a-z]+)([\d.]*)(x(\d+))?$/.exec(name) ?? [];
  const number = Number(first);
  const parsed = parseOptions(options);
  if (!parsed || (first === "" && kind !== "mean")) return undefined;
  switch (kind) {
    case "conv":
      return { type: "conv2d", filters: number, kernelSize: Number(second ?? 3), ...parsed };
    case "dense":
      return { type: "dense", units: number, ...parsed };
    case "pool":
      return { type: "maxPooling2d", size: number };
    case "drop":
      return { type: "dropout", rate: number };
    case "mean":
      return { type: "globalAveragePooling2d" };
    default:
      return undefined;
  }
}

/** Options behind the name of a layer, in any order; none where one of them is none. */
function parseOptions(
  texts: readonly string[],
): Pick<Conv2dSpec, keyof WeightedSpec | "padding"> | undefined {
  const parsed: Record<string, unknown> = {};
  for (const text of texts) {
    const [, l2] = /^l([\d.]+)$/.exec(text) ?? [];
    if (text === "same") parsed["padding"] = text;
    else if (text === "norm") parsed["batchNorm"] = true;
    else if (l2 !== undefined) parsed["l2"] = Number(l2);
    else if (/^[a-z]+$/.test(text)) parsed["activation"] = text;
    else return undefined;
  }
  return parsed;
}
