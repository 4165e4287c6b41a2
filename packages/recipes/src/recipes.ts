import type { PublishedRecipe } from "./Recipe.ts";
import { bostonLinear } from "./recipes/bostonLinear.ts";
import { bostonMlp } from "./recipes/bostonMlp.ts";
import { cifar10Airbench93 } from "./recipes/cifar10Airbench93.ts";
import { cifar10Airbench94 } from "./recipes/cifar10Airbench94.ts";
import { cifar10Cnn } from "./recipes/cifar10Cnn.ts";
import { cifar10CnnSmall } from "./recipes/cifar10CnnSmall.ts";
import { digitsCnn } from "./recipes/digitsCnn.ts";
import { fashionMnistCnn } from "./recipes/fashionMnistCnn.ts";
import { fashionMnistMlp } from "./recipes/fashionMnistMlp.ts";
import { fashionMnistResnet } from "./recipes/fashionMnistResnet.ts";
import { kmnistCnn } from "./recipes/kmnistCnn.ts";
import { mnistCnn } from "./recipes/mnistCnn.ts";
import { mnistConvnet } from "./recipes/mnistConvnet.ts";
import { mnistFast } from "./recipes/mnistFast.ts";
import { mnistMlp128 } from "./recipes/mnistMlp128.ts";
import { mnistMlp512 } from "./recipes/mnistMlp512.ts";
import { mnistMlp512x2 } from "./recipes/mnistMlp512x2.ts";
import { mnistSoftmax } from "./recipes/mnistSoftmax.ts";

/**
 * Every recipe: the one that needs nothing first, then dataset by dataset, each from small to large.
 *
 * @example
 * recipes.filter(({ task }) => task === "regression").map(({ name }) => name); // ["boston-linear", "boston-mlp"]
 */
export const recipes: readonly PublishedRecipe[] = [
  digitsCnn,
  bostonLinear,
  bostonMlp,
  mnistSoftmax,
  mnistMlp128,
  mnistMlp512,
  mnistMlp512x2,
  mnistConvnet,
  mnistCnn,
  mnistFast,
  kmnistCnn,
  fashionMnistMlp,
  fashionMnistCnn,
  fashionMnistResnet,
  cifar10CnnSmall,
  cifar10Cnn,
  cifar10Airbench93,
  cifar10Airbench94,
];
