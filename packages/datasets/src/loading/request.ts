import { platform } from "@minibatch/datasets/internal/platform";
import type { HttpAnswer } from "../Platform.ts";

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

/** What {@link request} takes. */
export interface RequestOptions {
  /** The first byte to ask for. */
  readonly from: number;
  readonly signal?: AbortSignal | undefined;
  /** How long the server may stay silent. */
  readonly stallMs: number;
}

/** The bytes of an answer while they arrive. */
export interface Answer {
  /** Where they start: as asked, or 0 from a server that knows no Range. */
  readonly start: number;
  /** To be read at once, since the server is held until then. */
  readonly pieces: AsyncIterable<Uint8Array>;
}

/**
 * Asks `url` for its bytes from `from` on.
 *
 * @throws {RequestError} when the server does not answer, answers with an error, falls silent or breaks off
 */
export async function request(url: string, { from, signal, stallMs }: RequestOptions): Promise<Answer> {
  signal?.throwIfAborted();
  const controller = new AbortController();
  const abort = (): void => controller.abort(signal?.reason);
  signal?.addEventListener("abort", abort, { once: true });
  const release = (): void => signal?.removeEventListener("abort", abort);
  const patiently: Patience = async (step) => {
    const stall = (): void => controller.abort(new RequestError(`silent for ${stallMs / 1000} s`, true));
    const watchdog = setTimeout(stall, stallMs);
    try {
      return await network(step);
    } finally {
      clearTimeout(watchdog);
    }
  };
  try {
    const headers: Record<string, string> = from > 0 ? { Range: `bytes=${from}-` } : {};
    const answer = await patiently(platform.get(url, headers, controller.signal));
    check(answer, from);
    return {
      start: answer.status === 206 ? from : 0,
      pieces: readBody(answer.pieces[Symbol.asyncIterator](), patiently, release),
    };
  } catch (error) {
    release();
    // Nobody will read the body: closes the connection.
    controller.abort();
    throw error;
  }
}

type Patience = <Result>(step: Promise<Result>) => Promise<Result>;

async function* readBody(
  body: AsyncIterator<Uint8Array>,
  patiently: Patience,
  release: () => void,
): AsyncGenerator<Uint8Array> {
  try {
    for (;;) {
      const { done, value } = await patiently(body.next());
      if (done) return;
      yield value;
    }
  } finally {
    release();
    // Closes the connection when the reading ended early.
    await body.return?.();
  }
}

/** @throws {RequestError} for an answer that does not bring the bytes from `from` on, or all of them */
function check({ status, header, via = "" }: HttpAnswer, from: number): void {
  if (status !== 200 && status !== 206) {
    throw new RequestError(`answered ${status}${via}`, transientStatus.has(status));
  }
  // Browsers may hide these headers; a wrong join shows in the checksum then.
  const range = header("content-range");
  const joins = range === null || range.startsWith(`bytes ${from}-`);
  if (status === 206 && (!joins || header("content-encoding") !== null)) {
    throw new RequestError("cannot resume", false);
  }
}

/** Browsers do not say what failed between here and the server; Node does, in the cause. */
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

/** Whether the server that caused `error` may do better next time. */
export function isTransient(error: unknown): boolean {
  return error instanceof RequestError && error.transient;
}
