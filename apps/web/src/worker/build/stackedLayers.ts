import type { LayerSpec, LoadedModel } from "@minibatch/models";

type Layer = LoadedModel["model"]["layers"][number];

/** What a layer of the row has become in the network. */
export interface StackedLayer {
  /** Its kernel, its window, or nothing of dropout that drops nothing. */
  readonly main: Layer | undefined;
  /** Its batch normalization. */
  readonly norm: Layer | undefined;
  /** What gives its values in the end. */
  readonly last: Layer | undefined;
}

/** Finds the layers of a row in the network that `fromLayers` made of it. */
export function stackedLayers({ layers }: LoadedModel["model"], specs: readonly LayerSpec[]): StackedLayer[] {
  const left = layers.filter((layer) => !["InputLayer", "Flatten"].includes(layer.getClassName()));
  const next = (kind: string): Layer | undefined =>
    left[0]?.getClassName() === kind ? left.shift() : undefined;
  return specs.map((spec) => {
    if (spec.type === "dropout" && spec.rate === 0)
      return { main: undefined, norm: undefined, last: undefined };
    const main = left.shift();
    const normed = "batchNorm" in spec && spec.batchNorm;
    const norm = normed ? next("BatchNormalization") : undefined;
    const activation = normed ? next("Activation") : undefined;
    return { main, norm, last: activation ?? norm ?? main };
  });
}
