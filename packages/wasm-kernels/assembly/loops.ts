// The inner loops that most of the time goes to: by the wide loops (width.ts) in the build that stands on them, as far as these go, and by
// this module's own in the others. Sums are the same, in the same order.
import { LAST_COLUMNS } from "./directPanels";
import * as direct from "./directTile";
import * as halving from "./halveImage";
import { multiplyEightColumns } from "./productTile";
import { WIDE } from "./width";
import * as tiles from "./winogradTiles";

// @ts-ignore: decorator
@external("wide", "multiplyTile")
declare function wideMultiplyTile(
  a: usize, aRow: usize, aStep: usize, b: usize, bStep: usize, depth: i32, dst: usize, step: usize,
): void;
// @ts-ignore: decorator
@external("wide", "multiplyDirect")
declare function wideMultiplyDirect(
  source: usize, rows: usize, count: i32, list: usize, depth: i32, b: usize, bias: usize, activation: i32, dst: usize,
  step: usize,
): void;
// @ts-ignore: decorator
@external("wide", "multiplyDirect24")
declare function wideMultiplyDirect24(
  source: usize, rows: usize, count: i32, list: usize, depth: i32, b: usize, bias: usize, activation: i32, dst: usize,
  step: usize,
): void;
// @ts-ignore: decorator
@external("wide", "takeInput")
declare function wideTakeInput(d: usize, row: usize, pixel: usize, bytes: usize, to: usize, plane: usize, lines: usize): void;
// @ts-ignore: decorator
@external("wide", "addInputGradient")
declare function wideAddInputGradient(
  m: usize, plane: usize, dx: usize, row: usize, pixel: usize, bytes: usize, lines: usize,
): void;
// @ts-ignore: decorator
@external("wide", "giveOutput")
declare function wideGiveOutput(
  m: usize, plane: usize, bias: usize, activation: i32, y: usize, row: usize, pixel: usize, bytes: usize, width: i32,
  height: i32, lines: usize,
): bool;
// @ts-ignore: decorator
@external("wide", "takeGradient")
declare function wideTakeGradient(
  dy: usize, row: usize, pixel: usize, bytes: usize, to: usize, plane: usize, lines: usize,
): void;
// @ts-ignore: decorator
@external("wide", "transformFilter")
declare function wideTransformFilter(g: usize, bytes: usize, tap: usize, to: usize, plane: usize, lines: usize): void;
// @ts-ignore: decorator
@external("wide", "giveFilterGradient")
declare function wideGiveFilterGradient(m: usize, plane: usize, dg: usize, bytes: usize, tap: usize, lines: usize): void;
// @ts-ignore: decorator
@external("wide", "halveImage")
declare function wideHalveImage(x: usize, height: i32, width: i32, pixel: usize, bytes: usize, y: usize): void;

// Of so many bytes, those of whole pairs of vectors.
// @ts-ignore: decorator
@inline
function wideOf(bytes: usize): usize {
  return WIDE ? bytes & ~31 : 0;
}

/**
 * dst[MR, NR] = A B.
 *
 * @param a address of element (0, 0) of A; rows lie `aRow` bytes apart, and what is multiplied one after the other `aStep`
 * @param b address of element (0, 0) of B, whose columns lie side by side, and rows `bStep` bytes apart
 * @param step bytes from one row of dst to the next
 */
// @ts-ignore: decorator
@inline
export function multiplyTile(
  a: usize, aRow: usize, aStep: usize, b: usize, bStep: usize, depth: i32, dst: usize, step: usize,
): void {
  if (WIDE) wideMultiplyTile(a, aRow, aStep, b, bStep, depth, dst, step);
  else multiplyEightColumns(a, aRow, aStep, b, bStep, depth, dst, step);
}

/**
 * dst[count, columns] = activation(bias[column] + the sum over p of source[rows[row] + list[p]] * b[p][column]), tile after tile.
 *
 * @param columns those of the panel (`panelColumns`)
 * @param rows address of a list of bytes (windowOffsets.ts); it is read, and dst written, up to the end of a tile (`tileRows`)
 * @param list likewise, of `depth`
 * @param b address of a panel, element (p, column) at p * columns + column
 * @param bias address of as many floats as there are columns, or 0
 * @param activation 0 none, 1 relu, 2 relu6
 * @param step bytes from one row of dst to the next
 */
