/**
 * Lets everything that draws from `Math.random` while a function computes draw from another generator. What tfjs and layers
 * draw without a seed comes from there, on every backend.
 *
 * @param compute returns when it has computed; what it does later draws from `Math.random` again
 */
export function drawingFrom<Result>(random: () => number, compute: () => Result): Result {
  const original = Math.random;
  Math.random = random;
  try {
    return compute();
  } finally {
    Math.random = original;
  }
}
