import type { Layer } from "../Layer.ts";
import { ownLayers } from "./ownLayers.ts";

/** What Keras calls the class of a layer of tfjs, or of one of this package. */
export function kerasClassName(layer: Layer): string {
  const name = ownLayers.reduce((rest, own) => rest.replace(own.prefix, ""), layer.getClassName());
  return name === "Model" ? "Functional" : name;
}
