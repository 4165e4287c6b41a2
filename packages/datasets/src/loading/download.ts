import type { DatasetFile, LoadProgress } from "../Dataset.ts";
import { IncomingFile } from "./IncomingFile.ts";
import { isTransient, request } from "./request.ts";
import type { Transfer } from "./Transfer.ts";
import { tryMirrors } from "./tryMirrors.ts";
import { verifyFile } from "../caches/verifyFile.ts";

/** What {@link download} takes. */
export interface DownloadOptions {
  readonly transfer: Transfer;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: LoadProgress) => void) | undefined;
}

/**
 * Downloads `file` from the first of `urls` that serves the right bytes; a download that broke off goes on where it stopped,
 * also from another mirror.
 *
 * @returns the verified bytes
 * @throws {DatasetError} as {@link tryMirrors} does
 */
export function download(
  file: DatasetFile,
  urls: readonly string[],
  options: DownloadOptions,
): Promise<Uint8Array> {
  const incoming = new IncomingFile(file);
  return tryMirrors(file.name, urls, options, (url) => downloadFrom(url, incoming, options));
}

async function downloadFrom(
  url: string,
  incoming: IncomingFile,
  options: DownloadOptions,
): Promise<Uint8Array> {
  const { transfer, signal, onProgress } = options;
  const from = incoming.filled;
  try {
    const { start, pieces } = await request(url, { from, signal, stallMs: transfer.stallMs });
    if (start === 0) incoming.restart();
    for await (const piece of pieces) {
      incoming.append(piece);
      onProgress?.(incoming.progress(url));
    }
    await verifyFile(incoming.file, incoming.bytes);
    return incoming.bytes;
  } catch (error) {
    if (isTransient(error)) throw error;
    incoming.restart();
    // The beginning may have come from another mirror: this one is not to blame before it sent everything.
    if (from > 0) return downloadFrom(url, incoming, options);
    throw error;
  }
}
