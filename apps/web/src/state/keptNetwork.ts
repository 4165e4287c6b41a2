import { type ReadonlySignal, signal } from "@preact/signals";
import { type Failure, failureOf } from "../worker/Failure.ts";
import { persistStorage } from "../storage/persistStorage.ts";
import type { StoredRun } from "../storage/runs.ts";
import { builder } from "../worker/workers.ts";
import { type Building, building, pauseBuilding } from "./building.ts";
import { loadModelList } from "./modelList.ts";
import { loadRunList } from "./runList.ts";

/** What became of keeping the network that one builds as a run. */
export interface Keeping {
  readonly status: "keeping" | "kept" | "failed";
  /** Of which network, after how many batches. */
  readonly network: Building["network"];
  readonly batches: number;
  /** Once it is kept. */
  readonly run?: StoredRun;
  readonly failure?: Failure;
}

const current = signal<Keeping | undefined>(undefined);

/** What was kept last. */
export const keeping: ReadonlySignal<Keeping | undefined> = current;

/** Measures the network that is open, and keeps it as a run. */
export async function keepBuilding(name: string): Promise<void> {
  const { network, setup } = building.value ?? {};
  if (!network || !setup || current.value?.status === "keeping") return;
  pauseBuilding();
  void persistStorage();
  current.value = { status: "keeping", network, batches: 0 };
  try {
    const { source } = setup;
    const data = source.kind === "plane" ? "points" : source.dataset;
    const id = `build-${data}-${Date.now().toString(36)}`;
    const run = await builder.get().call("keepNetwork", { id, name });
    current.value = { status: "kept", network, batches: building.value?.batches ?? 0, run };
    await Promise.all([loadRunList(), loadModelList()]);
  } catch (error) {
    current.value = { status: "failed", network, batches: 0, failure: failureOf(error) };
  }
}
