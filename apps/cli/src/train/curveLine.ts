import type { LearningCurve } from "@minibatch/recipes";
import { countText, percentText } from "../terminal/numberText.ts";

/** A class of which so many more are told right is worth naming: one more is chance. */
const worthNaming = 2;

/** Less than such a share is not worth the work of collecting as many again. */
const worthCollecting = 0.02;

/** Says whether more pictures, or rows, are likely to help, and how sure that is. */
export function curveLine({ rows, accuracy, gain, classes }: LearningCurve): string {
  const [low, high] = gain;
  const compared = `with ${countText(rows.half)} to train on ${percentText(accuracy.half, 1)}, with all ${countText(rows.all)} ${percentText(accuracy.all, 1)}`;
  const added = `the second half added ${points(low)} to ${points(high)} points (95 % sure)`;
  if (low <= 0) {
    const tested = classes.reduce((sum, each) => sum + each.tested, 0);
    const verdict =
      high < worthCollecting
        ? "More are not likely to help"
        : `Whether more would help, ${countText(tested)} to test on do not tell`;
    return `${verdict}: ${compared}; ${added}`;
  }
  const gains = classes
    .map(({ className, right }) => ({ className, more: right.all - right.half }))
    .filter(({ more }) => more >= worthNaming)
    .sort((a, b) => b.more - a.more);
  const [most] = gains;
  return `More${most === undefined ? "" : ` of ${most.className}`}: accuracy still rises with their number; ${compared}; ${added}`;
}

function points(share: number): string {
  return (100 * share).toFixed(1);
}
