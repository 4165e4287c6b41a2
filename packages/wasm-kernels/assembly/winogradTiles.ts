// Winograd's minimal filtering F(4x4, 3x3): a tile of 4x4 outputs is y = At [(G g Gt) * (Bt d B)] A, of 6x6 inputs, with 36
// multiplications in place of 144. Each transformation is the one-dimensional one (winogradLines.ts) of the columns, then of
// the rows.
//
// The 36 values of a tile go to as many planes, so that the products are matrix products: `plane` is the bytes from one to
// the next. So many `bytes` of the channels are taken, vector by vector or pair by pair (pairs.ts), whose multiple they are; a pixel has
// `pixel` bytes. `lines` is space for LINES_BYTES.
import { highest, lowest, within } from "./bounds";
import { second, storePair, STRIDE } from "./pairs";
import { isSpoiled, spoil } from "./vector";
import {
  filterGradientLine, filterLine, inputGradientLine, inputLine, outputGradientLine, outputLine,
} from "./winogradLines";
import { PAIRED, WIDE } from "./width";

/** Bytes between the two directions of a transformation: 6x6 values of four channels, or of eight. */
export const LINES_BYTES: usize = WIDE || PAIRED ? 1152 : 576;
const LINE: usize = 6 * STRIDE;

/** to = Bt d B, for the 6x6 pixels at `d`; `row` bytes from one row of them to the next. */
export function takeInput(d: usize, row: usize, pixel: usize, bytes: usize, to: usize, plane: usize, lines: usize): void {
  for (const end = d + bytes; d < end; d += STRIDE) {
    for (let x: usize = 0; x < 6; x++) inputLine(d + x * pixel, row, lines + STRIDE * x, LINE);
    for (let y: usize = 0; y < 6; y++) inputLine(lines + LINE * y, STRIDE, to + 6 * y * plane, plane);
    to += STRIDE;
  }
}

/** dx += B m Bt, for the 6x6 pixels at `dx`: tiles overlap. */
export function addInputGradient(
  m: usize, plane: usize, dx: usize, row: usize, pixel: usize, bytes: usize, lines: usize,
): void {
  for (const end = dx + bytes; dx < end; dx += STRIDE) {
    for (let x: usize = 0; x < 6; x++) inputGradientLine(m + x * plane, 6 * plane, lines + STRIDE * x, LINE, false);
    for (let y: usize = 0; y < 6; y++) inputGradientLine(lines + LINE * y, STRIDE, dx + y * row, pixel, true);
    m += STRIDE;
  }
}

/**
 * y = activation(At m A + bias), of the outputs that lie inside.
 *
 * @param bias address of a float for each channel, or 0
 * @param activation 0 none, 1 relu, 2 relu6
 * @param row bytes from one row of y to the next
 * @param width outputs of a row that lie inside, 1 to 4; likewise `height`
 * @returns whether the sums are finite
 */
export function giveOutput(
  m: usize, plane: usize, bias: usize, activation: i32, y: usize, row: usize, pixel: usize, bytes: usize, width: i32,
  height: i32, lines: usize,
): bool {
  const low = lowest(activation), high = highest(activation);
  // No branch for the bias, as no pair is made across two ways: without one something that is there is read, and nothing is left of it.
  const given = <usize>(bias != 0);
  const mask = i32x4.splat(-(<i32>given));
  let spoiled = f32x4.splat(0), otherSpoiled = spoiled;
  for (let c: usize = 0; c < bytes; c += STRIDE) {
    const start = m + given * (bias + c - m);
    const offset = v128.and(v128.load(start), mask), otherOffset = v128.and(second(start), mask);
    for (let x: usize = 0; x < 6; x++) outputLine(m + x * plane, 6 * plane, lines + STRIDE * x, LINE);
    for (let i = 0; i < height; i++) {
      let line = lines + LINE * (<usize>i);
      // The four results fit where the line lies, whose values are read by then.
      outputLine(line, STRIDE, line, STRIDE);
      let to = y + (<usize>i) * row;
      for (let x = 0; x < width; x++) {
        const sum = v128.load(line), otherSum = second(line);
        spoiled = spoil(spoiled, sum);
        if (PAIRED) otherSpoiled = spoil(otherSpoiled, otherSum);
        storePair(
          to, within(f32x4.add(offset, sum), low, high), within(f32x4.add(otherOffset, otherSum), low, high),
        );
        line += STRIDE;
        to += pixel;
      }
    }
    m += STRIDE;
    y += STRIDE;
  }
  if (!PAIRED) return !isSpoiled(spoiled);
  // By way of memory: it is what makes one vector of the two all the way.
  storePair(lines, spoiled, otherSpoiled);
  return !isSpoiled(v128.load(lines)) && !isSpoiled(second(lines));
}

/** to = A dy At, for the 4x4 gradients at `dy`; `row` bytes from one row of them to the next. */
export function takeGradient(dy: usize, row: usize, pixel: usize, bytes: usize, to: usize, plane: usize, lines: usize): void {
  for (const end = dy + bytes; dy < end; dy += STRIDE) {
    for (let x: usize = 0; x < 4; x++) outputGradientLine(dy + x * pixel, row, lines + STRIDE * x, LINE);
    for (let y: usize = 0; y < 6; y++) outputGradientLine(lines + LINE * y, STRIDE, to + 6 * y * plane, plane);
    to += STRIDE;
  }
}

/** to = G g Gt, for so many bytes of each tap's weights; `tap` is the bytes from one tap to the next. */
export function transformFilter(g: usize, bytes: usize, tap: usize, to: usize, plane: usize, lines: usize): void {
  for (const end = g + bytes; g < end; g += STRIDE) {
    for (let x: usize = 0; x < 3; x++) filterLine(g + x * tap, 3 * tap, lines + STRIDE * x, LINE);
    for (let y: usize = 0; y < 6; y++) filterLine(lines + LINE * y, STRIDE, to + 6 * y * plane, plane);
    to += STRIDE;
  }
}

/** dg = Gt m G, likewise. */
export function giveFilterGradient(m: usize, plane: usize, dg: usize, bytes: usize, tap: usize, lines: usize): void {
  for (const end = dg + bytes; dg < end; dg += STRIDE) {
    for (let x: usize = 0; x < 6; x++) filterGradientLine(m + x * plane, 6 * plane, lines + STRIDE * x, LINE);
    for (let y: usize = 0; y < 3; y++) filterGradientLine(lines + LINE * y, STRIDE, dg + 3 * y * tap, tap);
    m += STRIDE;
  }
}
