import { platform } from "@minibatch/datasets/internal/platform";
import { DatasetError } from "../DatasetError.ts";
import { slices } from "./slices.ts";

/** Whether `bytes` start as every gzip file does. */
export function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

/**
 * Unzips the first `length` bytes of what `bytes` hold, straight into one array of that size.
 *
 * @throws {DatasetError} `INVALID_FORMAT` when there are fewer, or no gzip data
 */
export function gunzip(bytes: Uint8Array, length: number, signal?: AbortSignal): Promise<Uint8Array> {
  return decompress("gzip", bytes, length, signal);
}

/** As {@link gunzip}, for the bare deflate data of zip archives. */
export function inflate(bytes: Uint8Array, length: number): Promise<Uint8Array> {
  return decompress("deflate-raw", bytes, length);
}

async function decompress(
  format: "gzip" | "deflate-raw",
  bytes: Uint8Array,
  length: number,
  signal?: AbortSignal,
): Promise<Uint8Array> {
  let whole = new Uint8Array(0);
  let filled = 0;
  try {
    for await (const piece of platform.decompress(format, slices(bytes), length)) {
      signal?.throwIfAborted();
      const fitting = piece.subarray(0, length - filled);
      if (filled === 0) whole = arrayAround(fitting, length);
      const inPlace = fitting.buffer === whole.buffer && fitting.byteOffset === filled;
      if (!inPlace) whole.set(fitting, filled);
      filled += fitting.length;
      if (filled === length) break;
    }
  } catch (cause) {
    signal?.throwIfAborted();
    throw new DatasetError("INVALID_FORMAT", `Could not unzip ${bytes.length} bytes of ${format} data`, {
      cause,
    });
  }
  if (filled < length) {
    throw new DatasetError("INVALID_FORMAT", `Expected ${length} bytes after unzipping, got ${filled}`);
  }
  return whole;
}

/** The array of `length` that begins with `first`: the one it lies in, when that is as long and no part of a larger one. */
function arrayAround(first: Uint8Array, length: number): Uint8Array<ArrayBuffer> {
  const { buffer, byteOffset } = first;
  const own = buffer instanceof ArrayBuffer && byteOffset === 0 && buffer.byteLength === length + 1;
  return own ? new Uint8Array(buffer, 0, length) : new Uint8Array(length);
}
