import { bostonHousing } from "./bostonHousing.ts";
import { cifar10 } from "./cifar10.ts";
import type { Dataset } from "./Dataset.ts";
import { fashionMnist } from "./fashionMnist.ts";
import { kmnist } from "./kmnist.ts";
import { mnist } from "./mnist.ts";
import { syntheticDigits } from "./syntheticDigits.ts";

/**
 * Every dataset of this package, with its card.
 *
 * @example
 * datasets.map(({ name }) => name); // ["mnist", "fashion-mnist", …]
 */
export const datasets: readonly Dataset[] = [
  mnist,
  fashionMnist,
  kmnist,
  cifar10,
  bostonHousing,
  syntheticDigits,
];
