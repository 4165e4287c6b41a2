import { KerasError, type KerasProblem } from "./KerasError.ts";

/**
 * Throws when something is unsupported, and names all of it.
 *
 * @param who does not have it
 * @param advice what to do
 */
export function requireSupported(
  problems: readonly KerasProblem[],
  who: "Keras" | "TensorFlow.js",
  advice: string,
): void {
  if (problems.length === 0) return;
  const list = problems.map(({ name, kind, reason }) => `${name || "the model"} (${kind}): ${reason}`);
  throw new KerasError(
    "UNSUPPORTED_LAYERS",
    `${who} does not have all that this model is made of. ${list.join("; ")}. ${advice}`,
    { problems },
  );
}
