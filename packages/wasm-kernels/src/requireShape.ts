import type { TensorInfo } from "@tensorflow/tfjs-core";
import { util } from "@tensorflow/tfjs-core";
import { WasmKernelsError } from "./WasmKernelsError.ts";

/**
 * Compares the shape of a tensor with what the others of an operation make it.
 *
 * @throws {WasmKernelsError} `SHAPE_MISMATCH`
 */
export function requireShape(name: string, { shape }: TensorInfo, expected: readonly number[]): void {
  if (util.arraysEqual(shape, [...expected])) return;
  throw new WasmKernelsError(
    "SHAPE_MISMATCH",
    `expected ${name} of shape [${expected.join(", ")}], which follows from the others, got [${shape.join(", ")}]`,
  );
}
