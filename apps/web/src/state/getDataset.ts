import type { LoadProgress } from "@minibatch/datasets";
import { type ReadonlySignal, signal } from "@preact/signals";
import { type Failure, failureOf } from "../worker/Failure.ts";
import type { Stranger } from "../worker/commands/keepDatasetFiles.ts";
import { startWorker } from "../worker/startWorker.ts";
import { loadDatasetList } from "./datasetList.ts";

/** How a dataset is being brought here that this page does not have. */
export interface Getting {
  readonly name: string;
  readonly status: "reading" | "downloading" | "waiting" | "failed";
  readonly progress?: LoadProgress;
  /** Files that are not of this dataset. */
  readonly strangers: readonly Stranger[];
  /** What it still lacks, once some of it is here. */
  readonly missing?: readonly string[];
  readonly failure?: Failure;
}

const current = signal<Getting | undefined>(undefined);
let controller = new AbortController();

/** What is being brought here. */
export const getting: ReadonlySignal<Getting | undefined> = current;

/** Keeps files of a dataset that somebody has; it can be used once all of them are here. */
export async function giveFiles(name: string, files: readonly File[]): Promise<void> {
  if (files.length === 0) return;
  current.value = { name, status: "reading", strangers: [] };
  await act(name, async (worker) => {
    const chosen = await Promise.all(
      files.map(async (file) => ({ path: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })),
    );
    const { strangers, missing } = await worker.call("keepDatasetFiles", { name, files: chosen });
    current.value = { name, status: "waiting", strangers, missing };
  });
}

/** Asks the public mirrors of a dataset for its files, in turn. */
export async function download(name: string): Promise<void> {
  current.value = { name, status: "downloading", strangers: [] };
  controller = new AbortController();
  const { signal } = controller;
  await act(name, async (worker) => {
    const onEvent = (progress: LoadProgress): void => {
      current.value = { name, status: "downloading", strangers: [], progress };
    };
    await worker.call("downloadDataset", { name }, { signal, onEvent });
    current.value = undefined;
  });
}

/** Ends a download; the files that have come stay. */
export function stopDownload(): void {
  controller.abort();
}

/** Has a worker of its own do something: files of hundreds of megabytes leave the memory with it. */
async function act(
  name: string,
  action: (worker: ReturnType<typeof startWorker>) => Promise<void>,
): Promise<void> {
  const worker = startWorker();
  try {
    await action(worker);
    await loadDatasetList();
  } catch (error) {
    const stopped = controller.signal.aborted;
    current.value = stopped
      ? undefined
      : { name, status: "failed", strangers: [], failure: failureOf(error) };
  } finally {
    worker.terminate();
  }
}
