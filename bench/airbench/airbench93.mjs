const conv = (filters) => ({ kind: "conv", filters, padding: "same", bias: false, activation: "linear" });
const gelu = { kind: "activation", activation: "gelu" };
const behind = [{ kind: "normalization", epsilon: 1e-12, takes: 0.4 }, gelu];

/**
 * The network of `cifar10-airbench-93` and its step, for engines that do not know the recipe. Left out are the rates of single weights and
 * what averages them.
 */
export const airbench93 = {
  input: [32, 32, 3],
  optimizer: "nesterov",
  learningRate: 0.01,
  momentum: 0.85,
  weightDecay: 0.0133,
  labelSmoothing: 0.2,
  layers: [
    { kind: "conv", filters: 24, size: 2, padding: "valid", activation: "gelu", frozen: true },
    ...[64, 128, 128].flatMap((width) => [conv(width), { kind: "pool" }, ...behind, conv(width), ...behind]),
    { kind: "pool", size: 3 },
    { kind: "flatten" },
    { kind: "dense", units: 10, bias: false, activation: "softmax" },
  ],
};
