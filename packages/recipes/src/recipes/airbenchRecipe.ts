import { cifar10 } from "@minibatch/datasets";
import { airbench, type AirbenchOptions, whiten } from "@minibatch/models";
import type { ClassificationRecipe, PublishedRecipe } from "../Recipe.ts";

/** What differs between the recipes of airbench. */
interface AirbenchRecipe extends Pick<PublishedRecipe, "name" | "title" | "parameters" | "published"> {
  readonly widths: NonNullable<AirbenchOptions["widths"]>;
  readonly epochs: number;
  /** In how many parts a batch of 1,024 is computed: what lies between the layers takes memory for each sample of one. */
  readonly parts: number;
}

/** Brings the images of CIFAR-10 to about mean 0 and standard deviation 1. */
const inputScaling = { scale: 1 / (255 * 0.2507), offset: -0.4734 / 0.2507 };

/** The shifts of normalizations learn so much faster, and that of the first layer for three epochs, whose filters stay. */
const shiftRate = 64;
const whiteningEpochs = 3;

/**
 * Makes a recipe of airbench (K. Jordan 2024, arXiv:2404.00498). Its rates are for losses that are added up over a batch, and its weight
 * decay goes through the momentum; both are those of means here, and of each step by itself.
 */
export function airbenchRecipe({
  widths,
  epochs,
  parts,
  ...recipe
}: AirbenchRecipe): ClassificationRecipe & PublishedRecipe {
  const momentum = 0.85;
  const reach = 1 / (1 - momentum);
  const learningRate = 11.5 / (1 + reach);
  return {
    ...recipe,
    dataset: cifar10,
    architecture: `Whitening 2x2, ${widths.map((width) => `Conv ${width}-${width}`).join(", ")} with batch normalization, Dense 10`,
    schedule: {
      optimizer: "momentum",
      optimizerOptions: {
        momentum,
        nesterov: true,
        weightDecay: (0.0153 * reach) / (1 + reach) / learningRate,
      },
      learningRate,
      learningRateSchedule: { oneCycle: { warmUp: 0.23, start: 0.2, end: 0.07, shape: "linear" } },
      batchSize: 1024,
      epochs,
      validation: { testSet: true },
      augmentation: { crop: 2, fill: "reflect", alternatingFlip: true },
      labelSmoothing: 0.2,
      gradientAccumulation: parts,
      testTimeAugmentation: "mirrorAndShift",
    },
    inputScaling,
    weightAverage: { kind: "lookahead", every: 5, decay: (done) => 0.95 ** 5 * done ** 3 },
    weightGroups: (stepsPerEpoch) => [
      { weights: /^norm\d+\/beta/, learningRate: shiftRate },
      { weights: /^conv1\/kernel/, learningRate: 0 },
      {
        weights: /^conv1\/bias/,
        learningRate: (step) => (step < whiteningEpochs * stepsPerEpoch ? 1 : 0),
      },
    ],
    // A moving average that takes 40 % of each batch, which here comes in parts.
    createModel: (seed) =>
      airbench({
        inputShape: cifar10.inputShape,
        widths,
        classes: 10,
        momentum: 0.6 ** (1 / parts),
        seed,
      }),
    prepareModel: (model, x) => whiten(model, x, inputScaling),
  };
}
