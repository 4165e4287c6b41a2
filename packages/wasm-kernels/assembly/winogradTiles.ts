// Winograd's minimal filtering F(2x2, 3x3): what a tile of 2x2 outputs takes from 4x4 inputs by a 3x3 filter is
// y = At [(G g Gt) * (Bt d B)] A, with 16 multiplications in place of 36 (Lavin and Gray, "Fast Algorithms for Convolutional
// Neural Networks", 2015). The gradients are its adjoints, with as many. In one dimension
//
//   Bt d = (d0 - d2, d1 + d2, d2 - d1, d1 - d3)      G g = (g0, (g0 + g1 + g2) / 2, (g0 - g1 + g2) / 2, g2)
//   At m = (m0 + m1 + m2, m1 - m2 - m3)
//
// The sixteen values of a tile go to sixteen planes, so that the products are matrix products: `plane` is the bytes from
// one to the next. Channels are taken four at a time; there must be a multiple of four of them.
import { activate } from "./finishTile";

/** to = Bt d B, for the 4x4 pixels at `d`; `row` bytes from one row of them to the next. */
export function takeInput(d: usize, row: usize, channels: i32, to: usize, plane: usize): void {
  const pixel = (<usize>channels) << 2;
  for (const end = d + pixel; d < end; d += 16) {
    const d1 = d + row;
    const d2 = d1 + row;
    takeInputRow(d, d2, false, pixel, to, plane);
    takeInputRow(d1, d2, true, pixel, to + 4 * plane, plane);
    takeInputRow(d2, d1, false, pixel, to + 8 * plane, plane);
    takeInputRow(d1, d2 + row, false, pixel, to + 12 * plane, plane);
    to += 16;
  }
}

// @ts-ignore: decorator
@inline
function takeInputRow(a: usize, b: usize, sum: bool, pixel: usize, to: usize, plane: usize): void {
  const t0 = sum ? f32x4.add(v128.load(a), v128.load(b)) : f32x4.sub(v128.load(a), v128.load(b));
  a += pixel; b += pixel;
  const t1 = sum ? f32x4.add(v128.load(a), v128.load(b)) : f32x4.sub(v128.load(a), v128.load(b));
  a += pixel; b += pixel;
  const t2 = sum ? f32x4.add(v128.load(a), v128.load(b)) : f32x4.sub(v128.load(a), v128.load(b));
  a += pixel; b += pixel;
  const t3 = sum ? f32x4.add(v128.load(a), v128.load(b)) : f32x4.sub(v128.load(a), v128.load(b));
  v128.store(to, f32x4.sub(t0, t2));
  v128.store(to + plane, f32x4.add(t1, t2));
  v128.store(to + 2 * plane, f32x4.sub(t2, t1));
  v128.store(to + 3 * plane, f32x4.sub(t1, t3));
}

/**
 * y = activation(At m A + bias), of the outputs that lie inside.
 *
 * @param row bytes from one row of y to the next
 * @param bias address of `channels` floats, or 0
 * @param activation 0 none, 1 relu, 2 relu6
 * @param right whether the right two of the 2x2 outputs lie inside; likewise `below`
 */
export function giveOutput(
  m: usize, plane: usize, channels: i32, bias: usize, activation: i32, y: usize, row: usize, right: bool, below: bool,
): void {
  const pixel = (<usize>channels) << 2;
  for (let c: usize = 0; c < pixel; c += 16) {
    const offset = bias ? v128.load(bias + c) : f32x4.splat(0);
    const top1 = topOf(m + plane, plane);
    const top2 = topOf(m + 2 * plane, plane);
    v128.store(y, activate(f32x4.add(offset, f32x4.add(f32x4.add(topOf(m, plane), top1), top2)), activation));
    if (right) {
      const value = f32x4.sub(f32x4.sub(top1, top2), topOf(m + 3 * plane, plane));
      v128.store(y + pixel, activate(f32x4.add(offset, value), activation));
    }
    if (below) {
      const low1 = lowOf(m + plane, plane);
      const low2 = lowOf(m + 2 * plane, plane);
      v128.store(y + row, activate(f32x4.add(offset, f32x4.add(f32x4.add(lowOf(m, plane), low1), low2)), activation));
      if (right) {
        const value = f32x4.sub(f32x4.sub(low1, low2), lowOf(m + 3 * plane, plane));
        v128.store(y + row + pixel, activate(f32x4.add(offset, value), activation));
      }
    }
    m += 16;
    y += 16;
  }
}

// @ts-ignore: decorator
@inline
function topOf(m: usize, plane: usize): v128 {
  return f32x4.add(f32x4.add(v128.load(m), v128.load(m + 4 * plane)), v128.load(m + 8 * plane));
}

// @ts-ignore: decorator
@inline
function lowOf(m: usize, plane: usize): v128 {
  return f32x4.sub(f32x4.sub(v128.load(m + 4 * plane), v128.load(m + 8 * plane)), v128.load(m + 12 * plane));
}

/** to = A dy At, for the 2x2 gradients at `dy`; those that lie outside are zero. */
export function takeGradient(
  dy: usize, row: usize, channels: i32, right: bool, below: bool, to: usize, plane: usize,
): void {
  const pixel = (<usize>channels) << 2;
  const zero = f32x4.splat(0);
  for (const end = dy + pixel; dy < end; dy += 16) {
    const top0 = v128.load(dy);
    const top1 = right ? v128.load(dy + pixel) : zero;
    const low0 = below ? v128.load(dy + row) : zero;
    const low1 = right && below ? v128.load(dy + row + pixel) : zero;
    takeGradientRow(top0, top1, to, plane);
    takeGradientRow(f32x4.add(top0, low0), f32x4.add(top1, low1), to + 4 * plane, plane);
    takeGradientRow(f32x4.sub(top0, low0), f32x4.sub(top1, low1), to + 8 * plane, plane);
    takeGradientRow(f32x4.neg(low0), f32x4.neg(low1), to + 12 * plane, plane);
    to += 16;
  }
}

