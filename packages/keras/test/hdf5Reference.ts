import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";

const files = JSON.parse(readFileSync(`${import.meta.dirname}/reference/hdf5.json`, "utf8")) as Record<
  string,
  string
>;

/** The formats in which `reference/hdf5.py` wrote the same groups and data sets. */
export const hdf5Formats: readonly string[] = ["oldest", "newest", "middle"];

/** A file that h5py wrote, by the name that `reference/hdf5.py` gives it. */
export function hdf5Bytes(name: string): Uint8Array<ArrayBuffer> {
  const packed = files[name];
  if (packed === undefined) throw new Error(`There is no ${name} in reference/hdf5.json`);
  return new Uint8Array(gunzipSync(Buffer.from(packed, "base64")));
}
