// The tiles of a block, `count` of them from tile `first` on, counted through all images; between them and their planes.
// Blocks come in order, and an image is begun and finished by the same thread. It is copied to `cover` in one go, with zeros where
// tiles reach beyond it, since a tile on its own would wait for the memory at each line. `lines` is space for a transformation, and `plane`
// how many bytes a plane takes.
import { addInputGradient, giveOutput, takeGradient, takeInput } from "./loops";
import { padImage } from "./padImage";
import { giveImageToPlaces, poolImage } from "./places";
import { isFiniteRun, zeroRun } from "./vector";
import { TILE, WinogradShape } from "./winogradShape";

/** From the inputs to their planes. */
export function takeInputs(
  s: WinogradShape, x: usize, first: i32, count: i32, cover: usize, lines: usize, ins: usize, plane: usize,
): void {
  const channels = s.inChannels;
  const pixel = (<usize>channels) << 2;
  const row = (<usize>s.coverWidth) * pixel;
  const tiles = s.tilesOfImage;
  for (let i = first; i < first + count; i++) {
    const tile = i % tiles;
    if (tile == 0) {
      const image = x + (<usize>(i / tiles)) * s.inBytes;
      padImage(cover, s.coverHeight, s.coverWidth, image, s.inHeight, s.inWidth, channels, s.padTop, s.padLeft);
    }
    takeInput(cover + cornerOf(s, tile, row, pixel), row, pixel, ins, plane, lines);
    ins += pixel;
  }
}

/** From the planes of the inputs to their gradients; returns whether those are finite. */
export function addInputGradients(
  s: WinogradShape, ins: usize, plane: usize, dx: usize, first: i32, count: i32, cover: usize, lines: usize,
): bool {
  let finite = true;
  const channels = s.inChannels;
  const pixel = (<usize>channels) << 2;
  const row = (<usize>s.coverWidth) * pixel;
  const tiles = s.tilesOfImage;
  for (let i = first; i < first + count; i++) {
    const tile = i % tiles;
    if (tile == 0) zeroRun(cover, s.coverHeight * s.coverWidth * channels);
    addInputGradient(ins, plane, cover + cornerOf(s, tile, row, pixel), row, pixel, lines);
    if (tile == tiles - 1) {
      const image = dx + (<usize>(i / tiles)) * s.inBytes;
      padImage(image, s.inHeight, s.inWidth, cover, s.coverHeight, s.coverWidth, channels, -s.padTop, -s.padLeft);
      finite = isFiniteRun(cover, s.coverHeight * s.coverWidth * channels) && finite;
    }
    ins += pixel;
  }
  return finite;
}

/**
 * From the planes of the outputs to these, with bias and activation as in `gemm`.
 *
 * @param pooled as in `conv2d`, likewise `places`; then the outputs of an image go to `cover`, and what is pooled of them to y
 * @returns whether the sums are finite
 */
export function giveOutputs(
  s: WinogradShape, outs: usize, plane: usize, bias: usize, activation: i32, y: usize, pooled: bool,
  places: usize, first: i32, count: i32, cover: usize, lines: usize,
): bool {
  const channels = s.outChannels;
  const pixel = (<usize>channels) << 2;
  const row = (<usize>s.outWidth) * pixel;
  let finite = true;
  const tiles = s.tilesOfImage;
  for (let i = first; i < first + count; i++) {
    const tile = i % tiles;
    const image = pooled ? cover : y + (<usize>(i / tiles)) * s.outBytes;
    const to = image + cornerOf(s, tile, row, pixel);
    const width = min(TILE, s.outWidth - TILE * (tile % s.tilesWide));
    const height = min(TILE, s.outHeight - TILE * (tile / s.tilesWide));
    if (!giveOutput(outs, plane, bias, activation, to, row, pixel, width, height, lines)) finite = false;
    if (pooled && tile == tiles - 1) poolImage(s, cover, i / tiles, y, places);
    outs += pixel;
  }
  return finite;
}

/** From the gradients of the outputs to their planes; `places` and `positive` as in `conv2dBackpropFilter`. */
export function takeGradients(
  s: WinogradShape, dy: usize, places: usize, positive: usize, first: i32, count: i32, cover: usize, lines: usize,
  outs: usize, plane: usize,
): void {
  const channels = s.outChannels;
  const pixel = (<usize>channels) << 2;
  const height = TILE * s.tilesHigh;
  const width = TILE * s.tilesWide;
  const row = (<usize>width) * pixel;
  const tiles = s.tilesOfImage;
  for (let i = first; i < first + count; i++) {
    const tile = i % tiles;
    if (tile == 0) {
      const image = i / tiles;
      if (places) giveImageToPlaces(s, image, 0, pixel, dy, places, positive, cover, pixel, height, width);
      else padImage(cover, height, width, dy + (<usize>image) * s.outBytes, s.outHeight, s.outWidth, channels, 0, 0);
    }
    takeGradient(cover + cornerOf(s, tile, row, pixel), row, pixel, outs, plane, lines);
    outs += pixel;
  }
}

// Tiles lie four pixels apart, in the input as in the output.
// @ts-ignore: decorator
@inline
function cornerOf(s: WinogradShape, tile: i32, row: usize, pixel: usize): usize {
  return (<usize>(TILE * (tile / s.tilesWide))) * row + (<usize>(TILE * (tile % s.tilesWide))) * pixel;
}
