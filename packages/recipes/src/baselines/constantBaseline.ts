import type { Dataset, TrainTest } from "@minibatch/datasets";
import { meanAbsoluteError } from "@minibatch/training";
import type { Baseline } from "./Baseline.ts";

/**
 * What one answer for every row reaches on the test set: the most frequent class of the training rows, or the mean of their targets.
 *
 * @param task what is predicted
 */
export function constantBaseline(
  { classNames }: Pick<Dataset, "classNames">,
  task: Dataset["task"],
  { train, test }: TrainTest,
): Baseline {
  const actual = test.y.data;
  if (task === "regression") {
    let sum = 0;
    for (const value of train.y.data) sum += value;
    const mean = sum / train.y.data.length;
    const mae = meanAbsoluteError(actual, new Float64Array(actual.length).fill(mean));
    return { name: "always the mean", mae };
  }
  const counts = classNames.map(() => 0);
  for (const label of train.y.data) counts[label] = (counts[label] ?? 0) + 1;
  const answer = counts.indexOf(Math.max(...counts));
  let right = 0;
  for (const label of actual) if (label === answer) right += 1;
  return { name: `always "${classNames[answer]}"`, accuracy: right / actual.length };
}
