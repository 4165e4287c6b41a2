import type { PreviewSample } from "./PreviewSample.ts";

/** Small images are enlarged to about this many pixels. */
const TILE = 128;
const MARGIN = 32;
const GAP = 24;
/** From an image to its label, and the room that the label has. */
const LABEL_GAP = 8;
const LABEL_HEIGHT = 18;

/** Where things stand in a grid of labelled images, in pixels. */
export interface GridLayout {
  readonly width: number;
  readonly height: number;
  /** How often each pixel of an image is repeated. */
  readonly scale: number;
  /** The width that a label may take without touching the next one. */
  readonly labelWidth: number;
  readonly labelHeight: number;
  readonly tiles: readonly Tile[];
}

/** One image of a grid. */
export interface Tile {
  readonly sample: PreviewSample;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** The middle of the label, and its upper edge. */
  readonly labelCentre: number;
  readonly labelTop: number;
}

/** Lays out images of one size, row by row. */
export function gridLayout(samples: readonly PreviewSample[], columns: number): GridLayout {
  const { width: imageWidth = 1, height: imageHeight = 1 } = samples[0]?.picture ?? {};
  const scale = Math.max(1, Math.round(TILE / Math.max(imageWidth, imageHeight)));
  const [width, height] = [imageWidth * scale, imageHeight * scale];
  const across = Math.min(columns, samples.length);
  const down = Math.ceil(samples.length / across);
  const rowHeight = height + LABEL_GAP + LABEL_HEIGHT + GAP;
  return {
    width: 2 * MARGIN + across * (width + GAP) - GAP,
    height: 2 * MARGIN + down * rowHeight - GAP,
    scale,
    labelWidth: width + GAP - 8,
    labelHeight: LABEL_HEIGHT,
    tiles: samples.map((sample, at) => {
      const left = MARGIN + (at % across) * (width + GAP);
      const top = MARGIN + Math.floor(at / across) * rowHeight;
      const labelTop = top + height + LABEL_GAP;
      return { sample, left, top, width, height, labelCentre: left + width / 2, labelTop };
    }),
  };
}
