import { serveMemory } from "../storage/pageMemory.ts";
import type { CommandName, EventOf, InputOf, OutputOf, PageMessage, WorkerMessage } from "./protocol.ts";
import { WorkerError } from "./WorkerError.ts";

/** How to call a command. */
export interface CallOptions<Event> {
  /** Ends the command; the promise rejects with the signal's reason once the worker has ended it. */
  readonly signal?: AbortSignal | undefined;
  readonly onEvent?: ((event: Event) => void) | undefined;
}

/** A worker as the page sees it. */
export interface WorkerClient {
  /**
   * Has the worker do something; see `commands.ts`.
   *
   * @throws {WorkerError} with the code and the message of the error in the worker
   */
  call<Name extends CommandName>(
    command: Name,
    input: InputOf<Name>,
    options?: CallOptions<EventOf<Name>>,
  ): Promise<OutputOf<Name>>;
  /** Ends the worker at once, whatever it is doing; its calls are rejected. */
  terminate(): void;
}

interface Call {
  readonly resolve: (output: never) => void;
  readonly reject: (error: unknown) => void;
  readonly onEvent: ((event: never) => void) | undefined;
  readonly signal: AbortSignal | undefined;
}

/** Starts a worker. Each has a backend, a model and datasets of its own, so that one can draw while another one trains. */
export function startWorker(): WorkerClient {
  const worker = new Worker(new URL("./worker.ts", import.meta.url), { type: "module" });
  const calls = new Map<number, Call>();
  let lastId = 0;
  const post = (message: PageMessage, transfer: Transferable[] = []): void =>
    worker.postMessage(message, transfer);
  const failAll = (error: WorkerError): void => {
    for (const { reject } of calls.values()) reject(error);
    calls.clear();
  };
  const { port1: memory, port2: port } = new MessageChannel();
  serveMemory(memory);
  post({ type: "start", base: new URL(".", document.baseURI).href, memory: port }, [port]);

  worker.addEventListener("message", ({ data: message }: MessageEvent<WorkerMessage>) => {
    const call = calls.get(message.id);
    if (!call) return;
    if (message.type === "event") return call.onEvent?.(message.event as never);
    calls.delete(message.id);
    if (message.type === "output") call.resolve(message.output as never);
    else if (call.signal?.aborted) call.reject(call.signal.reason);
    else call.reject(new WorkerError(message.code, message.message, message.details));
  });
  worker.addEventListener("error", ({ message }) =>
    failAll(new WorkerError("CRASHED", message || "The worker could not be loaded: reload the page.")),
  );

  return {
    call(command, input, { signal, onEvent } = {}) {
      signal?.throwIfAborted();
      lastId += 1;
      const id = lastId;
      return new Promise((resolve, reject) => {
        calls.set(id, { resolve, reject, onEvent, signal });
        post({ type: "call", id, command, input });
        signal?.addEventListener("abort", () => post({ type: "abort", id }), { once: true });
      });
    },
    terminate() {
      worker.terminate();
      failAll(new WorkerError("TERMINATED", "The worker was ended."));
    },
  };
}
