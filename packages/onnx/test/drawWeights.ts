import { tensor, tidy } from "@tensorflow/tfjs-core";
import type { LayersModel } from "@tensorflow/tfjs-layers";
import { normalNumbers } from "./normalNumbers.ts";

/** Gives a model weights that are the same every time, none of them zero or one for all; variances are positive. */
export function drawWeights(model: LayersModel): void {
  // Puts a sequential model together.
  model.countParams();
  for (const [index, weight] of model.weights.entries()) {
    const shape = weight.shape as number[];
    const count = shape.reduce((product, length) => product * length, 1);
    const normal = normalNumbers(count, index + 1);
    const values = weight.name.includes("variance") ? normal.map((value) => 0.5 + Math.abs(value)) : normal;
    tidy(() => void weight.write(tensor(values, shape)));
  }
}
