import { LayersModel } from "@tensorflow/tfjs-layers";
import { beyondTfjs } from "./build/beyondTfjs.ts";
import type { Plan } from "./build/Plan.ts";
import { planLayer } from "./build/planLayer.ts";
import { withinBudget } from "./build/withinBudget.ts";
import { compileModel } from "./compile/compileModel.ts";
import type { Json } from "./config/Json.ts";
import { corrupt } from "./faults.ts";
import type { KerasProblem } from "./KerasError.ts";
import { readingFile } from "./readingFile.ts";
import { readKerasFile } from "./readKerasFile.ts";
import { requireSupported } from "./requireSupported.ts";
import { loadWeights } from "./weights/loadWeights.ts";
import { weightSlots } from "./weights/weightSlots.ts";
import type { LayersOf } from "./weights/LayersOf.ts";

/** A model of a Keras file, with what stands beside it. */
export interface DecodedKeras {
  /** Compiled as it was in Keras, with the state of its optimizer, where tfjs has both. The caller disposes it. */
  readonly model: LayersModel;
  /** What `encodeKeras` was given to keep beside the model. */
  readonly metadata: Json;
  /** What of the file was not taken over, in sentences: an optimizer that tfjs does not have. What a model computes always is. */
  readonly notes: readonly string[];
}

/**
 * Makes a model of the bytes of a Keras file: `.keras`, or a whole model in `.h5`, of Keras 2 or 3.
 *
 * Training goes on where Keras stopped: Adam, SGD with and without momentum, and RMSprop come with their state.
 *
 * @throws {KerasError} `UNSUPPORTED_LAYERS`, with all that TensorFlow.js does not have in `problems`; `CORRUPT_FILE`,
 *   `UNSUPPORTED_FILE`, `LIMIT_EXCEEDED` and `WEIGHTS_MISMATCH` for files that cannot be read
 * @example
 * const response = await fetch("course.keras");
 * const { model } = await decodeKeras(new Uint8Array(await response.arrayBuffer()));
 */
export async function decodeKeras(bytes: Uint8Array): Promise<DecodedKeras> {
  return readingFile(bytes, async (plain) => {
    const file = await readKerasFile(plain);
    const plan: Plan = { problems: [], order: new WeakMap(), masks: false };
    const { create } = await planLayer(file.config, [], plan);
    requireTfjs(plan.problems);
    const model = withinBudget(file.values, create);
    if (!(model instanceof LayersModel)) throw corrupt("what it describes is no model");
    try {
      const layersOf: LayersOf = (of) => plan.order.get(of) ?? of.layers;
      const slots = weightSlots(model, layersOf);
      requireTfjs(beyondTfjs(slots));
      await loadWeights(slots, file.store(model, slots, layersOf));
      const notes = await compileModel(model, file, slots);
      return { model, metadata: file.metadata, notes };
    } catch (error) {
      model.dispose();
      throw error;
    }
  });
}

function requireTfjs(problems: readonly KerasProblem[]): void {
  requireSupported(
    problems,
    "TensorFlow.js",
    "Replace these layers in Keras, or build the others here and load their weights with " +
      "loadKerasWeights(model, bytes, { partial: true }).",
  );
}
