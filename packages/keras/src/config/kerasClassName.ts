import type { Layer } from "../build/Plan.ts";

/** What Keras calls the class of a layer of tfjs, or of one of this package. */
export function kerasClassName(layer: Layer): string {
  const name = layer.getClassName();
  return name === "Model" ? "Functional" : name.replace("ResetAfter", "");
}
