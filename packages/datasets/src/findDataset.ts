import type { Dataset } from "./Dataset.ts";
import { DatasetError } from "./DatasetError.ts";
import { datasets } from "./datasets.ts";

/**
 * The dataset of that name.
 *
 * @param name as on its card: `fashion-mnist`
 * @throws {DatasetError} `INVALID_ARGUMENT` with the name that was probably meant, and all there are
 *
 * @example
 * const { train } = await findDataset("mnist").load();
 */
export function findDataset(name: string): Dataset {
  const found = datasets.find((dataset) => dataset.name === name);
  if (found !== undefined) return found;
  const names = datasets.map(({ name }) => name);
  const [meant] = names
    .map((candidate) => ({ candidate, distance: editDistance(bare(name), bare(candidate)) }))
    .filter(({ candidate, distance }) => distance <= Math.max(2, bare(candidate).length / 4))
    .sort((one, other) => one.distance - other.distance);
  const hint = meant === undefined ? "" : ` Did you mean "${meant.candidate}"?`;
  throw new DatasetError(
    "INVALID_ARGUMENT",
    `There is no dataset "${name}".${hint} These exist: ${names.join(", ")}`,
  );
}

/** `fashionMnist` and `FASHION_MNIST` are meant as `fashion-mnist`. */
function bare(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z\d]/g, "");
}

/** How many letters must be put in, taken out or changed. */
function editDistance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, i) => i);
  for (let i = 0; i < from.length; i++) {
    const next = [i + 1];
    for (let j = 0; j < to.length; j++) {
      const changed = (row[j] ?? 0) + (from[i] === to[j] ? 0 : 1);
      next.push(Math.min(changed, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
