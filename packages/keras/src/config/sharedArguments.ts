import type { Layer } from "../Layer.ts";
import { type Json, objectAt } from "./Json.ts";

/** What some layers of tfjs have, and leave out where they describe themselves. */
const untold = ["dataFormat", "depthMultiplier"];

/** What tfjs tells of itself and does nothing with, or Keras has no place for. */
const foreign = ["activityRegularizer", "batchInputShape", "dtype", "implementation", "inputLength"];

/** The arguments of a layer that Keras has too, by their names in tfjs, with the values that the layer has. */
export function sharedArguments(layer: Layer): Json {
  const own = objectAt(layer);
  // A spatial dropout notes the shape of the last batch there.
  const unshared = layer.getClassName() === "Dropout" ? foreign : [...foreign, "noiseShape"];
  const entries = [...untold.map((name) => [name, own[name]] as const), ...Object.entries(layer.getConfig())];
  return Object.fromEntries(
    entries.filter(([name, value]) => value !== undefined && !unshared.includes(name)),
  );
}
