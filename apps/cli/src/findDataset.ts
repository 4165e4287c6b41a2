import { type Dataset, fashionMnist, mnist, syntheticDigits } from "@minibatch/datasets";
import { CliError } from "./CliError.ts";
import { closest } from "./closest.ts";

const datasets: readonly Dataset<Uint8Array, Uint8Array>[] = [mnist, fashionMnist, syntheticDigits];

/**
 * The dataset of a name.
 *
 * @throws {CliError} `INVALID_USAGE` when there is none, with the one that was probably meant
 */
export function findDataset(name: string): Dataset<Uint8Array, Uint8Array> {
  const found = datasets.find((dataset) => dataset.name === name);
  if (found) return found;
  const names = datasets.map((dataset) => dataset.name);
  const meant = closest(name, names);
  throw new CliError(
    "INVALID_USAGE",
    `There is no dataset "${name}".${meant ? ` Did you mean ${meant}?` : ""} These exist: ${names.join(", ")}.`,
  );
}
