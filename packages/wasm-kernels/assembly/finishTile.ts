// What happens to a tile of sums after the inner loop.

/** Bytes of a tile: up to six rows of eight. */
export const TILE_BYTES: usize = 192;

/**
 * c = activation(tile + c + bias), of the rows and columns that lie inside.
 *
 * @param step bytes from one row of c to the next; a row of the tile has 32
 * @param accumulate whether what c holds is added
 * @param bias address of `columns` floats, or 0
 * @param activation 0 none, 1 relu, 2 relu6
 */
export function finishTile(
  c: usize, step: usize, tile: usize, rows: i32, columns: i32, accumulate: bool, bias: usize, activation: i32,
): void {
  for (let i = 0; i < rows; i++) {
    if (columns == 8) {
      let left = v128.load(tile);
      let right = v128.load(tile, 16);
      if (accumulate) {
        left = f32x4.add(left, v128.load(c));
        right = f32x4.add(right, v128.load(c, 16));
      }
      if (bias) {
        left = f32x4.add(left, v128.load(bias));
        right = f32x4.add(right, v128.load(bias, 16));
      }
      v128.store(c, activate(left, activation));
      v128.store(c, activate(right, activation), 16);
    } else {
      for (let j: usize = 0; j < (<usize>columns) << 2; j += 4) {
        let value = load<f32>(tile + j);
        if (accumulate) value += load<f32>(c + j);
        if (bias) value += load<f32>(bias + j);
        store<f32>(c + j, f32x4.extract_lane(activate(f32x4.splat(value), activation), 0));
      }
    }
    tile += 32;
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
