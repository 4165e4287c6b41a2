import { platform } from "#platform";
import { DatasetError } from "./DatasetError.ts";

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
  const whole = new Uint8Array(length);
  let filled = 0;
  try {
    for await (const piece of platform.decompress(format, slices(bytes))) {
      signal?.throwIfAborted();
      const fitting = piece.subarray(0, length - filled);
      whole.set(fitting, filled);
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

/** In one piece, a browser would unzip the whole before anybody reads. */
async function* slices(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  const length = 128 * 1024;
  for (let at = 0; at < bytes.length; at += length) yield bytes.subarray(at, at + length);
}
