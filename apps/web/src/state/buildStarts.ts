import { type ReadonlySignal, signal } from "@preact/signals";
import type { BuildStart } from "../worker/commands/listStarts.ts";
import { reader } from "../worker/workers.ts";

const list = signal<readonly BuildStart[]>([]);

/** The recipes that a network which one builds can begin with; empty until the worker has told. */
export const buildStarts: ReadonlySignal<readonly BuildStart[]> = list;

/** Asks for them, once. */
export async function loadBuildStarts(): Promise<void> {
  if (list.value.length === 0) list.value = await reader.get().call("listStarts", undefined);
}
