import type { Augmentation, ReduceOnPlateau } from "@minibatch/training";
import type { LearningRateDescription } from "../LearningRateDescription.ts";
import type { OptimizerOptions } from "../OptimizerOptions.ts";
import type { Schedule, Validation } from "../Recipe.ts";
import { type OptimizerName, optimizerNames } from "../optimizers/optimizerNames.ts";
import {
  choice,
  flag,
  list,
  needed,
  number,
  object,
  oneOf,
  type Schema,
  share,
  text,
  whole,
} from "./Schema.ts";

type Way<Kind extends string> = Extract<Validation, Readonly<Record<Kind, unknown>>>;
type Fall<Kind extends string> = Extract<LearningRateDescription, Readonly<Record<Kind, unknown>>>;

/** The optimizer by its name. */
export function optimizerSchema(): Schema<OptimizerName> {
  return choice(optimizerNames)("How a step is made.");
}

const above0 = (given?: number) =>
  number({ exclusiveMinimum: 0, ...(given !== undefined && { default: given }) });

/** How an experiment is trained. */
export function scheduleSchema(): Schema<Schedule> {
  return object<Schedule>("How it is trained.", {
    optimizer: needed(optimizerSchema()),
    optimizerOptions: optimizerOptions(),
    learningRate: needed(above0()("How far a step goes.")),
    learningRateSchedule: learningRateSchedule(),
    batchSize: needed(whole(1)("Samples for each step.")),
    epochs: needed(whole(1)("Passes over the training samples, at most.")),
    validation: needed(validation()),
    seed: whole(0, 1)("Fixes the initial weights, the order of the samples, augmentation and dropout."),
    augmentation: augmentation(),
    earlyStopping: whole(1)(
      "Ends when the validation loss was not better for so many epochs, with the best weights.",
    ),
    reduceOnPlateau: reduceOnPlateau(),
    classWeights: oneOf<["balanced", readonly number[]]>(
      choice({ balanced: true })("Each class counts alike, however often it occurs."),
      list(number({ minimum: 0 })("Of one class."), 1)("How much a sample of each class counts in the loss."),
    ),
    labelSmoothing: share(0)("The share of each target that goes to all classes alike."),
    gradientAccumulation: whole(1, 1)("In how many parts each batch is computed before the weights move."),
    testTimeAugmentation: choice({ mirror: true, mirrorAndShift: true })(
      "Which views of each test picture the model is asked about, its outputs averaged. Default: the picture alone.",
    ),
  });
}

function optimizerOptions(): Schema<OptimizerOptions> {
  return object<OptimizerOptions>("Arguments of the optimizer; each one takes its own only.", {
    momentum: share()("Of momentum (0.9), sgd and rmsprop (0): how much of the last step goes on."),
    nesterov: flag(false)("Of sgd and momentum: whether the gradient is taken ahead."),
    rho: share()("Of rmsprop (0.9) and adadelta (0.95): how slowly the mean of squared gradients forgets."),
    beta1: share(0.9)("Of adam and adamw: how slowly the mean of gradients forgets."),
    beta2: share(0.999)("Of adam and adamw: how slowly the mean of squared gradients forgets."),
    epsilon: above0(1e-7)("Of rmsprop, adam, adamw and adadelta: keeps the divisor from 0."),
    weightDecay: number({ minimum: 0 })(
      "Of adamw (0.004), sgd and momentum (0): what share of itself, times the learning rate, each weight loses at each step.",
    ),
    centered: flag(false)("Of rmsprop: whether squared gradients are counted from their mean."),
  });
}

