// The inner loop of a convolution: tiles of sums in registers, over pixels where they lie. Nothing is packed or laid
// out: windows overlap, and their nine-fold copy would be read once. It goes over the tiles itself, too: a first layer's has nine steps.
import { highest, lowest, within } from "./bounds";
import { FUSED, multiplyAdd } from "./multiplyAdd";

/** `multiplyDirect` of loops.ts, of eight columns. */
// @ts-ignore: decorator
@inline
export function multiplyDirect(
  source: usize, rows: usize, count: i32, list: usize, depth: i32, b: usize, bias: usize, activation: i32, dst: usize,
  step: usize,
): void {
  if (FUSED) sixRows(source, rows, count, list, depth, b, bias, activation, dst, step);
  else fourRows(source, rows, count, list, depth, b, bias, activation, dst, step);
}

function fourRows(
  source: usize, rows: usize, count: i32, list: usize, depth: i32, b: usize, bias: usize, activation: i32, dst: usize,
  step: usize,
): void {
  const low = lowest(activation), high = highest(activation);
  const end = list + ((<usize>depth) << 2);
  for (const last = rows + ((<usize>count) << 2); rows < last; rows += 16) {
    const a0 = source + load<i32>(rows);
    const a1 = source + load<i32>(rows, 4);
    const a2 = source + load<i32>(rows, 8);
    const a3 = source + load<i32>(rows, 12);
    let c00 = f32x4.splat(0), c01 = c00;
    if (bias) {
      c00 = v128.load(bias);
      c01 = v128.load(bias, 16);
    }
    let c10 = c00, c11 = c01;
    let c20 = c00, c21 = c01;
    let c30 = c00, c31 = c01;
    let panel = b;
    for (let p = list; p < end; p += 4) {
      const at = load<i32>(p);
      const b0 = v128.load(panel);
      const b1 = v128.load(panel, 16);
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
      panel += 32;
    }
    v128.store(dst, within(c00, low, high));
    v128.store(dst, within(c01, low, high), 16);
    dst += step;
    v128.store(dst, within(c10, low, high));
    v128.store(dst, within(c11, low, high), 16);
    dst += step;
    v128.store(dst, within(c20, low, high));
    v128.store(dst, within(c21, low, high), 16);
    dst += step;
    v128.store(dst, within(c30, low, high));
    v128.store(dst, within(c31, low, high), 16);
    dst += step;
  }
}

function sixRows(
  source: usize, rows: usize, count: i32, list: usize, depth: i32, b: usize, bias: usize, activation: i32, dst: usize,
  step: usize,
): void {
  const low = lowest(activation), high = highest(activation);
  const end = list + ((<usize>depth) << 2);
  for (const last = rows + ((<usize>count) << 2); rows < last; rows += 24) {
    const a0 = source + load<i32>(rows);
    const a1 = source + load<i32>(rows, 4);
    const a2 = source + load<i32>(rows, 8);
    const a3 = source + load<i32>(rows, 12);
    const a4 = source + load<i32>(rows, 16);
    const a5 = source + load<i32>(rows, 20);
    let c00 = f32x4.splat(0), c01 = c00;
    if (bias) {
      c00 = v128.load(bias);
      c01 = v128.load(bias, 16);
    }
    let c10 = c00, c11 = c01;
    let c20 = c00, c21 = c01;
    let c30 = c00, c31 = c01;
    let c40 = c00, c41 = c01;
    let c50 = c00, c51 = c01;
    let panel = b;
    for (let p = list; p < end; p += 4) {
      const at = load<i32>(p);
      const b0 = v128.load(panel);
      const b1 = v128.load(panel, 16);
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
      row = v128.load_splat<f32>(a4 + at);
      c40 = multiplyAdd(row, b0, c40);
      c41 = multiplyAdd(row, b1, c41);
      row = v128.load_splat<f32>(a5 + at);
      c50 = multiplyAdd(row, b0, c50);
      c51 = multiplyAdd(row, b1, c51);
      panel += 32;
    }
    v128.store(dst, within(c00, low, high));
    v128.store(dst, within(c01, low, high), 16);
    dst += step;
    v128.store(dst, within(c10, low, high));
    v128.store(dst, within(c11, low, high), 16);
    dst += step;
    v128.store(dst, within(c20, low, high));
    v128.store(dst, within(c21, low, high), 16);
    dst += step;
    v128.store(dst, within(c30, low, high));
    v128.store(dst, within(c31, low, high), 16);
    dst += step;
    v128.store(dst, within(c40, low, high));
    v128.store(dst, within(c41, low, high), 16);
    dst += step;
    v128.store(dst, within(c50, low, high));
    v128.store(dst, within(c51, low, high), 16);
    dst += step;
  }
}
