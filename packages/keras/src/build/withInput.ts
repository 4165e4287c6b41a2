import { type Json, objectAt, textAt } from "../config/Json.ts";
import { corrupt } from "../faults.ts";

/**
 * Adds the input where a sequential model only says what shape its first layer takes: so does Keras 2, and Keras 3 of models built late.
 */
export function withInput(layers: readonly Json[], { build_input_shape: built }: Json): Json[] {
  if (layers.length === 0) throw corrupt("a model in it has no layers");
  const { class_name: className, config } = objectAt(layers[0]);
  const { name, batch_shape: given } = objectAt(config);
  const shape = given ?? (Array.isArray(built) ? [null, ...built.slice(1)] : undefined);
  if (shape !== undefined) {
    // Embeddings take whole numbers, which tfjs keeps as float32 without harm.
    const input = { name: `${textAt(name) || "layer"}_input`, batch_shape: shape };
    return [{ class_name: "InputLayer", config: input }, ...layers];
  }
  // A model brings its own.
  if (/^(Sequential|Functional)$/.test(textAt(className))) return [...layers];
  throw corrupt(
    "it does not say what shape its input has. Call the model on data in Keras, and save it again",
  );
}
