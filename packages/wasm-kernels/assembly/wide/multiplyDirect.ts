// The inner loop of a convolution, for vectors of 256 bits: see directTile.ts.
import { highest, lowest, within } from "../bounds";
import { multiplyAdd } from "../multiplyAdd";

/** `multiplyDirect` of loops.ts, in tiles of six rows and sixteen columns. */
export function multiplyDirect(
  source: usize, rows: usize, count: i32, list: usize, depth: i32, b: usize, bias: usize, activation: i32, dst: usize,
  step: usize,
): void {
  const low = lowest(activation), high = highest(activation);
  // No branch for the bias, as no pair is made across two ways: without one something that is there is read, and nothing is left of it.
  const given = <usize>(bias != 0);
  const start = b + given * (bias - b);
  const mask = i32x4.splat(-(<i32>given));
  const end = list + ((<usize>depth) << 2);
  for (const last = rows + ((<usize>count) << 2); rows < last; rows += 24) {
    const a0 = source + load<i32>(rows);
    const a1 = source + load<i32>(rows, 4);
    const a2 = source + load<i32>(rows, 8);
    const a3 = source + load<i32>(rows, 12);
    const a4 = source + load<i32>(rows, 16);
    const a5 = source + load<i32>(rows, 20);
    let c00 = v128.and(v128.load(start), mask);
    let c01 = v128.and(v128.load(start, 16), mask);
    let c02 = v128.and(v128.load(start, 32), mask);
    let c03 = v128.and(v128.load(start, 48), mask);
    let c10 = c00, c11 = c01, c12 = c02, c13 = c03;
    let c20 = c00, c21 = c01, c22 = c02, c23 = c03;
    let c30 = c00, c31 = c01, c32 = c02, c33 = c03;
    let c40 = c00, c41 = c01, c42 = c02, c43 = c03;
    let c50 = c00, c51 = c01, c52 = c02, c53 = c03;
    let panel = b;
    for (let p = list; p < end; p += 4) {
      const at = load<i32>(p);
      const b0 = v128.load(panel);
      const b1 = v128.load(panel, 16);
      const b2 = v128.load(panel, 32);
      const b3 = v128.load(panel, 48);
      let row = v128.load_splat<f32>(a0 + at);
      c00 = multiplyAdd(row, b0, c00);
      c01 = multiplyAdd(row, b1, c01);
      c02 = multiplyAdd(row, b2, c02);
      c03 = multiplyAdd(row, b3, c03);
      row = v128.load_splat<f32>(a1 + at);
      c10 = multiplyAdd(row, b0, c10);
      c11 = multiplyAdd(row, b1, c11);
      c12 = multiplyAdd(row, b2, c12);
      c13 = multiplyAdd(row, b3, c13);
      row = v128.load_splat<f32>(a2 + at);
      c20 = multiplyAdd(row, b0, c20);
      c21 = multiplyAdd(row, b1, c21);
      c22 = multiplyAdd(row, b2, c22);
      c23 = multiplyAdd(row, b3, c23);
      row = v128.load_splat<f32>(a3 + at);
      c30 = multiplyAdd(row, b0, c30);
      c31 = multiplyAdd(row, b1, c31);
      c32 = multiplyAdd(row, b2, c32);
      c33 = multiplyAdd(row, b3, c33);
      row = v128.load_splat<f32>(a4 + at);
      c40 = multiplyAdd(row, b0, c40);
      c41 = multiplyAdd(row, b1, c41);
      c42 = multiplyAdd(row, b2, c42);
      c43 = multiplyAdd(row, b3, c43);
      row = v128.load_splat<f32>(a5 + at);
      c50 = multiplyAdd(row, b0, c50);
      c51 = multiplyAdd(row, b1, c51);
      c52 = multiplyAdd(row, b2, c52);
      c53 = multiplyAdd(row, b3, c53);
      panel += 64;
    }
    v128.store(dst, within(c00, low, high));
    v128.store(dst, within(c01, low, high), 16);
    v128.store(dst, within(c02, low, high), 32);
    v128.store(dst, within(c03, low, high), 48);
    dst += step;
    v128.store(dst, within(c10, low, high));
    v128.store(dst, within(c11, low, high), 16);
    v128.store(dst, within(c12, low, high), 32);
    v128.store(dst, within(c13, low, high), 48);
    dst += step;
    v128.store(dst, within(c20, low, high));
    v128.store(dst, within(c21, low, high), 16);
    v128.store(dst, within(c22, low, high), 32);
    v128.store(dst, within(c23, low, high), 48);
    dst += step;
    v128.store(dst, within(c30, low, high));
    v128.store(dst, within(c31, low, high), 16);
    v128.store(dst, within(c32, low, high), 32);
    v128.store(dst, within(c33, low, high), 48);
    dst += step;
    v128.store(dst, within(c40, low, high));
    v128.store(dst, within(c41, low, high), 16);
    v128.store(dst, within(c42, low, high), 32);
    v128.store(dst, within(c43, low, high), 48);
    dst += step;
    v128.store(dst, within(c50, low, high));
    v128.store(dst, within(c51, low, high), 16);
    v128.store(dst, within(c52, low, high), 32);
    v128.store(dst, within(c53, low, high), 48);
    dst += step;
  }
}
