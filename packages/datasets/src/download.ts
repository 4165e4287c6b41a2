import type { DatasetFile, LoadProgress } from "./Dataset.ts";
import { DatasetError } from "./DatasetError.ts";
import { fetchInto, RequestError } from "./fetchInto.ts";
import { IncomingFile } from "./IncomingFile.ts";
import { pause } from "./pause.ts";
import type { Transfer } from "./Transfer.ts";
import { isMismatch, verifyFile } from "./verifyFile.ts";

/** What {@link download} takes. */
export interface DownloadOptions {
  readonly transfer: Transfer;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: LoadProgress) => void) | undefined;
}

/**
 * Downloads `file` from the first of `urls` that serves the right bytes.
 *
 * A mirror that fails is left for the next one at once. Those that may recover are asked again in further rounds, with a
 * pause before each; a download that broke off goes on where it stopped, also from another mirror.
 *
 * @returns the verified bytes
 * @throws {DatasetError} `CHECKSUM_MISMATCH` when every mirror answered with wrong bytes, else `DOWNLOAD_FAILED`; the
 * message names each mirror and what was wrong with it
 */
export async function download(
  file: DatasetFile,
  urls: readonly string[],
  options: DownloadOptions,
): Promise<Uint8Array> {
  const { transfer, signal } = options;
  const incoming = new IncomingFile(file);
  const failures = new Map<string, Error>();
  let candidates = urls;
  for (let round = 0; round < transfer.rounds && candidates.length > 0; round++) {
    if (round > 0) await pause(transfer.backoffMs * 2 ** (round - 1), signal);
    for (const url of candidates) {
      try {
        return await downloadFrom(url, incoming, options);
      } catch (error) {
        signal?.throwIfAborted();
        if (!(error instanceof RequestError || isMismatch(error))) throw error;
        failures.set(url, error);
      }
    }
    candidates = candidates.filter((url) => isTransient(failures.get(url)));
  }
  throw failed(file, failures);
}

async function downloadFrom(
  url: string,
  incoming: IncomingFile,
  options: DownloadOptions,
): Promise<Uint8Array> {
  const { transfer, signal, onProgress } = options;
  const resumed = incoming.filled > 0;
  try {
    await fetchInto(incoming, url, {
      signal,
      stallMs: transfer.stallMs,
      onBytes: () => onProgress?.(incoming.progress(url)),
    });
    await verifyFile(incoming.file, incoming.bytes);
    return incoming.bytes;
  } catch (error) {
    if (isTransient(error)) throw error;
    incoming.restart();
    // The beginning may have come from another mirror: this one is not to blame before it sent everything.
    if (resumed) return downloadFrom(url, incoming, options);
    throw error;
  }
}

function isTransient(error: unknown): boolean {
  return error instanceof RequestError && error.transient;
}

function failed(file: DatasetFile, failures: ReadonlyMap<string, Error>): DatasetError {
  const errors = [...failures.values()];
  const reasons = [...failures].map(([url, error]) => `\n  ${url}: ${error.message}`);
  const allWrong = errors.every(isMismatch);
  return new DatasetError(
    allWrong ? "CHECKSUM_MISMATCH" : "DOWNLOAD_FAILED",
    `Could not download ${file.name}:${reasons.join("")}\n` +
      "Check the network, or pass `mirror`: a folder or address that holds the file.",
    { cause: errors.length === 1 ? errors[0] : new AggregateError(errors) },
  );
}
