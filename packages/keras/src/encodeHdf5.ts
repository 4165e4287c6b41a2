import type { LayersModel } from "@tensorflow/tfjs-layers";
import type { Json } from "./config/Json.ts";
import { encodeLegacy } from "./encodeLegacy.ts";
import { encodeWeights } from "./encodeWeights.ts";

/** Writes a model as the bytes of an HDF5 file that is no member of an archive. */
export function encodeHdf5(
  model: LayersModel,
  format: "h5" | "weights.h5",
  metadata: Json,
): Promise<Uint8Array<ArrayBuffer>> {
  return format === "h5" ? encodeLegacy(model, metadata) : encodeWeights(model);
}
