import { type ReadonlySignal, signal } from "@preact/signals";
import type { Memory, MemoryReason, StoreName } from "./Memory.ts";
import type { MemoryAnswer, MemoryQuestion } from "./workerMemory.ts";

const kept = new Map<StoreName, Map<string, unknown>>();
const why = signal<MemoryReason | undefined>(undefined);

/** Why some of what the page has is in its memory only; `undefined` while all is kept in the browser. */
export const memoryReason: ReadonlySignal<MemoryReason | undefined> = why;

/** The memory of this page; its workers have it through {@link serveMemory}. */
export const pageMemory: Memory = {
  get: async (store, key) => kept.get(store)?.get(key),
  entries: async (store) => [...(kept.get(store) ?? [])],
  async put(store, key, value, reason) {
    kept.set(store, (kept.get(store) ?? new Map<string, unknown>()).set(key, value));
    why.value = reason;
  },
  delete: async (store, key) => void kept.get(store)?.delete(key),
};

/** Lets a worker use the memory of this page. */
export function serveMemory(port: MessagePort): void {
  const answer = async ({ id, act, args }: MemoryQuestion): Promise<void> => {
    const value = await (pageMemory[act] as (...args: unknown[]) => Promise<unknown>)(...args);
    port.postMessage({ id, value } satisfies MemoryAnswer);
  };
  port.addEventListener("message", ({ data }: MessageEvent<MemoryQuestion>) => void answer(data));
  port.start();
}
