// The inner loop of a convolution, for vectors of 256 bits: see directTile.ts.
import { highest, lowest, within } from "../bounds";
import { multiplyAdd } from "../multiplyAdd";

/** `multiplyDirect` of loops.ts, of four rows and sixteen columns. */
export function multiplyDirect(
  a0: usize, a1: usize, a2: usize, a3: usize, n0: i32, s0: usize, n1: i32, s1: usize, n2: i32, s2: usize,
  b: usize, bias: usize, activation: i32, dst: usize, step: usize,
): void {
  const low = lowest(activation), high = highest(activation);
  let from: usize = 0;
  // No branch for the bias, as no pair is made across two ways: without one something that is there is read, and nothing is left of it.
  const given = <usize>(bias != 0);
  const start = b + given * (bias - b);
  const mask = i32x4.splat(-(<i32>given));
  let c00 = v128.and(v128.load(start), mask);
  let c01 = v128.and(v128.load(start, 16), mask);
  let c02 = v128.and(v128.load(start, 32), mask);
  let c03 = v128.and(v128.load(start, 48), mask);
  let c10 = c00, c11 = c01, c12 = c02, c13 = c03;
  let c20 = c00, c21 = c01, c22 = c02, c23 = c03;
  let c30 = c00, c31 = c01, c32 = c02, c33 = c03;
  for (let i = 0; i < n0; i++) {
    let line = from;
    for (let j = 0; j < n1; j++) {
      let at = line;
      for (let p = 0; p < n2; p++) {
        const b0 = v128.load(b);
        const b1 = v128.load(b, 16);
        const b2 = v128.load(b, 32);
        const b3 = v128.load(b, 48);
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
        at += s2;
        b += 64;
      }
      line += s1;
    }
    from += s0;
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
}
