import { platform } from "@minibatch/datasets/internal/platform";
import { DatasetError } from "../DatasetError.ts";
import { isGzip } from "./gunzip.ts";

/**
 * Unzips gzip data while it arrives; what is not zipped, or was unzipped on the way, passes as it is.
 *
 * @throws {DatasetError} `INVALID_FORMAT` for damaged gzip data, and whatever `pieces` throw
 */
export async function* unzip(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const source = pieces[Symbol.asyncIterator]();
  const first = await source.next();
  if (first.done) return;
  let fault: unknown;
  async function* all(): AsyncGenerator<Uint8Array> {
    try {
      yield first.value;
      for (let next = await source.next(); !next.done; next = await source.next()) yield next.value;
    } catch (error) {
      fault = error;
      throw error;
    } finally {
      await source.return?.();
    }
  }
  try {
    yield* isGzip(first.value) ? platform.decompress("gzip", all()) : all();
  } catch (cause) {
    if (fault !== undefined) throw fault;
    throw new DatasetError("INVALID_FORMAT", "its gzip data are damaged", { cause });
  }
}
