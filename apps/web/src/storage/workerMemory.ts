import type { Memory } from "./Memory.ts";

/** From a worker to its page. */
export interface MemoryQuestion {
  readonly id: number;
  readonly act: keyof Memory;
  readonly args: readonly unknown[];
}

/** From the page to its worker. */
export interface MemoryAnswer {
  readonly id: number;
  readonly value: unknown;
}

let port: MessagePort | undefined;
const waiting = new Map<number, (value: never) => void>();
let lastId = 0;

/** Connects this worker with the memory of its page. */
export function connectMemory(to: MessagePort): void {
  port = to;
  port.addEventListener("message", ({ data: { id, value } }: MessageEvent<MemoryAnswer>) => {
    waiting.get(id)?.(value as never);
    waiting.delete(id);
  });
  port.start();
}

/** The memory of the page, as a worker sees it: a worker ends sooner than its page, and others want to read what it left. */
export const workerMemory: Memory = {
  get: (...args) => ask("get", args),
  entries: (...args) => ask("entries", args),
  put: (...args) => ask("put", args),
  delete: (...args) => ask("delete", args),
};

function ask<Value>(act: keyof Memory, args: readonly unknown[]): Promise<Value> {
  lastId += 1;
  const id = lastId;
  return new Promise((resolve) => {
    waiting.set(id, resolve);
    port?.postMessage({ id, act, args } satisfies MemoryQuestion);
  });
}
