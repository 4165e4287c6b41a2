// The inner loop of a convolution: a tile of sums in registers, over pixels where they lie. Nothing is packed or laid
// out: windows overlap, and their nine-fold copy would be read once.
import { activate } from "./finishTile";
import { multiplyAdd } from "./multiplyAdd";
import { WIDE } from "./width";

/** Rows of a tile. */
export const ROWS: i32 = 4;
/** Columns of a tile; with twice as wide vectors, twice as many. */
export const COLUMNS: i32 = WIDE ? 16 : 8;

/** `multiplyDirect` of loops.ts, of eight columns. */
export function multiplyDirect(
  a0: usize, a1: usize, a2: usize, a3: usize, n0: i32, s0: usize, n1: i32, s1: usize, n2: i32, s2: usize,
  b: usize, bias: usize, activation: i32, dst: usize, step: usize,
): void {
  let from: usize = 0;
  let c00 = f32x4.splat(0), c01 = c00;
  if (bias) {
    c00 = v128.load(bias);
    c01 = v128.load(bias, 16);
  }
  let c10 = c00, c11 = c01, c20 = c00, c21 = c01, c30 = c00, c31 = c01;
  for (let i = 0; i < n0; i++) {
    let line = from;
    for (let j = 0; j < n1; j++) {
      let at = line;
      for (let p = 0; p < n2; p++) {
        const b0 = v128.load(b);
        const b1 = v128.load(b, 16);
        let row = v128.load_splat<f32>(a0 + at);
        c00 = multiplyAdd(row, b0, c00);
        c01 = multiplyAdd(row, b1, c01);
        row = v128.load_splat<f32>(a1 + at);
        c10 = multiplyAdd(row, b0, c10);
        c11 = multiplyAdd(row, b1, c11);
        row = v128.load_splat<f32>(a2 + at);
        c20 = multiplyAdd(row, b0, c20);
        c21 = multiplyAdd(row, b1, c21);
        row = v128.load_splat<f32>(a3 + at);
        c30 = multiplyAdd(row, b0, c30);
        c31 = multiplyAdd(row, b1, c31);
        at += s2;
        b += 32;
      }
      line += s1;
    }
    from += s0;
  }
  v128.store(dst, activate(c00, activation));
  v128.store(dst, activate(c01, activation), 16);
  dst += step;
  v128.store(dst, activate(c10, activation));
  v128.store(dst, activate(c11, activation), 16);
  dst += step;
  v128.store(dst, activate(c20, activation));
  v128.store(dst, activate(c21, activation), 16);
  dst += step;
  v128.store(dst, activate(c30, activation));
  v128.store(dst, activate(c31, activation), 16);
}
