import { bostonHousing } from "./bostonHousing.ts";
import { californiaHousing } from "./californiaHousing.ts";
import { cifar10 } from "./cifar10.ts";
import { cifar100 } from "./cifar100.ts";
import { cifar100Coarse } from "./cifar100Coarse.ts";
import type { Dataset } from "./Dataset.ts";
import { emnistBalanced } from "./emnistBalanced.ts";
import { emnistLetters } from "./emnistLetters.ts";
import { fashionMnist } from "./fashionMnist.ts";
import { iris } from "./iris.ts";
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
  emnistBalanced,
  emnistLetters,
  cifar10,
  cifar100,
  cifar100Coarse,
  iris,
  bostonHousing,
  californiaHousing,
  syntheticDigits,
];
