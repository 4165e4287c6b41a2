import type { JSX } from "preact";
import type { LayerSpec, LayerStack } from "@minibatch/models";
import { buildMessages } from "./messages.ts";
import { newLayers, placeFor } from "./newLayer.ts";

/** A button for each kind of layer that can be added. */
export function AddLayer({ stack, onAdd }: AddLayerProps): JSX.Element {
  const t = buildMessages.value;
  const types = (Object.keys(newLayers) as LayerSpec["type"][]).filter(
    (type) => stack.inputShape.length === 3 || type === "dense" || type === "dropout",
  );
  const add = (type: LayerSpec["type"]): void => {
    const at = placeFor(type, stack);
    // In the plane few units show more.
    const layer: LayerSpec =
      type === "dense" && stack.inputShape.length === 1 ? { type, units: 8 } : newLayers[type];
    onAdd(stack.layers.toSpliced(at, 0, layer), at);
  };
  return (
    <div class="row add-layer" role="group" aria-label={t.add}>
      <span class="quiet" aria-hidden="true">
        {t.add}
      </span>
      {types.map((type) => (
        <button key={type} type="button" onClick={() => add(type)}>
          {t[type]}
        </button>
      ))}
    </div>
  );
}

interface AddLayerProps {
  readonly stack: LayerStack;
  /** @param at where the new one stands */
  readonly onAdd: (layers: readonly LayerSpec[], at: number) => void;
}
