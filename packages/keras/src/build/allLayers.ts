import type { Layer } from "./Plan.ts";

/** A layer with all layers within it: of models, wrappers and cells. */
export function allLayers(layer: Layer): Layer[] {
  const {
    layers,
    cells,
    cell,
    layer: wrapped,
    forwardLayer,
    backwardLayer,
  } = layer as unknown as Partial<Parts>;
  const within = [
    layers ?? [],
    cells ?? [],
    cell ?? [],
    wrapped ?? [],
    forwardLayer ?? [],
    backwardLayer ?? [],
  ].flat();
  return [layer, ...within.flatMap(allLayers)];
}

interface Parts {
  readonly layers: readonly Layer[];
  readonly cells: readonly Layer[];
  readonly cell: Layer;
  readonly layer: Layer;
  readonly forwardLayer: Layer;
  readonly backwardLayer: Layer;
}
