// The inner loop of a convolution, for vectors of 256 bits: see directTile.ts.
import { highest, lowest, within } from "../bounds";
import { multiplyAdd } from "../multiplyAdd";

/** `multiplyDirect` of loops.ts, in tiles of three rows and 24 columns. */
export function multiplyDirect24(
  source: usize, rows: usize, count: i32, list: usize, depth: i32, b: usize, bias: usize, activation: i32, dst: usize,
  step: usize,
): void {
  const low = lowest(activation), high = highest(activation);
  // No branch for the bias, as no pair is made across two ways: without one something that is there is read, and nothing is left of it.
  const given = <usize>(bias != 0);
  const start = b + given * (bias - b);
  const mask = i32x4.splat(-(<i32>given));
  const end = list + ((<usize>depth) << 2);
  for (const last = rows + ((<usize>count) << 2); rows < last; rows += 12) {
    const a0 = source + load<i32>(rows);
    const a1 = source + load<i32>(rows, 4);
    const a2 = source + load<i32>(rows, 8);
    let c00 = v128.and(v128.load(start), mask);
    let c01 = v128.and(v128.load(start, 16), mask);
    let c02 = v128.and(v128.load(start, 32), mask);
    let c03 = v128.and(v128.load(start, 48), mask);
    let c04 = v128.and(v128.load(start, 64), mask);
    let c05 = v128.and(v128.load(start, 80), mask);
    let c10 = c00, c11 = c01, c12 = c02, c13 = c03, c14 = c04, c15 = c05;
    let c20 = c00, c21 = c01, c22 = c02, c23 = c03, c24 = c04, c25 = c05;
    let panel = b;
    for (let p = list; p < end; p += 4) {
      const at = load<i32>(p);
      const b0 = v128.load(panel);
      const b1 = v128.load(panel, 16);
      const b2 = v128.load(panel, 32);
      const b3 = v128.load(panel, 48);
      const b4 = v128.load(panel, 64);
      const b5 = v128.load(panel, 80);
      let row = v128.load_splat<f32>(a0 + at);
      c00 = multiplyAdd(row, b0, c00);
      c01 = multiplyAdd(row, b1, c01);
      c02 = multiplyAdd(row, b2, c02);
      c03 = multiplyAdd(row, b3, c03);
      c04 = multiplyAdd(row, b4, c04);
      c05 = multiplyAdd(row, b5, c05);
      row = v128.load_splat<f32>(a1 + at);
      c10 = multiplyAdd(row, b0, c10);
      c11 = multiplyAdd(row, b1, c11);
      c12 = multiplyAdd(row, b2, c12);
      c13 = multiplyAdd(row, b3, c13);
      c14 = multiplyAdd(row, b4, c14);
      c15 = multiplyAdd(row, b5, c15);
      row = v128.load_splat<f32>(a2 + at);
      c20 = multiplyAdd(row, b0, c20);
      c21 = multiplyAdd(row, b1, c21);
      c22 = multiplyAdd(row, b2, c22);
      c23 = multiplyAdd(row, b3, c23);
      c24 = multiplyAdd(row, b4, c24);
      c25 = multiplyAdd(row, b5, c25);
      panel += 96;
    }
    v128.store(dst, within(c00, low, high));
    v128.store(dst, within(c01, low, high), 16);
    v128.store(dst, within(c02, low, high), 32);
    v128.store(dst, within(c03, low, high), 48);
    v128.store(dst, within(c04, low, high), 64);
    v128.store(dst, within(c05, low, high), 80);
    dst += step;
    v128.store(dst, within(c10, low, high));
    v128.store(dst, within(c11, low, high), 16);
    v128.store(dst, within(c12, low, high), 32);
    v128.store(dst, within(c13, low, high), 48);
    v128.store(dst, within(c14, low, high), 64);
    v128.store(dst, within(c15, low, high), 80);
    dst += step;
    v128.store(dst, within(c20, low, high));
    v128.store(dst, within(c21, low, high), 16);
    v128.store(dst, within(c22, low, high), 32);
    v128.store(dst, within(c23, low, high), 48);
    v128.store(dst, within(c24, low, high), 64);
    v128.store(dst, within(c25, low, high), 80);
    dst += step;
  }
}
