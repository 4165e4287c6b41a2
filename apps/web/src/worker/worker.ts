import { type Failure, failureOf } from "./Failure.ts";
import { connectMemory } from "../storage/workerMemory.ts";
import type { Command } from "./Command.ts";
import { commands } from "./commands.ts";
import type { PageMessage, WorkerMessage } from "./protocol.ts";
import { WorkerError } from "./WorkerError.ts";

/** As much of a worker's scope as is used; TypeScript's library has it only where there is no DOM. */
interface WorkerScope {
  postMessage(message: WorkerMessage, transfer: Transferable[]): void;
}

// The worker's side of the protocol: runs commands, several at a time but for those that compute, and tells the page what becomes of them.

const running = new Map<number, AbortController>();
let base = "";

globalThis.addEventListener("message", ({ data: message }: MessageEvent<PageMessage>) => {
  if (message.type === "start") {
    base = message.base;
    connectMemory(message.memory);
  } else if (message.type === "abort") running.get(message.id)?.abort();
  else void run(message);
});

async function run({ id, command, input }: PageMessage & { readonly type: "call" }): Promise<void> {
  const controller = new AbortController();
  running.set(id, controller);
  try {
    const execute = commands[command] as Command<unknown, unknown, unknown>;
    const emit = (event: unknown): void => post({ type: "event", id, event });
    post({ type: "output", id, output: await execute(input, { signal: controller.signal, emit, base }) });
  } catch (error) {
    post({ type: "error", id, ...describe(error) });
  } finally {
    running.delete(id);
  }
}

/** What went wrong, for the page: errors of the packages have a code. */
function describe(error: unknown): Failure {
  if (error instanceof WorkerError || !(error instanceof Error)) return failureOf(error);
  const { code } = error as { readonly code?: unknown };
  return { code: typeof code === "string" ? code : error.name, message: error.message, details: [] };
}

function post(message: WorkerMessage): void {
  (globalThis as unknown as WorkerScope).postMessage(message, []);
}