// @ts-ignore: decorator
@inline
export function multiplyDirect(
  columns: i32, source: usize, rows: usize, count: i32, list: usize, depth: i32, b: usize, bias: usize, activation: i32,
  dst: usize, step: usize,
): void {
  if (!WIDE) direct.multiplyDirect(source, rows, count, list, depth, b, bias, activation, dst, step);
  else if (columns == LAST_COLUMNS) wideMultiplyDirect24(source, rows, count, list, depth, b, bias, activation, dst, step);
  else wideMultiplyDirect(source, rows, count, list, depth, b, bias, activation, dst, step);
}

/** As in winogradTiles.ts, with `bytes` a multiple of 16; so are those below. */
// @ts-ignore: decorator
@inline
export function takeInput(d: usize, row: usize, pixel: usize, to: usize, plane: usize, lines: usize): void {
  const wide = wideOf(pixel);
  if (wide) wideTakeInput(d, row, pixel, wide, to, plane, lines);
  if (wide < pixel) tiles.takeInput(d + wide, row, pixel, pixel - wide, to + wide, plane, lines);
}

// @ts-ignore: decorator
@inline
export function addInputGradient(m: usize, plane: usize, dx: usize, row: usize, pixel: usize, lines: usize): void {
  const wide = wideOf(pixel);
  if (wide) wideAddInputGradient(m, plane, dx, row, pixel, wide, lines);
  if (wide < pixel) tiles.addInputGradient(m + wide, plane, dx + wide, row, pixel, pixel - wide, lines);
}

// @ts-ignore: decorator
@inline
export function giveOutput(
  m: usize, plane: usize, bias: usize, activation: i32, y: usize, row: usize, pixel: usize, width: i32, height: i32,
  lines: usize,
): bool {
  const wide = wideOf(pixel);
  let finite = true;
  if (wide) finite = wideGiveOutput(m, plane, bias, activation, y, row, pixel, wide, width, height, lines);
  if (wide == pixel) return finite;
  const rest = bias ? bias + wide : 0;
  return tiles.giveOutput(m + wide, plane, rest, activation, y + wide, row, pixel, pixel - wide, width, height, lines) && finite;
}

// @ts-ignore: decorator
@inline
export function takeGradient(dy: usize, row: usize, pixel: usize, to: usize, plane: usize, lines: usize): void {
  const wide = wideOf(pixel);
  if (wide) wideTakeGradient(dy, row, pixel, wide, to, plane, lines);
  if (wide < pixel) tiles.takeGradient(dy + wide, row, pixel, pixel - wide, to + wide, plane, lines);
}

// @ts-ignore: decorator
@inline
export function transformFilter(g: usize, bytes: usize, tap: usize, to: usize, plane: usize, lines: usize): void {
  const wide = wideOf(bytes);
  if (wide) wideTransformFilter(g, wide, tap, to, plane, lines);
  if (wide < bytes) tiles.transformFilter(g + wide, bytes - wide, tap, to + wide, plane, lines);
}

// @ts-ignore: decorator
@inline
export function giveFilterGradient(m: usize, plane: usize, dg: usize, bytes: usize, tap: usize, lines: usize): void {
  const wide = wideOf(bytes);
  if (wide) wideGiveFilterGradient(m, plane, dg, wide, tap, lines);
  if (wide < bytes) tiles.giveFilterGradient(m + wide, plane, dg + wide, bytes - wide, tap, lines);
}

/** As in halveImage.ts, of all channels. */
// @ts-ignore: decorator
@inline
export function halveImage(x: usize, height: i32, width: i32, pixel: usize, y: usize): void {
  const wide = wideOf(pixel);
  if (wide) wideHalveImage(x, height, width, pixel, wide, y);
  if (wide < pixel) halving.halveImage(x + wide, height, width, pixel, pixel - wide, y + wide);
}
