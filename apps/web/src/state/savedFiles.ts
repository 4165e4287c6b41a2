import type { WeightFormat } from "@minibatch/standalone";
import { type ReadonlySignal, type Signal, signal } from "@preact/signals";
import { type Failure, failureOf } from "../worker/Failure.ts";
import { downloadFile } from "../storage/downloadFile.ts";
import type { OpenedFiles } from "../worker/commands/openFiles.ts";
import type { PageOrder } from "../worker/commands/packPage.ts";
import { startWorker } from "../worker/startWorker.ts";
import { reader } from "../worker/workers.ts";
import { acceptedFiles } from "../worker/acceptedFiles.ts";
import { loadModelList } from "./modelList.ts";
import { loadRunList } from "./runList.ts";
import { showRun } from "./training.ts";

/** What came of the files that were opened or saved last. */
export type Opening =
  | "none"
  | "opening"
  | OpenedFiles
  | { readonly failure: Failure }
  | { readonly unsaved: Failure };

const current = signal<Opening>("none");

/** What came of opening files. */
export const opening: ReadonlySignal<Opening> = current;

/** Saves a run, a model or both as a zip. */
export async function saveRun(id: string): Promise<void> {
  const { name, bytes } = await reader.get().call("packRun", { id });
  downloadFile(name, bytes);
}

/** Saves a model as the file that Keras loads. */
export function saveKeras(id: string): Promise<void> {
  return savePacked("packKeras", { id });
}

/** How the weights of pages are stored: `auto` takes a byte each where the test set hardly notices. */
export type PageWeights = "auto" | WeightFormat;

/** What pages are saved with. */
export const pageWeights: Signal<PageWeights> = signal("auto");

const packed = signal<string | undefined>(undefined);

/** The model of which a file is being made. */
export const packing: ReadonlySignal<string | undefined> = packed;

/** Saves a model as one HTML page. */
export function savePage(id: string): Promise<void> {
  const weights = pageWeights.peek();
  return savePacked("packPage", { id, weights: weights === "auto" ? undefined : weights });
}

async function savePacked(command: "packKeras" | "packPage", order: PageOrder): Promise<void> {
  const worker = startWorker();
  packed.value = order.id;
  current.value = "none";
  try {
    const { name, bytes } = await worker.call(command, order);
    downloadFile(name, bytes);
  } catch (error) {
    current.value = { unsaved: failureOf(error) };
  } finally {
    packed.value = undefined;
    worker.terminate();
  }
}

/** Opens a zip, a file of Keras, a folder or single files, and keeps what is in them. */
export async function openSavedFiles(list: FileList | null): Promise<void> {
  if (!list || list.length === 0) return;
  current.value = "opening";
  // Of its own, since it makes a model and so needs a backend: the others keep theirs.
  const worker = startWorker();
  try {
    const files = await Promise.all(
      acceptedFiles(list).map(async ({ path, file }) => ({
        path,
        bytes: new Uint8Array(await file.arrayBuffer()),
      })),
    );
    const opened = await worker.call("openFiles", { files });
    current.value = opened;
    if (opened.run) showRun(opened.run);
    await Promise.all([loadRunList(), loadModelList()]);
  } catch (error) {
    current.value = { failure: failureOf(error) };
  } finally {
    worker.terminate();
  }
}
