import "@tensorflow/tfjs-backend-cpu";
import { expectNoLeak } from "@minibatch/testing";
import { type Scalar, setBackend, square, sum, tensor1d, tidy, variable } from "@tensorflow/tfjs-core";
import { beforeAll, expect, it } from "vitest";
import { createOptimizer, type OptimizerName, type OptimizerOptions } from "../src/index.ts";

beforeAll(() => setBackend("cpu"));

/** Where 1 gets to in three steps down the square, whose gradient is twice the value. */
function afterThreeSteps(name: OptimizerName, options: OptimizerOptions): number {
  const optimizer = createOptimizer(name, 0.1, options);
  const value = tidy(() => variable(tensor1d([1])));
  for (let step = 0; step < 3; step += 1) {
    optimizer.minimize(() => sum<Scalar>(square(value)), false, [value]);
  }
  const result = value.dataSync()[0] ?? Number.NaN;
  value.dispose();
  optimizer.dispose();
  // tfjs' momentum forgets the learning rate that it keeps as a tensor.
  (optimizer as { c?: Scalar }).c?.dispose();
  return result;
}

/** Ahead along the momentum, from weights that have lost a share of themselves. */
function nesterov(momentum: number, weightDecay: number): number {
  let [value, speed] = [1, 0];
  for (let step = 0; step < 3; step += 1) {
    const gradient = 2 * value;
    value -= 0.1 * weightDecay * value;
    speed = momentum * speed + gradient;
    value -= 0.1 * (gradient + momentum * speed);
  }
  return value;
}

/** The rules as their authors write them, step by step. */
const rules: readonly [OptimizerName, OptimizerOptions, () => number][] = [
  ["sgd", {}, () => nesterov(0, 0)],
  ["sgd", { weightDecay: 0.2 }, () => nesterov(0, 0.2)],
  ["sgd", { momentum: 0.5, nesterov: true }, () => nesterov(0.5, 0)],
  ["momentum", { momentum: 0.5, nesterov: true }, () => nesterov(0.5, 0)],
  ["momentum", { momentum: 0.5, nesterov: true, weightDecay: 0.2 }, () => nesterov(0.5, 0.2)],
  [
    "adamw",
    { beta1: 0.5, beta2: 0.8, epsilon: 0.01, weightDecay: 0.3 },
    () => {
      let [value, first, second] = [1, 0, 0];
      for (let step = 1; step <= 3; step += 1) {
        const gradient = 2 * value;
        value -= 0.1 * 0.3 * value;
        first = 0.5 * first + 0.5 * gradient;
        second = 0.8 * second + 0.2 * gradient ** 2;
        value -= (0.1 * (first / (1 - 0.5 ** step))) / (Math.sqrt(second / (1 - 0.8 ** step)) + 0.01);
      }
      return value;
    },
  ],
  [
    "rmsprop",
    { rho: 0.5, momentum: 0.25, epsilon: 0.01 },
    () => {
      let [value, mean, speed] = [1, 0, 0];
      for (let step = 0; step < 3; step += 1) {
        const gradient = 2 * value;
        mean = 0.5 * mean + 0.5 * gradient ** 2;
        speed = 0.25 * speed + (0.1 * gradient) / Math.sqrt(mean + 0.01);
        value -= speed;
      }
      return value;
    },
  ],
  [
    "adam",
    { beta1: 0.5, beta2: 0.8, epsilon: 0.01 },
    () => {
      let [value, first, second] = [1, 0, 0];
      for (let step = 1; step <= 3; step += 1) {
        const gradient = 2 * value;
        first = 0.5 * first + 0.5 * gradient;
        second = 0.8 * second + 0.2 * gradient ** 2;
        value -= (0.1 * (first / (1 - 0.5 ** step))) / (Math.sqrt(second / (1 - 0.8 ** step)) + 0.01);
      }
      return value;
    },
  ],
  [
    "adadelta",
    { rho: 0.5, epsilon: 0.01 },
    () => {
      let [value, gradients, updates] = [1, 0, 0];
      for (let step = 0; step < 3; step += 1) {
        const gradient = 2 * value;
        // tfjs divides by the mean as it was before this step.
        const update = (Math.sqrt(updates + 0.01) / Math.sqrt(gradients + 0.01)) * gradient;
        gradients = 0.5 * gradients + 0.5 * gradient ** 2;
        updates = 0.5 * updates + 0.5 * update ** 2;
        value -= 0.1 * update;
      }
      return value;
    },
  ],
];

it.for(rules)("createOptimizer(%j, rate, %j) steps by these", ([name, options, byHand]) =>
  expectNoLeak(() => {
    expect(afterThreeSteps(name, options)).toBeCloseTo(byHand(), 4);
  }),
);

it.for([
  ["sgd", { rho: 0.9 }, "The optimizer sgd has no option rho: it has momentum, nesterov, weightDecay."],
  [
    "sgd",
    { nesterov: true },
    "nesterov takes the gradient ahead along the momentum, but there is none: give one, such as 0.9.",
  ],
  ["adamw", { weightDecay: -1 }, "weightDecay must be a number from 0, but it is -1."],
  ["adam", { rho: 0.9 }, "The optimizer adam has no option rho: it has beta1, beta2, epsilon."],
  ["momentum", { momentum: 1 }, "momentum must be a number from 0 to below 1, but it is 1."],
  ["adam", { epsilon: 0 }, "epsilon must be a number above 0, but it is 0."],
] as const)("createOptimizer(%j, rate, %j) refuses", ([name, options, message]) => {
  expect(() => createOptimizer(name, 0.1, options)).toThrow(
    expect.objectContaining({ code: "INVALID_SETTING", message }),
  );
});

it("createOptimizer(name, rate, options, groups) refuses groups of weights where all learn alike", () => {
  expect(() => createOptimizer("adam", 0.1, {}, [{ weights: /beta/, learningRate: 2 }])).toThrow(
    "By the optimizer adam all weights learn alike: take sgd or momentum for groups of them.",
  );
});