// @ts-ignore: decorator
@inline
function takeGradientRow(left: v128, right: v128, to: usize, plane: usize): void {
  v128.store(to, left);
  v128.store(to + plane, f32x4.add(left, right));
  v128.store(to + 2 * plane, f32x4.sub(left, right));
  v128.store(to + 3 * plane, f32x4.neg(right));
}

/** dx += B m Bt, for the 4x4 pixels at `dx`: tiles overlap. */
export function addInputGradient(m: usize, plane: usize, channels: i32, dx: usize, row: usize): void {
  const pixel = (<usize>channels) << 2;
  for (const end = dx + pixel; dx < end; dx += 16) {
    addInputGradientRow(m, 0, plane, dx, pixel);
    addInputGradientRow(m, 1, plane, dx + row, pixel);
    addInputGradientRow(m, 2, plane, dx + 2 * row, pixel);
    addInputGradientRow(m, 3, plane, dx + 3 * row, pixel);
    m += 16;
  }
}

// @ts-ignore: decorator
@inline
function addInputGradientRow(m: usize, index: i32, plane: usize, dx: usize, pixel: usize): void {
  const t0 = columnOfAdjoint(m, index, plane);
  const t1 = columnOfAdjoint(m + plane, index, plane);
  const t2 = columnOfAdjoint(m + 2 * plane, index, plane);
  const t3 = columnOfAdjoint(m + 3 * plane, index, plane);
  v128.store(dx, f32x4.add(v128.load(dx), t0));
  dx += pixel;
  v128.store(dx, f32x4.add(v128.load(dx), f32x4.add(f32x4.sub(t1, t2), t3)));
  dx += pixel;
  v128.store(dx, f32x4.add(v128.load(dx), f32x4.sub(f32x4.add(t1, t2), t0)));
  dx += pixel;
  v128.store(dx, f32x4.sub(v128.load(dx), t3));
}

// @ts-ignore: decorator
@inline
function columnOfAdjoint(m: usize, index: i32, plane: usize): v128 {
  if (index == 0) return v128.load(m);
  if (index == 3) return f32x4.neg(v128.load(m + 12 * plane));
  const m1 = v128.load(m + 4 * plane);
  const m2 = v128.load(m + 8 * plane);
  if (index == 1) return f32x4.add(f32x4.sub(m1, m2), v128.load(m + 12 * plane));
  return f32x4.sub(f32x4.add(m1, m2), v128.load(m));
}

/** to = G g Gt, for each of a plane of filters; taps lie as far apart as planes. */
export function transformFilter(g: usize, plane: usize, to: usize): void {
  const half = f32x4.splat(0.5);
  for (const end = g + plane; g < end; g += 16) {
    let tap = g;
    let at = to;
    for (let column = 0; column < 3; column++) {
      const g0 = v128.load(tap);
      const g1 = f32x4.mul(half, v128.load(tap + 3 * plane));
      const g2 = v128.load(tap + 6 * plane);
      const outer = f32x4.mul(half, f32x4.add(g0, g2));
      v128.store(at, g0);
      v128.store(at + 4 * plane, f32x4.add(outer, g1));
      v128.store(at + 8 * plane, f32x4.sub(outer, g1));
      v128.store(at + 12 * plane, g2);
      tap += plane;
      at += plane;
    }
    for (let row: usize = 0; row < 4; row++) {
      const line = to + 4 * row * plane;
      const g0 = v128.load(line);
      const g1 = f32x4.mul(half, v128.load(line + plane));
      const g2 = v128.load(line + 2 * plane);
      const outer = f32x4.mul(half, f32x4.add(g0, g2));
      v128.store(line + plane, f32x4.add(outer, g1));
      v128.store(line + 2 * plane, f32x4.sub(outer, g1));
      v128.store(line + 3 * plane, g2);
    }
    to += 16;
  }
}

/** dg = Gt m G, for each of a plane of filters; what `m` holds is lost. */
export function giveFilterGradient(m: usize, plane: usize, dg: usize): void {
  const half = f32x4.splat(0.5);
  for (const end = m + plane; m < end; m += 16) {
    for (let column: usize = 0; column < 4; column++) {
      const at = m + column * plane;
      const m1 = f32x4.mul(half, v128.load(at + 4 * plane));
      const m2 = f32x4.mul(half, v128.load(at + 8 * plane));
      const both = f32x4.add(m1, m2);
      v128.store(at, f32x4.add(v128.load(at), both));
      v128.store(at + 4 * plane, f32x4.sub(m1, m2));
      v128.store(at + 8 * plane, f32x4.add(both, v128.load(at + 12 * plane)));
    }
    for (let row: usize = 0; row < 3; row++) {
      const line = m + 4 * row * plane;
      const to = dg + 3 * row * plane;
      const m1 = f32x4.mul(half, v128.load(line + plane));
      const m2 = f32x4.mul(half, v128.load(line + 2 * plane));
      const both = f32x4.add(m1, m2);
      v128.store(to, f32x4.add(v128.load(line), both));
      v128.store(to + plane, f32x4.sub(m1, m2));
      v128.store(to + 2 * plane, f32x4.add(both, v128.load(line + 3 * plane)));
    }
    dg += 16;
  }
}
