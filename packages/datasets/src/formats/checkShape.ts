import { DatasetError } from "../DatasetError.ts";

/** More axes than any dataset has; a header with 255 is an attack or a mistake. */
const maxAxes = 8;

/** What fits one typed array everywhere: 2 GiB. */
export const maxArrayBytes: number = 2 ** 31;

/**
 * Checks what a file's header promises, before anything is allocated for it.
 *
 * @returns how many values the shape has
 * @throws {DatasetError} `LIMIT_EXCEEDED` for more axes or bytes than the limits
 */
export function checkShape(shape: readonly number[], bytesPerValue: number): number {
  if (shape.length > maxAxes) {
    throw new DatasetError("LIMIT_EXCEEDED", `The header has ${shape.length} axes, the limit is ${maxAxes}`);
  }
  // Counted without empty axes: [0, 2^32, 2^32] would pass as nothing, and no product of it is safe.
  const promised = shape.reduce((product, length) => product * Math.max(length, 1), bytesPerValue);
  if (promised > maxArrayBytes) {
    throw new DatasetError(
      "LIMIT_EXCEEDED",
      `The header promises shape [${shape.join(", ")}] of ${bytesPerValue} bytes each, the limit is ${maxArrayBytes} bytes`,
    );
  }
  return shape.reduce((product, length) => product * length, 1);
}
