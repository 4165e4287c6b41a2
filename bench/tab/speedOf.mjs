/**
 * How many samples a second were trained on, from the end of the first step to that of the last one.
 *
 * @param {readonly { batch?: number, at?: number }[]} heard when each step was over, in milliseconds
 * @param {number} batchSize
 */
export function speedOf(heard, batchSize) {
  const steps = heard.filter(({ batch }) => batch !== undefined);
  const [first, last] = [steps.at(0), steps.at(-1)];
  return ((last.batch - first.batch) * batchSize * 1000) / (last.at - first.at);
}
