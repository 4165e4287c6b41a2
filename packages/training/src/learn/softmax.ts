/**
 * Turns the outputs of a classifier's last layer into probabilities: each is the share of its exponential in the sum of all.
 *
 * @param logits a number for each class
 * @returns numbers from 0 to 1 that sum to 1, in the order of the logits; none for none
 * @example
 * softmax([2, 1, 0]).map((share) => share.toFixed(3)); // ["0.665", "0.245", "0.090"]
 */
export function softmax(logits: readonly number[]): number[] {
  // The largest is taken away first, so that no exponential is infinite; the shares stay the same.
  const largest = Math.max(...logits);
  const exponentials = logits.map((logit) => Math.exp(logit - largest));
  const sum = exponentials.reduce((total, value) => total + value, 0);
  return exponentials.map((value) => value / sum);
}
