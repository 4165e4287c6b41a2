import type { Recipe } from "./Recipe.ts";
import { cifar10Cnn } from "./recipes/cifar10Cnn.ts";
import { digitsCnn } from "./recipes/digitsCnn.ts";
import { mnistCnn } from "./recipes/mnistCnn.ts";
import { mnistConvnet } from "./recipes/mnistConvnet.ts";
import { mnistMlp128 } from "./recipes/mnistMlp128.ts";
import { mnistMlp512 } from "./recipes/mnistMlp512.ts";
import { mnistMlp512x2 } from "./recipes/mnistMlp512x2.ts";
import { mnistSoftmax } from "./recipes/mnistSoftmax.ts";

/** Every recipe, the one that needs nothing first, then from small to large. */
export const recipes: readonly Recipe[] = [
  digitsCnn,
  mnistSoftmax,
  mnistMlp128,
  mnistMlp512,
  mnistMlp512x2,
  mnistConvnet,
  mnistCnn,
  cifar10Cnn,
];
