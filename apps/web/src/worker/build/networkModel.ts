import { fromLayers, type LoadedModel } from "@minibatch/models";
import type { BuildData } from "./buildData.ts";
import type { BuildSetup } from "./BuildSetup.ts";

/** Makes the network that one builds, with new weights; uncompiled. */
export function networkModel(
  { layers }: Pick<BuildSetup, "layers">,
  { inputShape, classNames }: Pick<BuildData, "inputShape" | "classNames">,
  seed: number,
): LoadedModel["model"] {
  return fromLayers({
    inputShape,
    layers,
    classes: classNames.length,
    // What suits relu, which most layers have.
    kernelInitializer: "heUniform",
    seed,
  });
}
