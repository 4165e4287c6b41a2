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
 * Downloads the rest of a file: what `incoming` holds already is not asked for again, if the server knows Range.
 *
 * @throws {RequestError} when the server does not answer, answers with an error, falls silent or breaks off
 */
export async function fetchInto(incoming: IncomingFile, url: string, options: FetchOptions): Promise<void> {
  const { signal, stallMs, onBytes } = options;
  signal?.throwIfAborted();
  const request = new AbortController();
  const abort = (): void => request.abort(signal?.reason);
  const stall = (): void => request.abort(new RequestError(`silent for ${stallMs / 1000} s`, true));
  signal?.addEventListener("abort", abort, { once: true });
  let watchdog = setTimeout(stall, stallMs);
  try {
    const response = await network(
      fetch(url, {
        signal: request.signal,
        ...(incoming.filled > 0 && { headers: { Range: `bytes=${incoming.filled}-` } }),
      }),
    );
    const body = await bodyFor(incoming, response);
    const reader = body.getReader();
    try {
      for (let piece = await network(reader.read()); !piece.done; piece = await network(reader.read())) {
        clearTimeout(watchdog);
        watchdog = setTimeout(stall, stallMs);
        incoming.append(piece.value);
        onBytes();
      }
    } finally {
      // Closes the connection when the reading ended early; a broken stream has nothing to cancel.
      await reader.cancel().catch(() => {});
    }
  } finally {
    clearTimeout(watchdog);
    signal?.removeEventListener("abort", abort);
  }
}

/** The body of an answer that goes on where `incoming` stands; one that starts again empties `incoming`. */
async function bodyFor(incoming: IncomingFile, response: Response): Promise<ReadableStream<Uint8Array>> {
  const refuse = async (why: string, transient: boolean): Promise<never> => {
    await response.body?.cancel();
    throw new RequestError(why, transient);
  };
  if (!response.ok || response.body === null) {
    return refuse(`answered ${response.status}`, transientStatus.has(response.status));
  }
  if (response.status !== 206) {
    incoming.restart();
    return response.body;
  }
  // Browsers may hide these headers; a wrong join shows in the checksum then.
  const range = response.headers.get("content-range");
  const joins = range === null || range.startsWith(`bytes ${incoming.filled}-`);
  if (!joins || response.headers.has("content-encoding")) return refuse("cannot resume", false);
  return response.body;
}

/** `fetch` throws a bare TypeError "fetch failed" for everything between here and the server; Node's cause says more. */
async function network<Result>(step: Promise<Result>): Promise<Result> {
  try {
    return await step;
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    const { cause } = error as { cause?: { code?: string; message?: string } };
    const reason = cause?.code ?? cause?.message;
    throw new RequestError(reason === undefined ? error.message : `${error.message} (${reason})`, true, {
      cause: error,
    });
  }
}
