import { pathToFileURL } from "node:url";

/**
 * Answers images with an exported module.
 *
 * @param file of the module
 * @param images raw pixels, with the label of each
 * @param expected what `minibatch predict` says of them
 * @returns how many have the same class, the largest difference of a probability, the accuracy, and the milliseconds of an image that the
 *   processor computed, whatever else the machine did
 */
export async function compareModule(file, images, expected) {
  const { predict, classNames } = await import(pathToFileURL(file).href);
  let [same, right, difference] = [0, 0, 0];
  const start = process.cpuUsage();
  const answers = images.map(({ pixels }) => predict(pixels));
  const milliseconds = process.cpuUsage(start).user / 1000 / images.length;
  for (const [row, { label }] of images.entries()) {
    const { class: name, probabilities } = expected[row];
    const answer = answers[row];
    const best = classNames[answer.indexOf(Math.max(...answer))];
    if (best === name) same += 1;
    if (best === classNames[label]) right += 1;
    for (const [at, probability] of answer.entries()) {
      difference = Math.max(difference, Math.abs(probability - probabilities[classNames[at]]));
    }
  }
  return { same, difference, accuracy: right / images.length, milliseconds };
}
