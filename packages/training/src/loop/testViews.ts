import { add, concat, mul, reverse, slice, type Tensor } from "@tensorflow/tfjs-core";
import type { LayersModel } from "@tensorflow/tfjs-layers";
import { TrainingError } from "../TrainingError.ts";

/**
 * Which views of an image a model is asked about, its outputs averaged.
 *
 * - `mirror`: the image and its mirror.
 * - `mirrorAndShift`: for half of it those two, for the other half the same of the image moved by one pixel up and left, and down and right;
 *   what comes in at the edge is reflected (K. Jordan 2024, arXiv:2404.00498).
 */
export type TestTimeAugmentation = "mirror" | "mirrorAndShift";

/**
 * Applies a model to a batch, or to views of each of its images.
 *
 * @param x `[n, height, width, channels]` where there are views
 * @throws {TrainingError} `SHAPE_MISMATCH` for anything but images, `INVALID_ARGUMENT` for an unknown name
 */
export function applyToViews(
  model: LayersModel,
  x: Tensor,
  augmentation: TestTimeAugmentation | undefined,
): Tensor {
  const apply = (view: Tensor): Tensor => model.predictOnBatch(view) as Tensor;
  if (augmentation === undefined) return apply(x);
  if (augmentation !== "mirror" && augmentation !== "mirrorAndShift") {
    throw new TrainingError(
      "INVALID_ARGUMENT",
      `testTimeAugmentation must be "mirror" or "mirrorAndShift", but it is "${String(augmentation)}".`,
    );
  }
  const least = augmentation === "mirror" ? 1 : 2;
  if (x.rank !== 4 || Math.min(x.shape[1] ?? 0, x.shape[2] ?? 0) < least) {
    throw new TrainingError(
      "SHAPE_MISMATCH",
      `testTimeAugmentation is for images [n, height, width, channels], but the inputs are [${x.shape.join(", ")}]. Leave it out.`,
    );
  }
  const both = (view: Tensor): Tensor => mul(add(apply(view), apply(reverse(view, 2))), 0.5);
  if (augmentation === "mirror") return both(x);
  const moved = [1, -1].map((by) => both(moveBy(moveBy(x, 1, by), 2, by)));
  return add(mul(both(x), 0.5), mul(add(moved[0] as Tensor, moved[1] as Tensor), 0.25));
}

/** Moves images by one pixel along an axis; the one that comes in is that beside the edge. */
function moveBy(x: Tensor, axis: 1 | 2, by: number): Tensor {
  const length = x.shape[axis] as number;
  const part = (begin: number, size: number): Tensor =>
    slice(
      x,
      x.shape.map((_, index) => (index === axis ? begin : 0)),
      x.shape.map((whole, index) => (index === axis ? size : whole)),
    );
  const rest = part(by > 0 ? 1 : 0, length - 1);
  return by > 0 ? concat([rest, part(length - 2, 1)], axis) : concat([part(1, 1), rest], axis);
}
