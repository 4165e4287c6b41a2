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
export async function gunzip(bytes: Uint8Array, length: number, signal?: AbortSignal): Promise<Uint8Array> {
  const unzipped = new Uint8Array(length);
  let filled = 0;
  try {
    for await (const piece of platform.gunzip(bytes)) {
      signal?.throwIfAborted();
      const fitting = piece.subarray(0, length - filled);
      unzipped.set(fitting, filled);
      filled += fitting.length;
      if (filled === length) break;
    }
  } catch (cause) {
    signal?.throwIfAborted();
    throw new DatasetError("INVALID_FORMAT", `Could not unzip ${bytes.length} bytes of gzip data`, { cause });
  }
  if (filled < length) {
    throw new DatasetError("INVALID_FORMAT", `Expected ${length} bytes after unzipping, got ${filled}`);
  }
  return unzipped;
}
