import type { InputScaling } from "@minibatch/models";
import { TrainingError } from "../TrainingError.ts";

/** Throws `INVALID_ARGUMENT` unless a scaling has finite numbers for its scale and its offset. */
export function requireScaling(scaling: InputScaling): void {
  for (const part of ["scale", "offset"] as const) {
    const wrong = [scaling[part]].flat().find((value) => !Number.isFinite(value));
    if (wrong === undefined && scaling[part] !== undefined) continue;
    throw new TrainingError(
      "INVALID_ARGUMENT",
      `A scaling is { scale, offset }, finite numbers or one for each feature, but ${part} is ${wrong}.`,
    );
  }
}
