import { layers, LayersModel } from "@tensorflow/tfjs-layers";

/**
 * Lists the layers of a model at any depth, each once: those of models that are layers of it, what wrappers wrap, the cells
 * of recurrent layers, and layers that a layer of one's own holds.
 *
 * The order depends on the model alone, neither on names, which tfjs numbers through a process, nor on what is built already.
 *
 * @param enter which layers count; what is inside of others is left out with them, unless it is elsewhere too
 */
export function layersWithin(
  model: LayersModel,
  enter: (layer: layers.Layer) => boolean = () => true,
): layers.Layer[] {
  const found = new Set<layers.Layer>();
  const visit = (layer: layers.Layer): void => {
    if (found.has(layer) || !enter(layer)) return;
    found.add(layer);
    for (const part of partsOf(layer)) visit(part);
  };
  for (const layer of model.layers) visit(layer);
  return [...found];
}

function partsOf(layer: layers.Layer): layers.Layer[] {
  if (layer instanceof LayersModel) return layer.layers;
  return Object.values(layer)
    .flat()
    .filter((part) => part instanceof layers.Layer);
}
