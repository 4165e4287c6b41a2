import type { LayersModel } from "@tensorflow/tfjs-layers";
import { describeCompilation } from "./compile/describeCompilation.ts";
import { draftOptimizer } from "./compile/draftOptimizer.ts";
import type { Json } from "./config/Json.ts";
import { describeModel } from "./describe/describeModel.ts";
import { modernDialect } from "./describe/modernDialect.ts";
import type { Hdf5Draft } from "./hdf5/Hdf5Draft.ts";
import { putDraft } from "./hdf5/putDraft.ts";
import { writeHdf5 } from "./hdf5/writeHdf5.ts";
import { putWeights } from "./weights/putWeights.ts";
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

/**
 * Writes a model as the bytes of a Keras file: architecture and weights, and for a model that is compiled with an optimizer that Keras has
 * (Adam, SGD, momentum, RMSprop) loss, optimizer and its state. The same model gives the same bytes.
 *
 * @throws {KerasError} `UNSUPPORTED_LAYERS`, with all that Keras does not have in `problems`
 * @example
 * await writeFile("mine.keras", await encodeKeras(model)); // keras.models.load_model("mine.keras")
 */
export async function encodeKeras(
  model: LayersModel,
  { format = "keras", metadata = {} }: EncodeKerasOptions = {},
): Promise<Uint8Array<ArrayBuffer>> {
  if (format !== "keras") {
    const { encodeHdf5 } = await import("./encodeHdf5.ts");
    return encodeHdf5(model, format, metadata);
  }
  const children = new Map<string, Hdf5Draft>();
  await putWeights(children, model);
  const training = describeCompilation(model);
  const state = training ? await draftOptimizer(model) : [];
  state.forEach((values, i) => putDraft(children, ["optimizer", "vars", String(i)], values));
  const json = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));
  const config = await describeModel(model, modernDialect);
  return writeZip({
    // The first version of Keras that has this format; its later ones read it too.
    "metadata.json": json({ keras_version: "3.0.0", date_saved: "", minibatch: metadata }),
    "config.json": json({ ...config, ...(training && { compile_config: training }) }),
    "model.weights.h5": writeHdf5({ children }),
  });
}
