import type { Layer } from "../build/Plan.ts";
import { resetAfterCell, resetAfterGru } from "../layers/resetAfterGru.ts";

const names: Readonly<Record<string, string>> = {
  Model: "Functional",
  [resetAfterCell]: "GRUCell",
  [resetAfterGru]: "GRU",
};

/** What Keras calls the class of a layer of tfjs. */
export function kerasClassName(layer: Layer): string {
  const name = layer.getClassName();
  return names[name] ?? name;
}
