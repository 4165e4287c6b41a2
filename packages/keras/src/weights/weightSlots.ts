import type { LayersModel, LayerVariable } from "@tensorflow/tfjs-layers";
import type { Layer } from "../build/Plan.ts";
import { classInSnakeCase } from "../config/letterCase.ts";
import { kerasClassName } from "../config/kerasClassName.ts";

/** A weight of a model, and where a Keras file keeps it. */
export interface WeightSlot {
  /** The group, as `layers/dense_1/vars`. */
  readonly group: string;
  /** The place in the group. */
  readonly index: number;
  readonly weight: LayerVariable;
  /** The layer of the model that has it, or has the layer that does. */
  readonly top: Layer;
}

/** What layers of layers have, and their types do not say. */
interface Parts {
  readonly forwardLayer?: Layer;
  readonly backwardLayer?: Layer;
  readonly cell?: Layer;
  readonly cells?: readonly Layer[];
  readonly layer?: Layer;
  readonly layers?: readonly Layer[];
}

/**
 * Lists the weights of a model with their places in a Keras file, which counts layers of one class instead of calling them by their names.
 *
 * @param layersOf gives the layers of a model in the order of Keras
 */
export function weightSlots(
  model: LayersModel,
  layersOf: (model: LayersModel) => readonly Layer[],
): WeightSlot[] {
  const seen = new Set<Layer>();
  return walk(model, "", model);

  function walk(layer: Layer, path: string, top: Layer): WeightSlot[] {
    if (seen.has(layer)) return [];
    seen.add(layer);
    const { forwardLayer, backwardLayer, cell, cells, layer: wrapped, layers } = layer as Layer & Parts;
    if (layers) return named(layersOf(layer as LayersModel), `${path}layers/`, top);
    if (cells) return named(cells, `${path}cells/`, top);
    if (forwardLayer && backwardLayer) {
      return [
        ...walk(forwardLayer, `${path}forward_layer/`, top),
        ...walk(backwardLayer, `${path}backward_layer/`, top),
      ];
    }
    if (cell) return walk(cell, `${path}cell/`, top);
    if (wrapped) return walk(wrapped, `${path}layer/`, top);
    return ownWeights(layer).map((weight, index) => ({ group: `${path}vars`, index, weight, top }));
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
