import { DatasetError } from "../DatasetError.ts";
import { pause } from "./pause.ts";
import { isTransient, RequestError } from "./request.ts";
import type { Transfer } from "./Transfer.ts";
import { isMismatch } from "../caches/verifyFile.ts";

/**
 * Gives the result of the first of `urls` with which `attempt` succeeds.
 *
 * A mirror that fails is left for the next one at once. Those that may recover are asked again in further rounds, with a
 * pause before each.
 *
 * @param fileName what is wanted, for the message
 * @throws {DatasetError} `CHECKSUM_MISMATCH` when every mirror answered with wrong bytes, else `DOWNLOAD_FAILED`; the
 * message names each mirror and what was wrong with it
 */
export async function tryMirrors<Result>(
  fileName: string,
  urls: readonly string[],
  { transfer, signal }: { readonly transfer: Transfer; readonly signal?: AbortSignal | undefined },
  attempt: (url: string) => Promise<Result>,
): Promise<Result> {
  const failures = new Map<string, Error>();
  let candidates = urls;
  for (let round = 0; round < transfer.rounds && candidates.length > 0; round++) {
    if (round > 0) await pause(transfer.backoffMs * 2 ** (round - 1), signal);
    for (const url of candidates) {
      try {
        return await attempt(url);
      } catch (error) {
        signal?.throwIfAborted();
        if (!(error instanceof RequestError || isMismatch(error))) throw error;
        failures.set(url, error);
      }
    }
    candidates = candidates.filter((url) => isTransient(failures.get(url)));
  }
  const errors = [...failures.values()];
  const reasons = [...failures].map(([url, error]) => `\n  ${url}: ${error.message}`);
  throw new DatasetError(
    errors.every(isMismatch) ? "CHECKSUM_MISMATCH" : "DOWNLOAD_FAILED",
    `Could not download ${fileName}:${reasons.join("")}\n` +
      "Check the network, or pass `mirror`: a folder or address that holds the file.",
    { cause: errors.length === 1 ? errors[0] : new AggregateError(errors) },
  );
}
