import { regularizers } from "@tensorflow/tfjs-layers";
import { ModelError } from "./ModelError.ts";

/**
 * The option of a layer that makes its loss grow by the sum of the squares of its kernel; none for 0.
 *
 * @throws {ModelError} `INVALID_ARGUMENT`
 */
export function l2Penalty(l2: number): { kernelRegularizer?: ReturnType<typeof regularizers.l2> } {
  if (!(l2 >= 0 && Number.isFinite(l2))) {
    throw new ModelError("INVALID_ARGUMENT", `l2 must be a finite number from 0 up, but it is ${l2}.`);
  }
  return l2 === 0 ? {} : { kernelRegularizer: regularizers.l2({ l2 }) };
}
