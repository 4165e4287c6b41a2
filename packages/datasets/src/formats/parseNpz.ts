import { maxArrayBytes } from "./checkShape.ts";
import { DatasetError } from "../DatasetError.ts";
import type { NdArray } from "../NdArray.ts";
import { parseNpy } from "./parseNpy.ts";
import { readZipDirectory, type ZipEntry } from "./readZipDirectory.ts";
import { unpackEntry } from "./unpackEntry.ts";

/** How {@link parseNpz} reads. */
export interface ParseNpzOptions {
  /**
   * Only these arrays: others are not unpacked, whatever they hold.
   *
   * @default all
   */
  readonly names?: readonly string[] | undefined;
}

/**
 * Reads an `.npz` file, as `numpy.savez` and `numpy.savez_compressed` write it: a zip archive of `.npy` files.
 *
 * Arrays come back as from {@link parseNpy}, each verified against the archive's own checksum. At most 1,000 members and 2 GiB in all.
 *
 * @param bytes the file
 * @returns the arrays by the names that they were saved under
 * @throws {DatasetError} `INVALID_FORMAT` when the bytes are no such archive or a member is damaged, `LIMIT_EXCEEDED` when its headers promise
 * more than the limits
 *
 * @example
 * const arrays = await parseNpz(await readFile("mnist.npz"));
 * arrays.get("x_train"); // { data: Uint8Array, shape: [60000, 28, 28] }
 */
export async function parseNpz(
  bytes: Uint8Array,
  { names }: ParseNpzOptions = {},
): Promise<Map<string, NdArray>> {
  const entries = readZipDirectory(bytes).filter(
    (entry) => names === undefined || names.includes(arrayName(entry)),
  );
  const promised = entries.reduce((sum, { bytes }) => sum + bytes, 0);
  if (promised > maxArrayBytes) {
    throw new DatasetError(
      "LIMIT_EXCEEDED",
      `The .npz file promises ${promised} bytes in all, the limit is ${maxArrayBytes}`,
    );
  }
  const arrays = new Map<string, NdArray>();
  for (const entry of entries) {
    arrays.set(arrayName(entry), await unpackNpy(entry));
  }
  return arrays;
}

/**
 * The names of the arrays in an `.npz` file, without unpacking any.
 *
 * @throws {DatasetError} `INVALID_FORMAT` when the bytes are no such archive
 *
 * @example
 * listNpz(await readFile("mnist.npz")); // ["x_test", "x_train", "y_train", "y_test"]
 */
export function listNpz(bytes: Uint8Array): string[] {
  return readZipDirectory(bytes).map(arrayName);
}

function arrayName({ name }: ZipEntry): string {
  return name.replace(/\.npy$/, "");
}

/** One array of the archive. */
export async function unpackNpy(entry: ZipEntry): Promise<NdArray> {
  return parseNpy(await unpackEntry(entry));
}
