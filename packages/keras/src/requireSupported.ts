import { KerasError, type UnsupportedLayer } from "./KerasError.ts";

/**
 * Throws when something is unsupported, and names all of it.
 *
 * @param who does not have it
 * @param advice what to do
 */
export function requireSupported(
  unsupported: readonly UnsupportedLayer[],
  who: "Keras" | "TensorFlow.js",
  advice: string,
): void {
  if (unsupported.length === 0) return;
  const list = unsupported.map(
    ({ layer, className, missing }) => `${layer || "the model"} (${className}): ${missing}`,
  );
  throw new KerasError(
    "UNSUPPORTED_LAYERS",
    `${who} does not have all that this model is made of. ${list.join("; ")}. ${advice}`,
    { unsupported },
  );
}
