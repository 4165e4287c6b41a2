import { corrupt } from "../faults.ts";
import { bigEndianFlag, floatType, integerType, signedFlag } from "./datatypes.ts";
import type { Hdf5Array } from "./Hdf5Node.ts";
import type { Datatype } from "./readDatatype.ts";

/** Turns the bytes of values into float32, int32 or texts: what TensorFlow.js computes with. */
export async function readValues(
  bytes: Uint8Array,
  count: number,
  type: Datatype,
): Promise<Hdf5Array["data"]> {
  const { kind, flags, bytes: width } = type;
  if (bytes.length < count * width) throw corrupt(`an array of ${count} values has ${bytes.length} bytes`);
  const copied = (): ArrayBufferLike => bytes.slice(0, count * width).buffer;
  const little = !(flags & bigEndianFlag);
  if (little && kind === floatType && width === 4) return new Float32Array(copied());
  if (little && kind === integerType && flags & signedFlag) {
    if (width === 4) return new Int32Array(copied());
    // The steps of an optimizer, as Keras on TensorFlow counts them; larger numbers are refused below.
    if (width === 8) {
      const steps = [...new BigInt64Array(copied())].map(Number);
      if (steps.every((step) => step === (step | 0))) return Int32Array.from(steps);
    }
  }
  const { convertValues } = await import("./convertValues.ts");
  return convertValues(bytes, count, type);
}
