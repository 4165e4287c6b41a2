// Max pooling over windows of 2x2 that touch, where nobody asks for the places of the maxima: see places.ts for the other case.
import { second, storePair, STRIDE } from "./pairs";

/**
 * y = the maxima of an image of `height` x `width` pixels. A row or column that fills no window is left out; values that are not a number
 * are passed over, as in tfjs.
 *
 * @param pixel bytes from one pixel to the next, of y likewise
 * @param bytes how many of a pixel are taken: vector by vector or pair by pair (pairs.ts), whose multiple they are
 */
export function halveImage(x: usize, height: i32, width: i32, pixel: usize, bytes: usize, y: usize): void {
  const row = (<usize>width) * pixel;
  const least = f32x4.splat(f32.NEGATIVE_INFINITY);
  for (let oy = 0; oy < height >> 1; oy++) {
    let from = x;
    for (let ox = 0; ox < width >> 1; ox++) {
      for (let c: usize = 0; c < bytes; c += STRIDE) {
        const x0 = from + c;
        const x2 = x0 + row;
        storePair(
          y + c,
          largest(largest(largest(largest(least, v128.load(x0)), v128.load(x0 + pixel)), v128.load(x2)), v128.load(x2 + pixel)),
          largest(largest(largest(largest(least, second(x0)), second(x0 + pixel)), second(x2)), second(x2 + pixel)),
        );
      }
      from += 2 * pixel;
      y += pixel;
    }
    x += 2 * row;
  }
}

// pmax keeps the first of two values unless the second is larger.
// @ts-ignore: decorator
@inline
function largest(a: v128, b: v128): v128 {
  return f32x4.pmax(a, b);
}
