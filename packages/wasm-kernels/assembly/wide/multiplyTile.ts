// The inner loop of the matrix product, for vectors of 256 bits: twelve sums of eight lanes, as many as sixteen registers hold beside two values of
// B and one of A. In lines, as it is for the loop of 128 bits: V8 makes pairs of what is stored side by side, and unrolls no loop.
import { multiplyAdd } from "../multiplyAdd";

/** `multiplyTile` of loops.ts, of six rows and sixteen columns. */
export function multiplyTile(
  a: usize, aRow: usize, aStep: usize, b: usize, bStep: usize, depth: i32, dst: usize, step: usize,
): void {
  let c00 = f32x4.splat(0), c01 = c00, c02 = c00, c03 = c00;
  let c10 = c00, c11 = c00, c12 = c00, c13 = c00;
  let c20 = c00, c21 = c00, c22 = c00, c23 = c00;
  let c30 = c00, c31 = c00, c32 = c00, c33 = c00;
  let c40 = c00, c41 = c00, c42 = c00, c43 = c00;
  let c50 = c00, c51 = c00, c52 = c00, c53 = c00;
  const aRow2 = 2 * aRow;
  for (const end = a + (<usize>depth) * aStep; a < end; a += aStep) {
    const below = a + aRow2 + aRow;
    const b0 = v128.load(b);
    const b1 = v128.load(b, 16);
    const b2 = v128.load(b, 32);
    const b3 = v128.load(b, 48);
    let row = v128.load_splat<f32>(a);
    c00 = multiplyAdd(row, b0, c00);
    c01 = multiplyAdd(row, b1, c01);
    c02 = multiplyAdd(row, b2, c02);
    c03 = multiplyAdd(row, b3, c03);
    row = v128.load_splat<f32>(a + aRow);
    c10 = multiplyAdd(row, b0, c10);
    c11 = multiplyAdd(row, b1, c11);
    c12 = multiplyAdd(row, b2, c12);
    c13 = multiplyAdd(row, b3, c13);
    row = v128.load_splat<f32>(a + aRow2);
    c20 = multiplyAdd(row, b0, c20);
    c21 = multiplyAdd(row, b1, c21);
    c22 = multiplyAdd(row, b2, c22);
    c23 = multiplyAdd(row, b3, c23);
    row = v128.load_splat<f32>(below);
    c30 = multiplyAdd(row, b0, c30);
    c31 = multiplyAdd(row, b1, c31);
    c32 = multiplyAdd(row, b2, c32);
    c33 = multiplyAdd(row, b3, c33);
    row = v128.load_splat<f32>(below + aRow);
    c40 = multiplyAdd(row, b0, c40);
    c41 = multiplyAdd(row, b1, c41);
    c42 = multiplyAdd(row, b2, c42);
    c43 = multiplyAdd(row, b3, c43);
    row = v128.load_splat<f32>(below + aRow2);
    c50 = multiplyAdd(row, b0, c50);
    c51 = multiplyAdd(row, b1, c51);
    c52 = multiplyAdd(row, b2, c52);
    c53 = multiplyAdd(row, b3, c53);
    b += bStep;
  }
  v128.store(dst, c00);
  v128.store(dst, c01, 16);
  v128.store(dst, c02, 32);
  v128.store(dst, c03, 48);
  dst += step;
  v128.store(dst, c10);
  v128.store(dst, c11, 16);
  v128.store(dst, c12, 32);
  v128.store(dst, c13, 48);
  dst += step;
  v128.store(dst, c20);
  v128.store(dst, c21, 16);
  v128.store(dst, c22, 32);
  v128.store(dst, c23, 48);
  dst += step;
  v128.store(dst, c30);
  v128.store(dst, c31, 16);
  v128.store(dst, c32, 32);
  v128.store(dst, c33, 48);
  dst += step;
  v128.store(dst, c40);
  v128.store(dst, c41, 16);
  v128.store(dst, c42, 32);
  v128.store(dst, c43, 48);
  dst += step;
  v128.store(dst, c50);
  v128.store(dst, c51, 16);
  v128.store(dst, c52, 32);
  v128.store(dst, c53, 48);
}
