import { backpropagate, type DenseLayer, optimizerPath, type OptimizerRule } from "@minibatch/training";
import { numberOf } from "./parameters.ts";

/** The points that the network learns: a bend with a little noise. */
const inputs = Array.from({ length: 21 }, (_, at) => at / 10 - 1);
const targets = inputs.map((x, at) => 1.5 * Math.tanh(2 * x) + 0.1 * Math.sin(9 * at));

/** Both weights are shown from minus this to this. */
export const raceReach = 4;
/** So many steps are made. */
export const raceSteps = 60;
/** The optimizers that race, in the order of the table. */
const raceRules: readonly OptimizerRule[] = ["sgd", "momentum", "rmsprop", "adam"];

const weight = (name: string, fallback: number) => ({
  name,
  min: -raceReach,
  max: raceReach,
  step: 0.1,
  fallback,
});
/** Where the marbles are let go. */
export const raceStart = [weight("from1", 0.3), weight("from2", -0.2)] as const;
export const raceRate = { name: "pace", min: 0.05, max: 4, step: 0.05, fallback: 0.1 };

/** One neuron with tanh and one without an activation: the smallest network that has a bend, y = w2 · tanh(w1 · x). */
function layersOf([first = 0, second = 0]: readonly number[]): readonly DenseLayer[] {
  return [
    { weights: [[first]], biases: [0], activation: "tanh" },
    { weights: [[second]], biases: [0], activation: "linear" },
  ];
}

/** The mean squared error over all points. */
export function raceLoss(weights: readonly number[]): number {
  const [first = 0, second = 0] = weights;
  return inputs.reduce(
    (sum, x, at) => sum + (second * Math.tanh(first * x) - (targets[at] ?? 0)) ** 2 / inputs.length,
    0,
  );
}

function raceGradient(weights: readonly number[]): readonly number[] {
  const layers = layersOf(weights);
  const slopes = inputs.map((x, at) =>
    backpropagate(layers, [x], [targets[at] ?? 0]).gradients.map((layer) => layer.weights[0]?.[0] ?? 0),
  );
  return [0, 1].map((at) => slopes.reduce((sum, slope) => sum + (slope[at] ?? 0) / inputs.length, 0));
}

/** A marble's way, and what became of it. */
export interface RacePath {
  readonly rule: OptimizerRule;
  /** `[steps + 1]` pairs of weights; fewer where they grew beyond all numbers. */
  readonly path: readonly (readonly number[])[];
  /** Whether it ends higher than it began. */
  readonly isBroken: boolean;
}

/** The ways of all optimizers from the start and at the rate of the address. */
export function racePaths(): readonly RacePath[] {
  const start = raceStart.map(numberOf);
  return raceRules.map((rule) => {
    const path = optimizerPath(raceGradient, {
      rule,
      start,
      learningRate: numberOf(raceRate),
      steps: raceSteps,
    });
    const end = raceLoss(path.at(-1) ?? start);
    return { rule, path, isBroken: path.length <= raceSteps || !(end <= raceLoss(start)) };
  });
}
