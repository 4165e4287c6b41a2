import { TrainingError } from "../TrainingError.ts";
import type { Checkpoint } from "./Checkpoint.ts";

/**
 * Requires that training goes on as it began.
 *
 * @throws {TrainingError} `CHECKPOINT_MISMATCH`
 */
export function requireSameSetup(now: Checkpoint["setup"], then: Checkpoint["setup"]): void {
  // What a checkpoint does not say of these was not done; other names came later.
  const known = { gradientAccumulation: undefined, weightAverage: undefined, ...then };
  for (const [name, value] of Object.entries(known)) {
    const current = now[name as keyof Checkpoint["setup"]];
    if (current === value) continue;
    throw new TrainingError(
      "CHECKPOINT_MISMATCH",
      `The checkpoint was written with ${name} ${value ?? "left out"}, but this run has ${current ?? "it left out"}. Use the same to go on.`,
    );
  }
}
