/**
 * Raw inputs for the self-check of a model whose data are not here, always the same: bytes for images, numbers from -1 to 1 for others.
 *
 * @param shape of the inputs, rows first
 * @example
 * madeUpInputs([8, 28, 28, 1]); // Uint8Array of 6272 values
 */
export function madeUpInputs(shape: readonly number[]): Uint8Array | Float32Array {
  const size = shape.reduce((product, length) => product * length, 1);
  const bytes = Uint8Array.from({ length: size }, (_, at) => (at * 197 + ((at * at) % 251)) % 256);
  return shape.length === 4 ? bytes : Float32Array.from(bytes, (byte) => byte / 128 - 1);
}
