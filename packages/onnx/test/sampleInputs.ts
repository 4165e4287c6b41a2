import type { LayersModel } from "@tensorflow/tfjs-layers";
import type { FloatArray } from "./FloatArray.ts";
import { normalNumbers } from "./normalNumbers.ts";

/** Another batch than one, and other sizes than the model's where it takes any. */
const [BATCH, ANY_SIZE] = [3, 8];

/**
 * A batch for each input of a model, the same every time.
 *
 * @param rows where inputs are whole numbers below this
 */
export function sampleInputs({ inputs }: LayersModel, rows?: number): FloatArray[] {
  return inputs.map((port, index) => {
    const shape = [BATCH, ...port.shape.slice(1).map((length) => length ?? ANY_SIZE)];
    const count = shape.reduce((product, length) => product * length, 1);
    const data = normalNumbers(count, index + 1);
    return {
      shape,
      data: rows === undefined ? data : data.map((value) => Math.trunc(Math.abs(value) * 9) % rows),
    };
  });
}
