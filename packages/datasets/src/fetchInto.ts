import type { IncomingFile } from "./IncomingFile.ts";

/** Why a request failed, and whether the same server may do better next time. */
export class RequestError extends Error {
  override readonly name = "RequestError";
  readonly transient: boolean;

  constructor(message: string, transient: boolean, options?: ErrorOptions) {
    super(message, options);
    this.transient = transient;
  }
}

/** Answers after which asking the same server again makes sense. */
const transientStatus = new Set([408, 425, 429, 500, 502, 503, 504]);

/** What {@link fetchInto} takes. */
export interface FetchOptions {
  readonly signal?: AbortSignal | undefined;
  readonly stallMs: number;
  readonly onBytes: () => void;
}

/**
 * Downloads the rest of a file: what `incoming` holds already is asked for no more, if the server knows Range.
 *
 * @throws {RequestError} when the server does not answer, answers with an error, falls silent or breaks off
 */
export async function fetchInto(incoming: IncomingFile, url: string, options: FetchOptions): Promise<void> {
  const { signal, stallMs, onBytes } = options;
  const watchdog = new AbortController();
  const abort = (): void => watchdog.abort(signal?.reason);
  const bark = (): void => watchdog.abort(new RequestError(`silent for ${stallMs / 1000} s`, true));
  let timer = setTimeout(bark, stallMs);
  signal?.throwIfAborted();
  signal?.addEventListener("abort", abort, { once: true });
  try {
    const response = await fetch(url, {
      signal: watchdog.signal,
      ...(incoming.filled > 0 && { headers: { Range: `bytes=${incoming.filled}-` } }),
    });
    if (!response.ok || response.body === null) {
      await response.body?.cancel();
      throw new RequestError(`answered ${response.status}`, transientStatus.has(response.status));
    }
    if (response.status !== 206) incoming.restart();
    const reader = response.body.getReader();
    try {
      for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
        clearTimeout(timer);
        timer = setTimeout(bark, stallMs);
        incoming.append(piece.value);
        onBytes();
      }
    } finally {
      // Closes the connection when the reading ended early; a broken stream has nothing to cancel.
      await reader.cancel().catch(() => {});
    }
  } catch (error) {
    signal?.throwIfAborted();
    if (watchdog.signal.aborted) throw watchdog.signal.reason;
    if (error instanceof TypeError) throw new RequestError(describe(error), true, { cause: error });
    throw error;
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener("abort", abort);
  }
}

/** `fetch` says no more than "fetch failed"; in Node the reason is the cause. */
function describe(error: TypeError): string {
  const { cause } = error as { cause?: { code?: string; message?: string } };
  const reason = cause?.code ?? cause?.message;
  return reason === undefined ? error.message : `${error.message} (${reason})`;
}
