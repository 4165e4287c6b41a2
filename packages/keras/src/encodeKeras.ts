import type { LayersModel } from "@tensorflow/tfjs-layers";
import type { Json } from "./config/Json.ts";
import { describeModel } from "./describe/describeModel.ts";
import { writeHdf5 } from "./hdf5/writeHdf5.ts";
import { draftLegacy, draftModern } from "./weights/draftWeights.ts";
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
 * Writes a model as the bytes of a Keras file: architecture and weights. The same model gives the same bytes.
 *
 * @throws {KerasError} `UNSUPPORTED_LAYERS`, with all that Keras does not have in `unsupported`
 * @example
 * await writeFile("mine.keras", await encodeKeras(model)); // keras.models.load_model("mine.keras")
 */
export async function encodeKeras(
  model: LayersModel,
  { format = "keras", metadata = {} }: EncodeKerasOptions = {},
): Promise<Uint8Array<ArrayBuffer>> {
  if (format === "weights.h5") return writeHdf5({ children: await draftModern(model) });
  if (format === "h5") {
    const attributes = {
      keras_version: version,
      backend: "tensorflow",
      model_config: JSON.stringify(describeModel(model, "legacy")),
      minibatch: JSON.stringify(metadata),
    };
    return writeHdf5({ attributes, children: new Map([["model_weights", await draftLegacy(model)]]) });
  }
  const json = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));
  const members = {
    "metadata.json": json({ keras_version: version, date_saved: "", minibatch: metadata }),
    "config.json": json(describeModel(model, "modern")),
    "model.weights.h5": writeHdf5({ children: await draftModern(model) }),
  };
  return writeZip(new Map(Object.entries(members)));
}
