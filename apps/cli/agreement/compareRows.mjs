import { pathToFileURL } from "node:url";

/**
 * Answers pictures or rows as people have them with an exported module, which prepares them itself.
 *
 * @returns the largest difference of a probability from what `minibatch predict` says; of a value, as a share of the largest
 */
export async function compareRows(file, { inputs, answer }, expected, folder) {
  const module = await import(pathToFileURL(file).href);
  const largest = Math.max(...expected.map(({ predicted = 1 }) => Math.abs(predicted)));
  const differences = inputs().flatMap((input, row) => {
    const { predicted, probabilities } = expected[row];
    const right = probabilities ? module.classNames.map((name) => probabilities[name]) : [predicted];
    return Array.from(answer(module, input, folder), (value, at) => Math.abs(value - right[at]) / largest);
  });
  return Math.max(...differences);
}
