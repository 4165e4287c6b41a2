import { closestName } from "./closestName.ts";
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
  const meant = closestName(name, names);
  const hint = meant === undefined ? "" : ` Did you mean "${meant}"?`;
  throw new DatasetError(
    "INVALID_ARGUMENT",
    `There is no dataset "${name}".${hint} These exist: ${names.join(", ")}`,
  );
}
