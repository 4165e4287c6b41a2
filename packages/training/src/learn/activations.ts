/** An activation function of one neuron. */
export type ActivationFunction = (x: number) => number;

/**
 * The logistic function, from 0 to 1.
 *
 * @example
 * sigmoid(0); // 0.5
 */
export const sigmoid: ActivationFunction = (x) => 1 / (1 + Math.exp(-x));

/**
 * The hyperbolic tangent, from -1 to 1.
 *
 * @example
 * tanh(-100); // -1
 */
export const tanh: ActivationFunction = (x) => Math.tanh(x);

/**
 * The rectified linear unit: 0 for what is negative.
 *
 * @example
 * [-2, 3].map(relu); // [0, 3]
 */
export const relu: ActivationFunction = (x) => Math.max(0, x);

/**
 * ReLU with a small slope for what is negative.
 *
 * @param alpha the slope, by default 0.3 as in Keras' layer; Maas et al. (2013) have 0.01
 * @example
 * leakyRelu(0.1)(-2); // -0.2
 */
export const leakyRelu =
  (alpha = 0.3): ActivationFunction =>
  (x) =>
    x >= 0 ? x : alpha * x;

/**
 * The exponential linear unit, which bends smoothly to `-alpha` (Clevert et al. 2015, arXiv:1511.07289).
 *
 * @param alpha how far below 0 it comes, 1 by default
 * @example
 * elu()(-1); // -0.632: 1 / e - 1
 */
export const elu =
  (alpha = 1): ActivationFunction =>
  (x) =>
    x >= 0 ? x : alpha * Math.expm1(x);

/**
 * The largest of several straight lines, which a network learns (Goodfellow et al. 2013, arXiv:1302.4389).
 *
 * @param lines each line's slope and intercept
 * @example
 * maxout([[-1, 0], [1, 0]])(-2); // 2: the absolute value
 */
export const maxout =
  (lines: readonly (readonly [slope: number, intercept: number])[]): ActivationFunction =>
  (x) =>
    Math.max(...lines.map(([slope, intercept]) => slope * x + intercept));
