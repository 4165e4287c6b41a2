// What happens to a tile of sums after the inner loop.
import { highest, lowest, within } from "./bounds";
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
  const low = lowest(activation), high = highest(activation);
  for (let i = 0; i < rows; i++) {
    let j: usize = 0;
    for (; j < whole; j += 16) {
      let sum = v128.load(tile + j);
      if (accumulate) sum = f32x4.add(sum, v128.load(c + j));
      if (bias) sum = f32x4.add(sum, v128.load(bias + j));
      v128.store(c + j, within(sum, low, high));
    }
    for (; j < end; j += 4) {
      let value = load<f32>(tile + j);
      if (accumulate) value += load<f32>(c + j);
      if (bias) value += load<f32>(bias + j);
      store<f32>(c + j, f32x4.extract_lane(within(f32x4.splat(value), low, high), 0));
    }
    tile += tileStep;
    c += step;
  }
}
