import { util } from "@tensorflow/tfjs-core";

/**
 * Tells how a reduction over neighbouring axes, neither the first nor the last, cuts a shape: into what is before them, they
 * themselves, and what is behind. `undefined` for other axes, and where there is nothing to add up.
 *
 * @example
 * middleOf([8, 5, 5, 3], [1, 2]); // [8, 25, 3]
 */
export function middleOf(
  shape: readonly number[],
  axis: number | number[],
): [outer: number, length: number, inner: number] | undefined {
  const axes = util.parseAxisParam(axis, [...shape]).toSorted((a, b) => a - b);
  const [first = 0] = axes;
  const end = first + axes.length;
  const middle = first > 0 && end < shape.length && axes.every((value, index) => value === first + index);
  if (!middle || util.sizeFromShape([...shape]) === 0) return undefined;
  return [
    util.sizeFromShape(shape.slice(0, first)),
    util.sizeFromShape(shape.slice(first, end)),
    util.sizeFromShape(shape.slice(end)),
  ];
}
