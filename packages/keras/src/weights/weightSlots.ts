import type { LayersModel, LayerVariable } from "@tensorflow/tfjs-layers";
import type { Layer, Parts } from "../Layer.ts";
import { kerasClassName } from "../layers/kerasClassName.ts";
import { classInSnakeCase } from "../config/letterCase.ts";
import type { LayersOf } from "./LayersOf.ts";

/** A weight of a model, and where a Keras file keeps it. */
export interface WeightSlot {
  /** The group, as `layers/dense_1/vars`. */
  readonly group: string;
  /** The place in the group. */
  readonly index: number;
  readonly weight: LayerVariable;
  /** The layer that has it. */
  readonly layer: Layer;
  /** The layer of the model that is this layer, or has it within. */
  readonly top: Layer;
}

/**
 * Lists the weights of a model with their places in a Keras file, which counts layers of one class instead of calling them by their names.
 *
 * @param layersOf gives the layers of a model in the order of Keras
 */
export function weightSlots(model: LayersModel, layersOf: LayersOf): WeightSlot[] {
  const seen = new Set<Layer>();
  return walk(model, "", model);

  function walk(layer: Layer, path: string, top: Layer): WeightSlot[] {
    if (seen.has(layer)) return [];
    seen.add(layer);
    const { forwardLayer, backwardLayer, cell, cells, layer: wrapped, layers } = layer as Layer & Parts;
    if (layers) return named(layersOf(layer as LayersModel), `${path}layers/`, top);
    if (cells) return named(cells, `${path}cells/`, top);
    const parts = forwardLayer
      ? { forward_layer: forwardLayer, backward_layer: backwardLayer }
      : { cell, layer: wrapped };
    const within = Object.entries(parts).flatMap(([name, part]) =>
      part ? walk(part, `${path}${name}/`, top) : [],
    );
    if (within.length > 0) return within;
    return ownWeights(layer).map((weight, index) => ({ group: `${path}vars`, index, weight, layer, top }));
  }

  function named(layers: readonly Layer[], path: string, top: Layer): WeightSlot[] {
    const used = new Map<string, number>();
    return layers.flatMap((layer) => {
      const name = classInSnakeCase(kerasClassName(layer));
      const count = used.get(name) ?? 0;
      used.set(name, count + 1);
      return walk(layer, `${path}${name}${count === 0 ? "" : `_${count}`}/`, top === model ? layer : top);
    });
  }
}

/** The weights of a layer without others within it, whether they are trained or not, in the order in which they were made. */
function ownWeights(layer: Layer): LayerVariable[] {
  const { _trainableWeights: trained = [], _nonTrainableWeights: rest = [] } = layer as unknown as Record<
    "_trainableWeights" | "_nonTrainableWeights",
    LayerVariable[] | undefined
  >;
  return [...trained, ...rest];
}
