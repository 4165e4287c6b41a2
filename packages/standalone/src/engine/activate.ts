import type { ActivationName } from "./Network.ts";

/** `x` to what the activation makes of it, for all but softmax. */
const functions: { readonly [Name in Exclude<ActivationName, "softmax">]: (x: number) => number } = {
  linear: (x) => x,
  relu: (x) => (x > 0 ? x : 0),
  relu6: (x) => Math.min(6, Math.max(0, x)),
  sigmoid: (x) => 1 / (1 + Math.exp(-x)),
  tanh: Math.tanh,
  elu: (x) => (x > 0 ? x : Math.expm1(x)),
  // Klambauer and others 2017, arXiv:1706.02515.
  selu: (x) => 1.0507009873554805 * (x > 0 ? x : 1.6732632423543772 * Math.expm1(x)),
  softplus: (x) => Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x))),
  softsign: (x) => x / (1 + Math.abs(x)),
  hardSigmoid: (x) => Math.min(1, Math.max(0, 0.2 * x + 0.5)),
  swish: (x) => x / (1 + Math.exp(-x)),
  gelu: (x) => 0.5 * x * (1 + errorFunction(x * Math.SQRT1_2)),
  // The approximation by tanh: Hendrycks and Gimpel 2016, arXiv:1606.08415.
  gelu_new: (x) => 0.5 * x * (1 + Math.tanh(Math.sqrt(2 / Math.PI) * (x + 0.044715 * x ** 3))),
};

/**
 * Applies an activation in place.
 *
 * @param channels the length of the last axis, over which softmax goes
 */
export function activate(values: Float32Array, name: ActivationName, channels: number): Float32Array {
  if (name === "linear") return values;
  if (name === "softmax") {
    for (let at = 0; at < values.length; at += channels) softmax(values.subarray(at, at + channels));
    return values;
  }
  const activation = functions[name];
  for (let at = 0; at < values.length; at += 1) values[at] = activation(values[at] as number);
  return values;
}

function softmax(values: Float32Array): void {
  const most = Math.max(...values);
  let sum = 0;
  for (let at = 0; at < values.length; at += 1) sum += values[at] = Math.exp((values[at] as number) - most);
  for (let at = 0; at < values.length; at += 1) values[at] = (values[at] as number) / sum;
}

/** Abramowitz and Stegun, 7.1.26, as tfjs has it: within 1.5e-7. */
function errorFunction(x: number): number {
  const t = 1 / (1 + 0.3275911 * Math.abs(x));
  const polynomial =
    ((((1.061405429 * t - 1.453152027) * t + 1.421413741) * t - 0.284496736) * t + 0.254829592) * t;
  return Math.sign(x) * (1 - polynomial * Math.exp(-x * x));
}
