import type { LayersModel } from "@tensorflow/tfjs-layers";
import { disposeAfter } from "./build/disposeAfter.ts";
import type { Layer, Plan } from "./build/Plan.ts";
import { planLayer } from "./build/planLayer.ts";
import { withinBudget } from "./build/withinBudget.ts";
import type { Json } from "./config/Json.ts";
import { KerasError } from "./KerasError.ts";
import { type KerasFile, readKerasFile } from "./readKerasFile.ts";
import { reportingCorrupt } from "./reportingCorrupt.ts";
import { loadWeights } from "./weights/loadWeights.ts";

/** A model of a Keras file, with what stands beside it. */
export interface DecodedKeras {
  /** The caller disposes it. */
  readonly model: LayersModel;
  /** What `encodeKeras` was given to keep beside the model. */
  readonly metadata: Json;
}

/**
 * Makes a model of the bytes of a Keras file: `.keras`, or a whole model in `.h5`, of Keras 2 or 3.
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
    await disposeAfter(model, () => loadWeights(model, file.store(layersOf), layersOf));
    return { model, metadata: file.metadata };
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
  const { unsupported } = plan;
  if (unsupported.length > 0) {
    const list = unsupported.map(
      ({ layer, className, missing }) => `${layer || "the model"} (${className}): ${missing}`,
    );
    throw new KerasError(
      "UNSUPPORTED_LAYERS",
      `TensorFlow.js does not have all that this model asks for. ${list.join("; ")}. Replace these layers in Keras, or build the model of ` +
        "the others here and load their weights.",
      { unsupported },
    );
  }
  const model = withinBudget(file.values, create) as LayersModel;
  return { model, layersOf: (of) => plan.order.get(of) ?? of.layers };
}
