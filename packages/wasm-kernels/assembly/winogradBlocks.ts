// The tiles of a block, `count` of them from tile `first` on, counted through all images; between them and their planes.
// Blocks come in order, and an image is begun and finished by the same thread, in `cover` where it needs padding. The lines of a transformation lie behind that.
import { padImage } from "./padImage";
import { poolToPlaces } from "./places";
import { zeroRun } from "./vector";
import { TILE, WinogradShape } from "./winogradShape";
import { addInputGradient, giveOutput, takeGradient, takeInput } from "./winogradTiles";

/** From the inputs to their planes. */
export function takeInputs(s: WinogradShape, x: usize, first: i32, count: i32, cover: usize, ins: usize): void {
  const lines = cover + s.coverBytes;
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
    takeInput((covers ? image : cover) + cornerOf(s, tile, row, pixel), row, channels, ins, plane, lines);
    ins += pixel;
  }
}

/** From the planes of the inputs to their gradients. */
export function addInputGradients(s: WinogradShape, ins: usize, dx: usize, first: i32, count: i32, cover: usize): void {
  const lines = cover + s.coverBytes;
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
    addInputGradient(ins, plane, channels, sums + cornerOf(s, tile, row, pixel), row, lines);
    if (!covers && tile == tiles - 1) {
      padImage(image, s.inHeight, s.inWidth, cover, s.coverHeight, s.coverWidth, channels, -s.padTop, -s.padLeft);
    }
    ins += pixel;
  }
}

/**
 * From the planes of the outputs to these, with bias and activation as in `gemm`.
 *
 * @param outputs space for the outputs of an image where they are pooled, to y and to `places` as in `conv2d`
 */
export function giveOutputs(
  s: WinogradShape, outs: usize, bias: usize, activation: i32, y: usize, first: i32, count: i32, cover: usize,
  outputs: usize, places: usize,
): void {
  const lines = cover + s.coverBytes;
  const channels = s.outChannels;
  const pixel = (<usize>channels) << 2;
  const row = (<usize>s.outWidth) * pixel;
  const plane = s.outPlane;
  const tiles = s.tilesOfImage;
  for (let i = first; i < first + count; i++) {
    const tile = i % tiles;
    const image = places ? outputs : y + (<usize>(i / tiles)) * s.outBytes;
    const to = image + cornerOf(s, tile, row, pixel);
    giveOutput(outs, plane, channels, bias, activation, to, row, widthOf(s, tile), heightOf(s, tile), lines);
    if (places && tile == tiles - 1) {
      const at = (<usize>(i / tiles)) * (<usize>((s.outHeight >> 1) * (s.outWidth >> 1) * channels));
      poolToPlaces(outputs, s.outHeight, s.outWidth, channels, y + (at << 2), places + at);
    }
    outs += pixel;
  }
}

/** From the gradients of the outputs to their planes. */
export function takeGradients(s: WinogradShape, dy: usize, first: i32, count: i32, cover: usize, outs: usize): void {
  const lines = cover + s.coverBytes;
  const channels = s.outChannels;
  const pixel = (<usize>channels) << 2;
  const row = (<usize>s.outWidth) * pixel;
  const plane = s.outPlane;
  const tiles = s.tilesOfImage;
  for (let i = first; i < first + count; i++) {
    const tile = i % tiles;
    const from = dy + (<usize>((i / tiles) * s.outHeight)) * row + cornerOf(s, tile, row, pixel);
    takeGradient(from, row, channels, widthOf(s, tile), heightOf(s, tile), outs, plane, lines);
    outs += pixel;
  }
}

// Tiles lie four pixels apart, in the input as in the output.
// @ts-ignore: decorator
@inline
function cornerOf(s: WinogradShape, tile: i32, row: usize, pixel: usize): usize {
  return (<usize>(TILE * (tile / s.tilesWide))) * row + (<usize>(TILE * (tile % s.tilesWide))) * pixel;
}

// The last column and row of tiles hang over where the outputs are no multiple of four.
// @ts-ignore: decorator
@inline
function widthOf(s: WinogradShape, tile: i32): i32 {
  return min(TILE, s.outWidth - TILE * (tile % s.tilesWide));
}

// @ts-ignore: decorator
@inline
function heightOf(s: WinogradShape, tile: i32): i32 {
  return min(TILE, s.outHeight - TILE * (tile / s.tilesWide));
}
