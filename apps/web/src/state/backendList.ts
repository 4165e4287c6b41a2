import { type ReadonlySignal, signal } from "@preact/signals";
import type { BackendStatus } from "@minibatch/backends";
import type { BackendSpeed } from "../worker/commands/measureBackend.ts";
import { startWorker } from "../worker/startWorker.ts";
import { reader } from "../worker/workers.ts";

/** A backend, and what it gave when it was measured. */
export interface ListedBackend extends BackendStatus {
  readonly speed?: BackendSpeed | "measuring" | "failed";
}

const list = signal<readonly ListedBackend[]>([]);
let asked = false;

/** What this browser can compute with; empty until the worker has told. */
export const backendList: ReadonlySignal<readonly ListedBackend[]> = list;

/** Finds out once what there is. */
export async function loadBackendList(): Promise<void> {
  if (asked) return;
  asked = true;
  list.value = await reader.get().call("listBackends", undefined);
}

/** Trains on each backend for a moment, one after the other, in a worker of its own. */
export async function measureBackends(): Promise<void> {
  for (const { name, available } of list.value) {
    if (!available) continue;
    set(name, "measuring");
    const worker = startWorker();
    try {
      set(name, await worker.call("measureBackend", { backend: name as never }));
    } catch {
      set(name, "failed");
    } finally {
      worker.terminate();
    }
  }
}

function set(name: string, speed: NonNullable<ListedBackend["speed"]>): void {
  list.value = list.value.map((backend) => (backend.name === name ? { ...backend, speed } : backend));
}
