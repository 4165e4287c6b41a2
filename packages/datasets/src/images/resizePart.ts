import type { GreyImage } from "./GreyImage.ts";
import type { Bounds } from "./inkBounds.ts";

/** Scales a part of an image: each new pixel is the mean of the area it covers. */
export function resizePart(image: GreyImage, from: Bounds, width: number, height: number): GreyImage {
  const rows = resizeAxis(image.data, image.width, from.left, from.width, width, from.top, from.height);
  const columns = resizeAxis(
    transpose(rows, width, from.height),
    from.height,
    0,
    from.height,
    height,
    0,
    width,
  );
  return { width, height, data: transpose(columns, height, width) };
}

/** Scales each row of an image, from the columns `start` on, to `size` columns. */
function resizeAxis(
  data: Float32Array,
  stride: number,
  start: number,
  length: number,
  size: number,
  firstRow: number,
  rows: number,
): Float32Array {
  const step = length / size;
  const result = new Float32Array(size * rows);
  for (let target = 0; target < size; target++) {
    const [from, to] = [target * step, (target + 1) * step];
    for (let column = Math.floor(from); column < Math.min(length, Math.ceil(to)); column++) {
      const share = (Math.min(to, column + 1) - Math.max(from, column)) / step;
      for (let row = 0; row < rows; row++) {
        const at = row * size + target;
        result[at] = (result[at] ?? 0) + share * (data[(firstRow + row) * stride + start + column] ?? 0);
      }
    }
  }
  return result;
}

function transpose(data: Float32Array, width: number, height: number): Float32Array {
  return Float32Array.from(
    { length: data.length },
    (_, at) => data[(at % height) * width + Math.floor(at / height)] ?? 0,
  );
}
