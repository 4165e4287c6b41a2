import { ConvShape } from "./convShape";
import { LINES_BYTES } from "./winogradTiles";

/** Rows and columns of outputs of a tile. */
export const TILE: i32 = 4;
/** Products of a tile. */
export const PLANES: i32 = 36;

// The planes of a block, in and out, take half of the second-level cache.
const BLOCK_FLOATS: i32 = 131072;
// For the gradient of a filter, blocks of up to so many tiles: each is added to all planes of that gradient, which with many channels do
// not stay in that cache.
const FILTER_BLOCK: i32 = 64;
// Planes that lie a power of two apart would throw each other out of the cache: they lie three cache lines further.
const PLANE_GAP: i32 = 48;
// With fewer channels the transformations cost more than they save; so they do where tiles hang over the edge.
const CHANNELS: i32 = 16;
const WORTH: f64 = 1.3;

/** A convolution, cut into tiles of 4x4 outputs. */
@unmanaged
export class WinogradShape extends ConvShape {
  get tilesHigh(): i32 {
    return (this.outHeight + TILE - 1) / TILE;
  }

  get tilesWide(): i32 {
    return (this.outWidth + TILE - 1) / TILE;
  }

  get tilesOfImage(): i32 {
    return this.tilesHigh * this.tilesWide;
  }

  /** Rows and columns of the input that the tiles reach over. */
  get coverHeight(): i32 {
    return TILE * this.tilesHigh + 2;
  }

  get coverWidth(): i32 {
    return TILE * this.tilesWide + 2;
  }

  get coverBytes(): usize {
    return (<usize>(this.coverHeight * this.coverWidth * this.inChannels)) << 2;
  }

  /** Bytes of the outputs that the tiles reach over. */
  get outCoverBytes(): usize {
    return (<usize>(TILE * this.tilesHigh * TILE * this.tilesWide * this.outChannels)) << 2;
  }

  /** Tiles that are worked on together, a multiple of all heights of a panel (productTile.ts) where there are enough. */
  get block(): i32 {
    const tiles = BLOCK_FLOATS / (PLANES * (this.inChannels + this.outChannels));
    return min(max(12, tiles - tiles % 12), this.batch * this.tilesOfImage);
  }

  /** As `block`, for the gradient of the filter. */
  get filterBlock(): i32 {
    const worth = 2 * this.inChannels * this.outChannels / (this.inChannels + this.outChannels);
    return min(max(this.block, min(FILTER_BLOCK, worth)), this.batch * this.tilesOfImage);
  }

  /** Bytes of a tap of the filter. */
  get filterTap(): usize {
    return (<usize>(this.inChannels * this.outChannels)) << 2;
  }

  /** Bytes of a plane of the filter. */
  get filterPlane(): usize {
    return (<usize>(this.inChannels * this.outChannels + PLANE_GAP)) << 2;
  }

  /** Bytes for what an image's tiles reach over, in and out, the lines of a transformation, and the planes of a block. */
  blockBytes(block: i32): usize {
    const planes = planeBytes(block, this.inChannels) + planeBytes(block, this.outChannels);
    return this.coverBytes + LINES_BYTES + this.outCoverBytes + (<usize>PLANES) * planes;
  }
}

/** Bytes of a plane of so many tiles. */
// @ts-ignore: decorator
@inline
export function planeBytes(tiles: i32, channels: i32): usize {
  return (<usize>(tiles * channels + PLANE_GAP)) << 2;
}

/** Whether Winograd's algorithm can compute this convolution, and is faster. */
export function isWinograd(shape: ConvShape): bool {
  const s = changetype<WinogradShape>(shape);
  if (s.filterHeight != 3 || s.filterWidth != 3 || s.strideHeight != 1 || s.strideWidth != 1) return false;
  if (s.dilationHeight != 1 || s.dilationWidth != 1 || ((s.inChannels | s.outChannels) & 3) != 0) return false;
  if (s.inChannels < CHANNELS || s.outChannels < CHANNELS) return false;
  return <f64>(9 * s.outHeight * s.outWidth) >= WORTH * <f64>(PLANES * s.tilesOfImage);
}
