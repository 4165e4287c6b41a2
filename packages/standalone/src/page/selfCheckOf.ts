import { base64 } from "../base64.ts";
import type { SelfCheck } from "./PageModel.ts";

/**
 * What a page compares itself with: inputs, and what the model makes of them.
 *
 * @param inputs raw inputs, row by row: bytes, or other numbers, which are stored as `float32`
 * @param outputs the outputs of the model with the weights that the page gets, row by row
 * @param rows how many there are
 * @example
 * selfCheckOf(pixels.subarray(0, 8 * 784), outputs, 8);
 */
export function selfCheckOf(
  inputs: Uint8Array | ArrayLike<number>,
  outputs: Float32Array,
  rows: number,
): SelfCheck {
  const bytes = inputs instanceof Uint8Array;
  const values = bytes ? inputs : Float32Array.from(inputs);
  const [width, depth] = [values.length / rows, outputs.length / rows];
  const indices = Array.from({ length: rows }, (_, index) => index);
  return {
    type: bytes ? "uint8" : "float32",
    inputs: indices.map((row) => base64(values.slice(row * width, (row + 1) * width))),
    outputs: indices.map((row) =>
      Array.from(outputs.subarray(row * depth, (row + 1) * depth), (value) => Number(value.toPrecision(7))),
    ),
  };
}
