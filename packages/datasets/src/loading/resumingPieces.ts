import { pause } from "./pause.ts";
import { isTransient, request } from "./request.ts";
import type { Transfer } from "./Transfer.ts";

/**
 * The bytes of `url`, piece by piece; when the server breaks off, the rest is asked for, and what comes twice is left out.
 *
 * @throws {RequestError} when the server never answers, or breaks off again and again without a byte between
 */
export async function* resumingPieces(
  url: string,
  { transfer, signal }: { readonly transfer: Transfer; readonly signal?: AbortSignal | undefined },
): AsyncGenerator<Uint8Array> {
  let received = 0;
  for (let failures = 0; ; ) {
    try {
      const { start, pieces } = await request(url, { from: received, signal, stallMs: transfer.stallMs });
      let at = start;
      for await (const piece of pieces) {
        const fresh = piece.subarray(Math.max(0, received - at));
        at += piece.length;
        if (fresh.length === 0) continue;
        received += fresh.length;
        failures = 0;
        yield fresh;
      }
      return;
    } catch (error) {
      failures += 1;
      if (received === 0 || failures >= transfer.rounds || !isTransient(error)) throw error;
      await pause(transfer.backoffMs * 2 ** (failures - 1), signal);
    }
  }
}
