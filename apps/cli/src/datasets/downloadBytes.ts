import type { DatasetCard } from "@minibatch/datasets";

/** The bytes that a dataset's mirrors send, 0 when it is drawn. */
export function downloadBytes({ files }: DatasetCard): number {
  return files.reduce((sum, { bytes }) => sum + bytes, 0);
}
