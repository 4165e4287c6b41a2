import type { Tensor } from "@tensorflow/tfjs-core";
import { TrainingError } from "../TrainingError.ts";

/** Throws `SHAPE_MISMATCH` unless a metric gets a target for each value of the output. */
export function requireSameShape(metric: string, target: Tensor, output: Tensor): void {
  if (target.shape.join() === output.shape.join()) return;
  throw new TrainingError(
    "SHAPE_MISMATCH",
    `The metric ${metric} compares each value of the output, [${output.shape.join(", ")}], with a target, but the ` +
      `targets are [${target.shape.join(", ")}]. Give targets of that shape, one-hot rows for classes.`,
  );
}
