import { type LayerSpec, type LayerStack, planLayers } from "@minibatch/models";

/** A layer of each kind, as it is when it is added. */
export const newLayers: { readonly [Type in LayerSpec["type"]]: LayerSpec } = {
  conv2d: { type: "conv2d", filters: 16, kernelSize: 3 },
  maxPooling2d: { type: "maxPooling2d", size: 2 },
  globalAveragePooling2d: { type: "globalAveragePooling2d" },
  dense: { type: "dense", units: 32 },
  dropout: { type: "dropout", rate: 0.25 },
};

/** Where a new layer goes: what needs images behind the last one that gives images, anything else to the end. */
export function placeFor(type: LayerSpec["type"], { inputShape, layers, classes }: LayerStack): number {
  if (type === "dense" || type === "dropout") return layers.length;
  const plan = planLayers({ inputShape, layers, classes });
  const first = plan.layers.findIndex(({ outputShape }) => outputShape.length !== 3);
  return first < 0 ? layers.length : first;
}
