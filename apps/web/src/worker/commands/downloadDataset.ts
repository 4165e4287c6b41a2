import { browserCache, fetchDataset, findDataset, type LoadProgress } from "@minibatch/datasets";
import type { Command } from "../Command.ts";
import { mirrorsForPages } from "../mirrorsForPages.ts";

/** Brings a dataset from its public mirrors into the browser: the first that lets pages read from it and sends the right bytes. */
export const downloadDataset: Command<{ readonly name: string }, undefined, LoadProgress> = async (
  { name },
  { signal, emit },
) => {
  const dataset = findDataset(name);
  const files = dataset.files.map((file) => ({
    ...file,
    ...(file.mirrors && { mirrors: mirrorsForPages(file.mirrors) }),
  }));
  const card = { ...dataset, files, mirrors: mirrorsForPages(dataset.mirrors) };
  await fetchDataset(card, { cache: browserCache(), signal, onProgress: emit });
  return undefined;
};
