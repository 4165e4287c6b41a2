/**
 * Moves a weight one step against its gradient: `weight - learningRate * gradient`.
 *
 * @example
 * gradientDescentStep(0.38, -0.55, 0.01); // 0.3855
 */
export function gradientDescentStep(weight: number, gradient: number, learningRate: number): number {
  return weight - learningRate * gradient;
}
