// What happens to a tile of sums after the inner loop.
import { WIDE } from "./width";

/** Bytes of a tile: up to six rows of eight, or of sixteen. */
export const TILE_BYTES: usize = WIDE ? 384 : 192;

/**
 * c = activation(tile + c + bias), of the rows and columns that lie inside.
 *
 * @param step bytes from one row of c to the next; likewise `tileStep`
 * @param accumulate whether what c holds is added
 * @param bias address of `columns` floats, or 0
 * @param activation 0 none, 1 relu, 2 relu6
 */
export function finishTile(
  c: usize, step: usize, tile: usize, tileStep: usize, rows: i32, columns: i32, accumulate: bool, bias: usize,
  activation: i32,
): void {
  const whole = (<usize>(columns & ~3)) << 2;
  const end = (<usize>columns) << 2;
  for (let i = 0; i < rows; i++) {
    let j: usize = 0;
    for (; j < whole; j += 16) {
      let sum = v128.load(tile + j);
      if (accumulate) sum = f32x4.add(sum, v128.load(c + j));
      if (bias) sum = f32x4.add(sum, v128.load(bias + j));
      v128.store(c + j, activate(sum, activation));
    }
    for (; j < end; j += 4) {
      let value = load<f32>(tile + j);
      if (accumulate) value += load<f32>(c + j);
      if (bias) value += load<f32>(bias + j);
      store<f32>(c + j, f32x4.extract_lane(activate(f32x4.splat(value), activation), 0));
    }
    tile += tileStep;
    c += step;
  }
}

// @ts-ignore: decorator
@inline
export function activate(value: v128, activation: i32): v128 {
  if (activation == 0) return value;
  // pmax and pmin keep the first of two values unless the second is larger or smaller: what is not a number stays so.
  const positive = f32x4.pmax(value, f32x4.splat(0));
  return activation == 1 ? positive : f32x4.pmin(positive, f32x4.splat(6));
}
