import type { LayersModel } from "@tensorflow/tfjs-layers";
import { describeCompilation } from "./compile/describeCompilation.ts";
import { draftOptimizer } from "./compile/draftOptimizer.ts";
import type { Json } from "./config/Json.ts";
import { describeModel } from "./describe/describeModel.ts";
import { legacyDialect } from "./describe/legacyDialect.ts";
import type { Hdf5Draft } from "./hdf5/Hdf5Draft.ts";
import { putDraft } from "./hdf5/putDraft.ts";
import { textAttributes } from "./hdf5/textAttributes.ts";
import { writeHdf5 } from "./hdf5/writeHdf5.ts";
import { draftLegacyWeights } from "./weights/draftLegacyWeights.ts";

/** Writes a whole model as the bytes of an `.h5` file. */
export async function encodeLegacy(model: LayersModel, metadata: Json): Promise<Uint8Array<ArrayBuffer>> {
  const training = describeCompilation(model);
  const { optimizer, ...rest } = training ?? {};
  const attributes = {
    keras_version: "3.0.0",
    backend: "tensorflow",
    model_config: JSON.stringify(await describeModel(model, legacyDialect)),
    minibatch: JSON.stringify(metadata),
    // Keras looks for the weights of losses whether there are any or not.
    ...(training && {
      training_config: JSON.stringify({ loss_weights: null, ...rest, optimizer_config: optimizer }),
    }),
  };
  const children = new Map<string, Hdf5Draft>([["model_weights", await draftLegacyWeights(model)]]);
  const state = training ? await draftOptimizer(model) : [];
  if (state.length > 0) {
    const slots = new Map<string, Hdf5Draft>();
    const names = state.map((values, i) => {
      const path = ["optimizer", ["iteration", "learning_rate"][i] ?? `slot_${i - 2}`];
      putDraft(slots, path, values);
      return path.join("/");
    });
    children.set("optimizer_weights", { attributes: { weight_names: names }, children: slots });
  }
  return writeHdf5({ attributes, children }, textAttributes);
}
