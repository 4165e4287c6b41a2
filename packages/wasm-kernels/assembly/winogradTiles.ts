// Winograd's minimal filtering F(4x4, 3x3): a tile of 4x4 outputs is y = At [(G g Gt) * (Bt d B)] A, of 6x6 inputs, with 36
// multiplications in place of 144. Each transformation is the one-dimensional one (winogradLines.ts) of the columns, then of
// the rows.
//
// The 36 values of a tile go to as many planes, so that the products are matrix products: `plane` is the bytes from one to
// the next. Channels are taken four at a time; there must be a multiple of four of them. `lines` is space for LINES_BYTES.
import { activate } from "./finishTile";
import { isSpoiled, spoil } from "./vector";
import {
  filterGradientLine, filterLine, inputGradientLine, inputLine, outputGradientLine, outputLine,
} from "./winogradLines";

/** Bytes between the two directions of a transformation: 6x6 values of four channels. */
export const LINES_BYTES: usize = 576;
const LINE: usize = 96;

/** to = Bt d B, for the 6x6 pixels at `d`; `row` bytes from one row of them to the next. */
export function takeInput(d: usize, row: usize, channels: i32, to: usize, plane: usize, lines: usize): void {
  const pixel = (<usize>channels) << 2;
  for (const end = d + pixel; d < end; d += 16) {
    for (let x: usize = 0; x < 6; x++) inputLine(d + x * pixel, row, lines + 16 * x, LINE);
    for (let y: usize = 0; y < 6; y++) inputLine(lines + LINE * y, 16, to + 6 * y * plane, plane);
    to += 16;
  }
}

/** dx += B m Bt, for the 6x6 pixels at `dx`: tiles overlap. */
export function addInputGradient(m: usize, plane: usize, channels: i32, dx: usize, row: usize, lines: usize): void {
  const pixel = (<usize>channels) << 2;
  for (const end = dx + pixel; dx < end; dx += 16) {
    for (let x: usize = 0; x < 6; x++) inputGradientLine(m + x * plane, 6 * plane, lines + 16 * x, LINE, false);
    for (let y: usize = 0; y < 6; y++) inputGradientLine(lines + LINE * y, 16, dx + y * row, pixel, true);
    m += 16;
  }
}

/**
 * y = activation(At m A + bias), of the outputs that lie inside.
 *
 * @param bias address of `channels` floats, or 0
 * @param activation 0 none, 1 relu, 2 relu6
 * @param row bytes from one row of y to the next
 * @param width outputs of a row that lie inside, 1 to 4; likewise `height`
 * @returns whether the sums are finite
 */
export function giveOutput(
  m: usize, plane: usize, channels: i32, bias: usize, activation: i32, y: usize, row: usize, width: i32, height: i32,
  lines: usize,
): bool {
  let spoiled = f32x4.splat(0);
  const pixel = (<usize>channels) << 2;
  for (let c: usize = 0; c < pixel; c += 16) {
    const offset = bias ? v128.load(bias + c) : f32x4.splat(0);
    for (let x: usize = 0; x < 6; x++) outputLine(m + x * plane, 6 * plane, lines + 16 * x, LINE);
    for (let i = 0; i < height; i++) {
      const line = lines + LINE * (<usize>i);
      // The four results fit where the line lies, whose values are read by then.
      outputLine(line, 16, line, 16);
      let to = y + (<usize>i) * row;
      for (let x = 0; x < width; x++) {
        const sum = v128.load(line + ((<usize>x) << 4));
        spoiled = spoil(spoiled, sum);
        v128.store(to, activate(f32x4.add(offset, sum), activation));
        to += pixel;
      }
    }
    m += 16;
    y += 16;
  }
  return !isSpoiled(spoiled);
}

/** to = A dy At, for the 4x4 gradients at `dy`; `row` bytes from one row of them to the next. */
export function takeGradient(dy: usize, row: usize, channels: i32, to: usize, plane: usize, lines: usize): void {
  const pixel = (<usize>channels) << 2;
  for (const end = dy + pixel; dy < end; dy += 16) {
    for (let x: usize = 0; x < 4; x++) outputGradientLine(dy + x * pixel, row, lines + 16 * x, LINE);
    for (let y: usize = 0; y < 6; y++) outputGradientLine(lines + LINE * y, 16, to + 6 * y * plane, plane);
    to += 16;
  }
}

/** to = G g Gt, for so many bytes of each tap's weights; `tap` is the bytes from one tap to the next. */
export function transformFilter(g: usize, bytes: usize, tap: usize, to: usize, plane: usize, lines: usize): void {
  for (const end = g + bytes; g < end; g += 16) {
    for (let x: usize = 0; x < 3; x++) filterLine(g + x * tap, 3 * tap, lines + 16 * x, LINE);
    for (let y: usize = 0; y < 6; y++) filterLine(lines + LINE * y, 16, to + 6 * y * plane, plane);
    to += 16;
  }
}

/** dg = Gt m G, likewise. */
export function giveFilterGradient(m: usize, plane: usize, dg: usize, bytes: usize, tap: usize, lines: usize): void {
  for (const end = dg + bytes; dg < end; dg += 16) {
    for (let x: usize = 0; x < 6; x++) filterGradientLine(m + x * plane, 6 * plane, lines + 16 * x, LINE);
    for (let y: usize = 0; y < 3; y++) filterGradientLine(lines + LINE * y, 16, dg + 3 * y * tap, tap);
    m += 16;
  }
}
