import type { LoadOptions, Samples } from "@minibatch/datasets";
import { ImageError } from "../ImageError.ts";
import type { Part } from "../layout/readLayout.ts";

/** The first rows of a part, as `limit` and `split` of a load ask for: views, not copies. */
export function limitSamples(
  part: Part,
  { x, y, names = [] }: Samples<Uint8Array, Uint8Array>,
  { limit, split }: Pick<LoadOptions, "limit" | "split">,
): Samples<Uint8Array, Uint8Array> {
  const [count = 0, ...shape] = x.shape;
  const most = (typeof limit === "object" ? limit[part] : limit) ?? count;
  if (!Number.isSafeInteger(most) || most < 0) {
    throw new ImageError(
      "INVALID_ARGUMENT",
      `limit must be a whole number from 0 up, got ${most} for ${part}`,
    );
  }
  if (split !== undefined && split !== "train" && split !== "test") {
    throw new ImageError("INVALID_ARGUMENT", `split must be "train" or "test", got ${String(split)}`);
  }
  // What is kept for validation belongs to training.
  const wanted = split === undefined || (split === "test") === (part === "test");
  const rows = wanted ? Math.min(most, count) : 0;
  const each = shape.reduce((product, length) => product * length, 1);
  return {
    x: { data: x.data.subarray(0, rows * each), shape: [rows, ...shape] },
    y: { data: y.data.subarray(0, rows), shape: [rows] },
    names: names.slice(0, rows),
  };
}
