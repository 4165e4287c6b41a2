import type { LayerSpec } from "@minibatch/models";
import { numberText } from "../../i18n/numberText.ts";
import { buildMessages } from "./messages.ts";

/** What a layer is called, in a word. */
export function layerTitle({ type }: LayerSpec): string {
  return buildMessages.value[type];
}

/** What a layer is set to, in a line. */
export function layerLine(layer: LayerSpec): string {
  const t = buildMessages.value;
  switch (layer.type) {
    case "conv2d":
      return join([
        `${numberText(layer.filters)} · ${layer.kernelSize}x${layer.kernelSize}`,
        layer.activation ?? "relu",
        layer.batchNorm && t.batchNorm,
      ]);
    case "maxPooling2d":
      return `${layer.size}x${layer.size}`;
    case "globalAveragePooling2d":
      return "";
    case "dense":
      return join([numberText(layer.units), layer.activation ?? "relu", layer.batchNorm && t.batchNorm]);
    default:
      return numberText(layer.rate, { style: "percent" });
  }
}

function join(parts: readonly (string | false | undefined)[]): string {
  return parts.filter(Boolean).join(" · ");
}
