/**
 * A recipe as it is, and once for each part that it has, without that.
 *
 * @param {import("@minibatch/recipes").Recipe} recipe
 * @returns {readonly (readonly [string, import("@minibatch/recipes").Recipe])[]} each with what it is in words
 */
export function variantsOf(recipe) {
  const { schedule } = recipe;
  const { augmentation, learningRateSchedule, labelSmoothing, optimizerOptions } = schedule;
  const without = (changes) => ({ ...recipe, schedule: { ...schedule, ...changes } });
  const variants = [
    ["as it is", recipe],
    labelSmoothing && ["labels not smoothed", without({ labelSmoothing: 0 })],
    learningRateSchedule && ["the same rate throughout", without({ learningRateSchedule: undefined })],
    optimizerOptions?.weightDecay && [
      "no weight decay",
      // Left out, it would be that of the optimizer, which AdamW has.
      without({ optimizerOptions: { ...optimizerOptions, weightDecay: 0 } }),
    ],
    optimizerOptions?.nesterov && [
      "the gradient not taken ahead",
      without({ optimizerOptions: { ...optimizerOptions, nesterov: false } }),
    ],
    optimizerOptions?.beta1 && ["moments of Adam as usual", without({ optimizerOptions: undefined })],
    recipe.inputScaling && ["pixels from 0 to 1", { ...recipe, inputScaling: undefined }],
    augmentation && ["images not varied", without({ augmentation: undefined })],
    augmentation?.alternatingFlip && [
      "flips at random",
      without({ augmentation: { ...augmentation, alternatingFlip: undefined, horizontalFlip: true } }),
    ],
    recipe.weightAverage && ["weights not averaged", { ...recipe, weightAverage: undefined }],
    recipe.prepareModel && ["filters of the first layer not from the images", withoutWhitening(recipe)],
    recipe.weightGroups && [
      "shifts of normalization at the rate of the others",
      withoutGroups(recipe, ["norm1/beta"]),
    ],
  ];
  return variants.filter(Boolean);
}

/** The first layer is drawn at random, and learns, as any other. */
function withoutWhitening(recipe) {
  return { ...withoutGroups(recipe, ["conv1/kernel", "conv1/bias"]), prepareModel: undefined };
}

/** Lets these weights learn as the others do. */
function withoutGroups(recipe, names) {
  const others = ({ weights }) => !names.some((name) => weights.test(name));
  return { ...recipe, weightGroups: (stepsPerEpoch) => recipe.weightGroups(stepsPerEpoch).filter(others) };
}