function learningRateSchedule(): Schema<LearningRateDescription> {
  const decaySteps = "After so many steps the rate has fallen once.";
  const staircase = flag(false)("Whether the rate falls in stairs.");
  return oneOf<
    [
      Fall<"cosineDecay">,
      Fall<"exponentialDecay">,
      Fall<"inverseTimeDecay">,
      Fall<"stepDecay">,
      Fall<"oneCycle">,
    ]
  >(
    object<Fall<"cosineDecay">>("Down along half a wave of the cosine.", {
      cosineDecay: needed(
        object<Fall<"cosineDecay">["cosineDecay"]>("All optional.", {
          decaySteps: above0()("The step at which the end is reached. Default: the last of the run."),
          alpha: number({ minimum: 0, maximum: 1, default: 0 })(
            "The rate at the end as a share of the first.",
          ),
        }),
      ),
    }),
    object<Fall<"exponentialDecay">>("Down by the same factor again and again.", {
      exponentialDecay: needed(
        object<Fall<"exponentialDecay">["exponentialDecay"]>("How often, and by which factor.", {
          decaySteps: needed(above0()(decaySteps)),
          decayRate: needed(above0()("What the rate is multiplied with.")),
          staircase,
        }),
      ),
    }),
    object<Fall<"inverseTimeDecay">>("Down fast at first, and ever more slowly.", {
      inverseTimeDecay: needed(
        object<Fall<"inverseTimeDecay">["inverseTimeDecay"]>("How fast.", {
          decayRate: needed(above0()("After decaySteps / decayRate steps the rate is half of the first.")),
          decaySteps: above0(1)("The steps that decayRate is for."),
          staircase,
        }),
      ),
    }),
    object<Fall<"stepDecay">>("Down once in so many epochs.", {
      stepDecay: needed(
        object<Fall<"stepDecay">["stepDecay"]>("After how many epochs, and by which factor.", {
          epochs: needed(above0()("After so many epochs the rate falls, again and again.")),
          factor: above0(0.5)("What the rate is multiplied with."),
        }),
      ),
    }),
    object<Fall<"oneCycle">>("Up to the learning rate, then down, once in the run.", {
      oneCycle: needed(
        object<Fall<"oneCycle">["oneCycle"]>("All optional.", {
          warmUp: number({ exclusiveMinimum: 0, exclusiveMaximum: 1, default: 0.3 })(
            "The share of the steps in which the rate rises.",
          ),
          start: number({ minimum: 0, maximum: 1, default: 0.04 })(
            "The first rate as a share of the highest.",
          ),
          end: number({ minimum: 0, maximum: 1, default: 4e-6 })("The last rate as a share of the highest."),
          shape: choice({ cosine: true, linear: true }, "cosine")("How the rate moves."),
        }),
      ),
    }),
  );
}

function validation(): Schema<Validation> {
  const yes: Schema<true> = { json: { const: true } };
  return oneOf<[Way<"ownPart">, Way<"lastFraction">, Way<"firstRows">, Way<"testSet">]>(
    object<Way<"ownPart">>("On the part that was set apart for it: right for pictures and tables.", {
      ownPart: needed(yes),
    }),
    object<Way<"lastFraction">>("On the last rows, as Keras' validation_split.", {
      lastFraction: needed(share()("How much of the training rows.")),
    }),
    object<Way<"firstRows">>("On the first rows.", { firstRows: needed(whole(1)("How many.")) }),
    object<Way<"testSet">>("On the test set, where a source trains on all rows.", { testSet: needed(yes) }),
  );
}

function augmentation(): Schema<Augmentation> {
  const shift = number({ minimum: 0, maximum: 1, default: 0 });
  return object<Augmentation>(
    "How training pictures are varied at random; validation and test see them as they are.",
    {
      widthShift: shift("How far a picture moves to the sides at most, as a fraction of its width."),
      heightShift: shift("How far it moves up or down at most, as a fraction of its height."),
      horizontalFlip: flag(false)("Whether every second one is mirrored."),
      rotation: number({ minimum: 0, maximum: 180, default: 0 })("How far it turns at most, in degrees."),
      crop: whole(0, 0)("By how many pixels it moves at most, each number of them as often as any other."),
      alternatingFlip: flag(false)("Whether each one is mirrored in every second epoch."),
      cutout: whole(0, 0)("The side of a square that is painted over, in pixels."),
      zoom: number({ minimum: 0, exclusiveMaximum: 1, default: 0 })(
        "How much larger or smaller it becomes at most, as a fraction of its size.",
      ),
      shear: number({ minimum: 0, exclusiveMaximum: 90, default: 0 })(
        "How far it is slanted at most, in degrees.",
      ),
      fill: choice(
        { nearest: true, constant: true, reflect: true },
        "nearest",
      )("What comes in at the edge: the pixel there, black, or the picture mirrored there."),
    },
  );
}

function reduceOnPlateau(): Schema<ReduceOnPlateau> {
  return object<ReduceOnPlateau>("Lowers the learning rate where training gets no better.", {
    monitor: text("valLoss", "valAccuracy")("The column of the history that is watched. Default: valLoss."),
    mode: choice({ min: true, max: true })("Whether lower or higher is better. Default: by the column."),
    minDelta: number({ minimum: 0, default: 1e-4 })("By how much a value has to be better to count."),
    factor: number({ exclusiveMinimum: 0, exclusiveMaximum: 1, default: 0.1 })(
      "What the rate is multiplied with.",
    ),
    patience: whole(0, 10)("How many epochs in a row may bring nothing better."),
    cooldown: whole(0, 0)("For how many epochs after a reduction no more are counted."),
    minLearningRate: number({ minimum: 0, default: 0 })("The rate below which it does not fall."),
  });
}
