// The tiles of a block, `count` of them from tile `first` on, counted through all images; between them and their planes.
// Blocks come in order, and an image is begun and finished by the same thread, in `cover` where it needs padding.
import { padImage } from "./padImage";
import { zeroRun } from "./vector";
import { WinogradShape } from "./winogradShape";
import { addInputGradient, giveOutput, takeGradient, takeInput } from "./winogradTiles";

/** From the inputs to their planes. */
export function takeInputs(s: WinogradShape, x: usize, first: i32, count: i32, cover: usize, ins: usize): void {
  const covers = s.covers;
  const channels = s.inChannels;
  const pixel = (<usize>channels) << 2;
  const row = (<usize>s.coverWidth) * pixel;
  const plane = s.inPlane;
  const tiles = s.tilesOfImage;
  for (let i = first; i < first + count; i++) {
    const tile = i % tiles;
    const image = x + (<usize>((i / tiles) * s.inHeight * s.inWidth)) * pixel;
    if (!covers && tile == 0) {
      padImage(cover, s.coverHeight, s.coverWidth, image, s.inHeight, s.inWidth, channels, s.padTop, s.padLeft);
    }
    takeInput((covers ? image : cover) + cornerOf(s, tile, row, pixel), row, channels, ins, plane);
    ins += pixel;
  }
}

/** From the planes of the inputs to their gradients. */
export function addInputGradients(s: WinogradShape, ins: usize, dx: usize, first: i32, count: i32, cover: usize): void {
  const covers = s.covers;
  const channels = s.inChannels;
  const pixel = (<usize>channels) << 2;
  const row = (<usize>s.coverWidth) * pixel;
  const plane = s.inPlane;
  const tiles = s.tilesOfImage;
  for (let i = first; i < first + count; i++) {
    const tile = i % tiles;
    const image = dx + (<usize>((i / tiles) * s.inHeight * s.inWidth)) * pixel;
    const sums = covers ? image : cover;
    if (tile == 0) zeroRun(sums, s.coverHeight * s.coverWidth * channels);
    addInputGradient(ins, plane, channels, sums + cornerOf(s, tile, row, pixel), row);
    if (!covers && tile == tiles - 1) {
      padImage(image, s.inHeight, s.inWidth, cover, s.coverHeight, s.coverWidth, channels, -s.padTop, -s.padLeft);
    }
    ins += pixel;
  }
}

/** From the planes of the outputs to these, with bias and activation as in `gemm`. */
export function giveOutputs(
  s: WinogradShape, outs: usize, bias: usize, activation: i32, y: usize, first: i32, count: i32,
): void {
  const channels = s.outChannels;
  const pixel = (<usize>channels) << 2;
  const row = (<usize>s.outWidth) * pixel;
  const plane = s.outPlane;
  const tiles = s.tilesOfImage;
  for (let i = first; i < first + count; i++) {
    const tile = i % tiles;
    const to = y + (<usize>((i / tiles) * s.outHeight)) * row + cornerOf(s, tile, row, pixel);
    giveOutput(outs, plane, channels, bias, activation, to, row, hasRight(s, tile), hasBelow(s, tile));
    outs += pixel;
  }
}

/** From the gradients of the outputs to their planes. */
export function takeGradients(s: WinogradShape, dy: usize, first: i32, count: i32, outs: usize): void {
  const channels = s.outChannels;
  const pixel = (<usize>channels) << 2;
  const row = (<usize>s.outWidth) * pixel;
  const plane = s.outPlane;
  const tiles = s.tilesOfImage;
  for (let i = first; i < first + count; i++) {
    const tile = i % tiles;
    const from = dy + (<usize>((i / tiles) * s.outHeight)) * row + cornerOf(s, tile, row, pixel);
    takeGradient(from, row, channels, hasRight(s, tile), hasBelow(s, tile), outs, plane);
    outs += pixel;
  }
}

// Tiles lie two pixels apart, in the input as in the output.
// @ts-ignore: decorator
@inline
function cornerOf(s: WinogradShape, tile: i32, row: usize, pixel: usize): usize {
  return (<usize>(2 * (tile / s.tilesWide))) * row + (<usize>(2 * (tile % s.tilesWide))) * pixel;
}

// The last column and row of tiles hang over where there is an odd number of outputs.
// @ts-ignore: decorator
@inline
function hasRight(s: WinogradShape, tile: i32): bool {
  return 2 * (tile % s.tilesWide) + 1 < s.outWidth;
}

// @ts-ignore: decorator
@inline
function hasBelow(s: WinogradShape, tile: i32): bool {
  return 2 * (tile / s.tilesWide) + 1 < s.outHeight;
}
