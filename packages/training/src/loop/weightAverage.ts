import { clone, dispose, keep, type Tensor, tidy } from "@tensorflow/tfjs-core";
import type { LayersModel } from "@tensorflow/tfjs-layers";
import type { NamedArray } from "../checkpoint/NamedArray.ts";
import { arrayOf, tensorOf } from "../checkpoint/namedTensors.ts";
import { requireCount } from "../requireCount.ts";
import { TrainingError } from "../TrainingError.ts";
import { moveAverage } from "./moveAverage.ts";

/**
 * How the weights of several steps become those of the model.
 *
 * - `ema`: an exponential moving average beside the weights that train. It is what is validated, and what the model has in the end
 *   (Polyak and Juditsky 1992).
 * - `lookahead`: every few steps the weights that train go back to their average (Zhang and others 2019, arXiv:1907.08610).
 */
export type WeightAverage =
  | {
      readonly kind: "ema";
      /**
       * How much of the average stays at each step.
       *
       * @default 0.99
       */
      readonly decay?: number | undefined;
    }
  | {
      readonly kind: "lookahead";
      /**
       * After how many steps the weights go back.
       *
       * @default 5
       */
      readonly every?: number | undefined;
      /**
       * How much of the average stays then; also as a function of the share of training that is done, 0 to 1.
       *
       * @default 0.5
       */
      readonly decay?: number | ((done: number) => number) | undefined;
    };

/** Averages the weights of a run. */
export interface WeightAverager {
  /** Takes notice of a step; the first one has the number 1. */
  afterStep(step: number): void;
  /** Runs something with the weights that are to be judged. */
  during<Result>(run: () => Promise<Result>): Promise<Result>;
  /** Gives the model its weights for good. */
  finish(): void;
  /** The averages, in the order of the model's weights. */
  state(): Promise<NamedArray[]>;
  dispose(): void;
}

/**
 * Begins to average the weights of a model, or goes on from a state.
 *
 * @param steps of the whole training
 * @throws {TrainingError} `INVALID_ARGUMENT` for a decay that is not from 0 to 1
 */
export function averageWeights(
  model: LayersModel,
  options: WeightAverage,
  steps: number,
  state: readonly NamedArray[] | undefined,
): WeightAverager {
  const weights = [...new Set(model.weights)];
  const decayOf = decayFunction(options);
  const every = options.kind === "lookahead" ? (options.every ?? 5) : 1;
  requireCount(every, "weightAverage.every", 1);
  let averages = state
    ? state.map((array) => keep(tensorOf(array)))
    : weights.map((weight) => keep(clone(weight.read())));

  const put = (values: readonly Tensor[]): void => {
    for (const [index, weight] of weights.entries()) weight.write(values[index] as Tensor);
  };
  const move = (share: number): void => {
    const next = tidy(() =>
      weights.map((weight, index) => keep(moveAverage(averages[index] as Tensor, weight.read(), share))),
    );
    dispose(averages);
    averages = next;
  };
  return {
    afterStep(step) {
      if (step % every !== 0) return;
      // As in Keras: a moving average begins with the weights of the first step, not with those of before.
      const begins = options.kind === "ema" && step === 1;
      move(begins ? 1 : 1 - decayOf(Math.min(step / steps, 1)));
      if (options.kind === "lookahead") put(averages);
    },
    async during(run) {
      if (options.kind === "lookahead") return run();
      const trained = weights.map((weight) => keep(clone(weight.read())));
      put(averages);
      try {
        return await run();
      } finally {
        put(trained);
        dispose(trained);
      }
    },
    finish: () => put(averages),
    state: () =>
      Promise.all(
        averages.map((tensor, index) => arrayOf({ name: weights[index]?.originalName ?? "", tensor })),
      ),
    dispose: () => dispose(averages),
  };
}

function decayFunction(options: WeightAverage): (done: number) => number {
  const decay = options.decay ?? (options.kind === "ema" ? 0.99 : 0.5);
  return (done) => {
    const value = typeof decay === "number" ? decay : decay(done);
    if (value >= 0 && value <= 1) return value;
    throw new TrainingError(
      "INVALID_ARGUMENT",
      `weightAverage.decay must be from 0 to 1, but it is ${value}.`,
    );
  };
}
