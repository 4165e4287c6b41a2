import { serialization } from "@tensorflow/tfjs-core";
import { layers } from "@tensorflow/tfjs-layers";
import type { Layer } from "../build/Plan.ts";
import { toLetters } from "./letterCase.ts";

/** Classes of tfjs that compute something else than Keras does, or that Keras does not have. */
const different = new Set(["ConvLSTM2DCell", "RandomWidth", "Resizing"]);

/**
 * The class of tfjs for a class of Keras: those that tfjs brings along are called as Keras' are, and compute the same.
 *
 * @param own its name here, where it is one of this package
 */
export function tfjsClass(className: string, own: string): (new (config: object) => Layer) | undefined {
  const known = Object.keys(layers).some((factory) => toLetters(factory) === toLetters(className));
  if (!known || different.has(className)) return undefined;
  const [found] = serialization.SerializationMap.getMap().classNameMap[own] ?? [];
  return found as unknown as (new (config: object) => Layer) | undefined;
}
