// Max pooling over windows of 2x2 that touch, which notes the place of the largest input of each, a byte for each output: 0 and 1
// in the first row of the window, 2 and 3 in its second. The inputs are not needed after that. Channels are taken four at a time;
// there must be a multiple of four of them. A row or column that fills no window is left out.
//
// Places are good where all inputs are finite. Otherwise tfjs passes over what is not a number, and has it again in the gradient:
// whoever needs that has to look at the inputs.
import { ConvShape } from "./convShape";
import { halveImage } from "./loops";
import { isSpoiled, spoil } from "./vector";

/** Where a pooled convolution notes that the places are no good. */
// @ts-ignore: decorator
@inline
export function spoiledAt(shape: ConvShape, places: usize): usize {
  return places + (<usize>shape.batch) * shape.pooledFloats;
}

/**
 * An image of a convolution's outputs, pooled.
 *
 * @param y address of what is pooled of all images
 * @param places 0; or the address of the places of all images, behind which is noted that they are no good
 */
export function poolImage(s: ConvShape, outputs: usize, image: i32, y: usize, places: usize): void {
  const at = (<usize>image) * s.pooledFloats;
  const to = y + (at << 2);
  if (!places) halveImage(outputs, s.outHeight, s.outWidth, (<usize>s.outChannels) << 2, to);
  else if (!poolToPlaces(outputs, s.outHeight, s.outWidth, s.outChannels, to, places + at)) store<u8>(spoiledAt(s, places), 1);
}

/** y and `places` of an image of `height` x `width` pixels; returns whether its inputs are finite. */
function poolToPlaces(x: usize, height: i32, width: i32, channels: i32, y: usize, places: usize): bool {
  const least = f32x4.splat(f32.NEGATIVE_INFINITY);
  let spoiled = f32x4.splat(0);
  const pixel = (<usize>channels) << 2;
  const row = (<usize>width) * pixel;
  for (let oy = 0; oy < height >> 1; oy++) {
    let from = x + (<usize>(2 * oy)) * row;
    for (let ox = 0; ox < width >> 1; ox++) {
      for (const end = from + pixel; from < end; from += 16) {
        const x0 = v128.load(from);
        const x1 = v128.load(from + pixel);
        const x2 = v128.load(from + row);
        const x3 = v128.load(from + row + pixel);
        // The first of equal ones, as in tfjs.
        const right = f32x4.gt(x1, x0);
        const rightBelow = f32x4.gt(x3, x2);
        // pmax keeps the first of two values unless the second is larger.
        const upper = f32x4.pmax(f32x4.pmax(least, x0), x1);
        const lower = f32x4.pmax(f32x4.pmax(least, x2), x3);
        spoiled = spoil(spoiled, f32x4.add(f32x4.add(x0, x1), f32x4.add(x2, x3)));
        const below = f32x4.gt(lower, upper);
        v128.store(y, f32x4.pmax(upper, lower));
        const column = v128.and(v128.bitselect(rightBelow, right, below), i32x4.splat(1));
        const place = v128.or(column, v128.and(below, i32x4.splat(2)));
        const halves = i16x8.narrow_i32x4_u(place, place);
        store<i32>(places, i32x4.extract_lane(i8x16.narrow_i16x8_u(halves, halves), 0));
        y += 16;
        places += 4;
      }
      from += pixel;
    }
    if (width & 1) spoiled = spoilRun(spoilRun(spoiled, from, pixel), from + row, pixel);
  }
  if (height & 1) spoiled = spoilRun(spoiled, x + (<usize>(height - 1)) * row, row);
  return !isSpoiled(spoiled);
}

function spoilRun(spoiled: v128, from: usize, bytes: usize): v128 {
  for (const end = from + bytes; from < end; from += 16) spoiled = spoil(spoiled, v128.load(from));
  return spoiled;
}

/**
 * Some channels of the gradient of an image before its pooling: dy at the place of its window, and zero elsewhere.
 *
 * @param positive 0; or, where the pooled values came from a relu, their address: the gradient goes on through it
 * @param pixel bytes from one pixel of dy to the next; of `positive` likewise, and of `places` a quarter of it
 * @param height windows of the image; likewise `width`
 * @param bytes how many of a pixel: a multiple of 16
 * @param dx where the gradient goes, `dxPixel` bytes from one pixel to the next, of `dxHeight` x `dxWidth` pixels: what is more than the
 *   windows have is zero
 */
export function giveToPlaces(
  places: usize, positive: usize, dy: usize, pixel: usize, height: i32, width: i32, bytes: usize,
  dx: usize, dxPixel: usize, dxHeight: i32, dxWidth: i32,
): void {
  const row = (<usize>dxWidth) * dxPixel;
  // Without relu all are open; what is read then is there, and does not matter.
  const always = i32x4.splat(positive ? 0 : -1);
  const values = positive ? positive : dy;
  let from: usize = 0;
  for (let oy = 0; oy < height; oy++) {
    let to = dx;
    for (let ox = 0; ox < width; ox++) {
      for (let c: usize = 0; c < bytes; c += 16) {
        const at = from + c;
        const open = v128.or(always, f32x4.gt(v128.load(values + at), f32x4.splat(0)));
        // Not all of dy need be finite.
        const gradient = f32x4.mul(v128.load(dy + at), v128.and(open, f32x4.splat(1)));
        const place = i32x4.extend_low_i16x8_u(i16x8.extend_low_i8x16_u(v128.load32_zero(places + (at >> 2))));
        const target = to + c;
        v128.store(target, v128.and(gradient, i32x4.eq(place, i32x4.splat(0))));
        v128.store(target + dxPixel, v128.and(gradient, i32x4.eq(place, i32x4.splat(1))));
        v128.store(target + row, v128.and(gradient, i32x4.eq(place, i32x4.splat(2))));
        v128.store(target + row + dxPixel, v128.and(gradient, i32x4.eq(place, i32x4.splat(3))));
      }
      from += pixel;
      to += 2 * dxPixel;
    }
    const left = dx + row - to;
    if (left) {
      memory.fill(to, 0, left);
      memory.fill(to + row, 0, left);
    }
    dx += 2 * row;
  }
  memory.fill(dx, 0, (<usize>(dxHeight - 2 * height)) * row);
}

/**
 * `giveToPlaces` for an image of a convolution's outputs, from one of its channels on.
 *
 * @param dy address of the pooled gradients of the first image; `places` and `positive` likewise
 */
export function giveImageToPlaces(
  s: ConvShape, image: i32, channel: i32, bytes: usize, dy: usize, places: usize, positive: usize,
  dx: usize, dxPixel: usize, dxHeight: i32, dxWidth: i32,
): void {
  const at = (<usize>image) * s.pooledFloats + (<usize>channel);
  giveToPlaces(
    places + at, positive ? positive + (at << 2) : 0, dy + (at << 2), (<usize>s.outChannels) << 2, s.outHeight >> 1,
    s.outWidth >> 1, bytes, dx, dxPixel, dxHeight, dxWidth,
  );
}
