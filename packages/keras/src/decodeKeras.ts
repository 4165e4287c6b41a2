import type { LayersModel } from "@tensorflow/tfjs-layers";
import { beyondTfjs } from "./build/beyondTfjs.ts";
import { disposeAfter } from "./build/disposeAfter.ts";
import type { Layer, Plan } from "./build/Plan.ts";
import { planLayer } from "./build/planLayer.ts";
import { withinBudget } from "./build/withinBudget.ts";
import { compileModel } from "./compile/compileModel.ts";
import type { Json } from "./config/Json.ts";
import { KerasError, type UnsupportedLayer } from "./KerasError.ts";
import { type KerasFile, readKerasFile } from "./readKerasFile.ts";
import { reportingCorrupt } from "./reportingCorrupt.ts";
import { loadWeights } from "./weights/loadWeights.ts";
import { trainedWeights } from "./weights/trainedWeights.ts";
import { weightSlots } from "./weights/weightSlots.ts";

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
 * @throws {KerasError} `UNSUPPORTED_LAYERS`, with all that TensorFlow.js does not have in `unsupported`; `CORRUPT_FILE`,
 *   `UNSUPPORTED_FILE`, `LIMIT_EXCEEDED` and `WEIGHTS_MISMATCH` for files that cannot be read
 * @example
 * const response = await fetch("course.keras");
 * const { model } = await decodeKeras(new Uint8Array(await response.arrayBuffer()));
 */
export async function decodeKeras(bytes: Uint8Array): Promise<DecodedKeras> {
  return reportingCorrupt(async () => {
    const file = await readKerasFile(bytes);
    const { model, layersOf } = makeModel(file);
    const notes = await disposeAfter(model, async () => {
      await loadWeights(model, file.store(layersOf), layersOf);
      const trained = trainedWeights(model, weightSlots(model, layersOf));
      return compileModel(model, file.training, file.optimizerState, trained);
    });
    return { model, metadata: file.metadata, notes };
  });
}

function makeModel(file: KerasFile): {
  model: LayersModel;
  layersOf: (model: LayersModel) => readonly Layer[];
} {
  const plan: Plan = { modern: file.modern, unsupported: [], order: new WeakMap(), masks: false };
  const className = file.config["class_name"];
  if (className !== "Sequential" && className !== "Functional" && className !== "Model") {
    plan.unsupported.push({ layer: "", className: String(className), missing: "the class" });
  }
  const create = planLayer(file.config, [], plan);
  requireSupported(plan.unsupported);
  const model = withinBudget(file.values, create) as LayersModel;
  const beyond = beyondTfjs(model);
  if (beyond.length > 0) model.dispose();
  requireSupported(beyond);
  return { model, layersOf: (of) => plan.order.get(of) ?? of.layers };
}

function requireSupported(unsupported: readonly UnsupportedLayer[]): void {
  if (unsupported.length === 0) return;
  const list = unsupported.map(
    ({ layer, className, missing }) => `${layer || "the model"} (${className}): ${missing}`,
  );
  throw new KerasError(
    "UNSUPPORTED_LAYERS",
    `TensorFlow.js does not have all that this model asks for. ${list.join("; ")}. Replace these layers in Keras, or build the model of ` +
      "the others here and load their weights with loadKerasWeights(model, bytes, { partial: true }).",
    { unsupported },
  );
}
