import type { Samples } from "../Dataset.ts";
import { DatasetError } from "../DatasetError.ts";

const planeBytes = 32 * 32;
/** What the planes of one image take. */
export const imageBytes: number = 3 * planeBytes;

/** One label, then the planes of red, green and blue. */
const cifar10RecordBytes = 1 + imageBytes;

/**
 * Reads a batch file of CIFAR-10's binary version, and turns its planes into pixels.
 *
 * @param bytes records of 3,073 bytes each: a label, then 1,024 bytes each of red, green and blue
 * @returns `x`: `Uint8Array` of shape `[n, 32, 32, 3]`, from 0 to 255; `y`: `Uint8Array` of shape `[n]`, from 0 to 9
 * @throws {DatasetError} `INVALID_FORMAT` for a part of a record or a label beyond 9
 *
 * @example
 * const { x, y } = parseCifar10(await readFile("data_batch_1.bin"));
 * x.shape; // [10000, 32, 32, 3]
 */
export function parseCifar10(bytes: Uint8Array): Samples<Uint8Array, Uint8Array> {
  if (bytes.length % cifar10RecordBytes !== 0) {
    throw new DatasetError(
      "INVALID_FORMAT",
      `A CIFAR-10 batch has records of ${cifar10RecordBytes} bytes, got ${bytes.length} bytes`,
    );
  }
  const rows = bytes.length / cifar10RecordBytes;
  const samples = emptyCifar10(rows);
  copyCifar10(bytes, samples, 0);
  return samples;
}

/** Room for `rows` images and labels. */
export function emptyCifar10(rows: number): Samples<Uint8Array, Uint8Array> {
  return {
    x: { data: new Uint8Array(rows * imageBytes), shape: [rows, 32, 32, 3] },
    y: { data: new Uint8Array(rows), shape: [rows] },
  };
}

/** Writes the records of a batch into `samples` from `row` on, as many as there is room for. */
export function copyCifar10(bytes: Uint8Array, { x, y }: Samples<Uint8Array, Uint8Array>, row: number): void {
  const count = Math.min(bytes.length / cifar10RecordBytes, y.data.length - row);
  for (let i = 0; i < count; i++) {
    const record = i * cifar10RecordBytes;
    const label = bytes[record] ?? 0;
    if (label > 9) {
      throw new DatasetError(
        "INVALID_FORMAT",
        `A CIFAR-10 label is from 0 to 9, got ${label} in record ${i}`,
      );
    }
    y.data[row + i] = label;
    copyPlanes(bytes, record + 1, x.data, row + i);
  }
}

/**
 * Turns the planes of red, green and blue of one image into pixels.
 *
 * @param from where the planes begin
 * @param row the image that they become
 */
export function copyPlanes(bytes: Uint8Array, from: number, pixels: Uint8Array, row: number): void {
  let to = row * imageBytes;
  for (let red = from; red < from + planeBytes; red++) {
    pixels[to++] = bytes[red] ?? 0;
    pixels[to++] = bytes[red + planeBytes] ?? 0;
    pixels[to++] = bytes[red + 2 * planeBytes] ?? 0;
  }
}
