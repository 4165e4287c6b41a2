import type { Value } from "../graph/Value.ts";

/** Where an axis of the model, counted from the end when it is negative, stands in the file. */
export function axisOf({ shape, channelsSecond }: Value, axis: number): number {
  const last = shape.length - 1;
  const counted = axis < 0 ? axis + shape.length : axis;
  if (!channelsSecond || counted === 0) return counted;
  return counted === last ? 1 : counted + 1;
}
