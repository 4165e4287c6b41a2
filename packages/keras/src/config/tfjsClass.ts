import { serialization } from "@tensorflow/tfjs-core";
import { layers } from "@tensorflow/tfjs-layers";
import type { LayerClass } from "../Layer.ts";
import { toLetters } from "./letterCase.ts";

/** Classes of tfjs that compute something else than Keras does, or that Keras does not have. */
const different = new Set(["ConvLSTM2DCell", "RandomWidth", "Resizing"]);

/** The class of tfjs for a class of Keras: those that tfjs brings along are called as Keras' are, and compute the same. */
export function tfjsClass(className: string): LayerClass | undefined {
  const known = Object.keys(layers).some((factory) => toLetters(factory) === toLetters(className));
  return known && !different.has(className) ? registeredClass(className) : undefined;
}

/** What tfjs makes layers with that it knows by a name. */
export function registeredClass(name: string): LayerClass | undefined {
  const found: unknown = serialization.SerializationMap.getMap().classNameMap[name]?.[0];
  return found as LayerClass | undefined;
}
