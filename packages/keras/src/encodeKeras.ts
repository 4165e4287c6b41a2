import type { LayersModel } from "@tensorflow/tfjs-layers";
import { describeCompilation } from "./compile/describeCompilation.ts";
import { draftOptimizer } from "./compile/draftOptimizer.ts";
import type { Json } from "./config/Json.ts";
import { describeModel } from "./describe/describeModel.ts";
import { type Hdf5Draft, type Hdf5Values, writeHdf5 } from "./hdf5/writeHdf5.ts";
import { draftLegacy, draftModern, kerasLayers, put } from "./weights/draftWeights.ts";
import { trainedWeights } from "./weights/trainedWeights.ts";
import { weightSlots } from "./weights/weightSlots.ts";
import { writeZip } from "./zip/writeZip.ts";

/** Options of {@link encodeKeras}. */
export interface EncodeKerasOptions {
  /**
   * The kind of file: `keras` is Keras 3's own; `h5` the whole model that Keras 2 wrote and 3 still reads; `weights.h5` the weights alone.
   *
   * @default "keras"
   */
  readonly format?: "keras" | "h5" | "weights.h5" | undefined;
  /** What `decodeKeras` gives back beside the model; Keras does not look at it. Any JSON object. */
  readonly metadata?: Json | undefined;
}

/** The version of Keras whose format this is; its later ones read it too. */
const version = "3.0.0";

/**
 * Writes a model as the bytes of a Keras file: architecture and weights, and for a model that is compiled with an optimizer that Keras has
 * (Adam, SGD, momentum, RMSprop) loss, optimizer and its state. The same model gives the same bytes.
 *
 * @throws {KerasError} `UNSUPPORTED_LAYERS`, with all that Keras does not have in `unsupported`
 * @example
 * await writeFile("mine.keras", await encodeKeras(model)); // keras.models.load_model("mine.keras")
 */
export async function encodeKeras(
  model: LayersModel,
  { format = "keras", metadata = {} }: EncodeKerasOptions = {},
): Promise<Uint8Array<ArrayBuffer>> {
  const compiled = format === "weights.h5" ? undefined : describeCompilation(model);
  const trained = trainedWeights(model, weightSlots(model, kerasLayers));
  const state = compiled ? await draftOptimizer(model, compiled.optimizer, trained) : [];
  if (format === "h5") return encodeLegacy(model, metadata, compiled?.training, state);
  const children = await draftModern(model);
  state.forEach((values, i) => put(children, ["optimizer", "vars", String(i)], values));
  const weights = writeHdf5({ children });
  if (format === "weights.h5") return weights;
  const json = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));
  const config = describeModel(model, "modern");
  const members = {
    "metadata.json": json({ keras_version: version, date_saved: "", minibatch: metadata }),
    "config.json": json({ ...config, ...(compiled && { compile_config: compiled.training }) }),
    "model.weights.h5": weights,
  };
  return writeZip(new Map(Object.entries(members)));
}

async function encodeLegacy(
  model: LayersModel,
  metadata: Json,
  training: Json | undefined,
  state: readonly Hdf5Values[],
): Promise<Uint8Array<ArrayBuffer>> {
  const { optimizer, ...rest } = training ?? {};
  const attributes = {
    keras_version: version,
    backend: "tensorflow",
    model_config: JSON.stringify(describeModel(model, "legacy")),
    minibatch: JSON.stringify(metadata),
    // Keras looks for the weights of losses whether there are any or not.
    ...(training && {
      training_config: JSON.stringify({ loss_weights: null, ...rest, optimizer_config: optimizer }),
    }),
  };
  const children = new Map<string, Hdf5Draft>([["model_weights", await draftLegacy(model)]]);
  if (state.length > 0) {
    const names = state.map((_, i) => `optimizer/${["iteration", "learning_rate"][i] ?? `slot_${i - 2}`}`);
    const slots = new Map<string, Hdf5Draft>();
    state.forEach((values, i) => put(slots, names[i]?.split("/") ?? [], values));
    children.set("optimizer_weights", { attributes: { weight_names: names }, children: slots });
  }
  return writeHdf5({ attributes, children });
}
