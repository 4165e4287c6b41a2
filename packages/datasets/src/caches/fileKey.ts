import type { DatasetCard } from "../Dataset.ts";

/**
 * Where a file of a dataset lies in a mirror and in a cache: `mnist/train-labels-idx1-ubyte.gz`.
 *
 * @param name of the file, or of a member of an archive
 * @example
 * fileKey(cifar100Coarse, "cifar-100-binary.tar.gz"); // "cifar-100/cifar-100-binary.tar.gz"
 */
export function fileKey({ name: dataset, folder = dataset }: DatasetCard, name: string): string {
  return `${folder}/${name}`;
}
