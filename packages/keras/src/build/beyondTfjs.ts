import type { LayersModel } from "@tensorflow/tfjs-layers";
import { kerasClassName } from "../config/kerasClassName.ts";
import type { UnsupportedLayer } from "../KerasError.ts";
import { allLayers } from "./allLayers.ts";
import type { Layer } from "./Plan.ts";

/** What only layers that are built tell: an axis that tfjs computes wrongly unless it is the last one. */
export function beyondTfjs(model: LayersModel): UnsupportedLayer[] {
  return allLayers(model).flatMap((layer) => {
    const className = kerasClassName(layer);
    const { axis } = layer as Layer & { readonly axis?: number };
    const { ndim } = [layer.inputSpec].flat()[0] ?? {};
    if (className !== "BatchNormalization" || axis === undefined || axis === -1 || axis + 1 === ndim)
      return [];
    return [{ layer: layer.name, className, missing: `axis ${axis}` }];
  });
}
