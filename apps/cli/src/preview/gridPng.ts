import { encode } from "fast-png";
import type { Rgb } from "../terminal/colour.ts";
import { gridColours } from "./gridColours.ts";
import type { GridLayout, Tile } from "./gridLayout.ts";
import { textPixels } from "./textPixels.ts";

/** Draws a grid of labelled images as a PNG: greys as ink on paper, labels in a font of pixels. */
export function gridPng(layout: GridLayout): Uint8Array {
  const { width, height, tiles } = layout;
  const data = new Uint8Array(width * height * 3);
  const fill = (left: number, top: number, size: number, colour: Rgb): void => {
    for (let y = top; y < top + size; y++) {
      for (let x = left; x < left + size; x++) data.set(colour, (y * width + x) * 3);
    }
  };
  for (let at = 0; at < data.length; at += 3) data.set(gridColours.page, at);
  for (const tile of tiles) {
    drawImage(tile, layout, fill);
    drawLabel(tile, layout, fill);
  }
  return encode({ width, height, channels: 3, depth: 8, data });
}

type Fill = (left: number, top: number, size: number, colour: Rgb) => void;

function drawImage({ sample: { picture }, left, top }: Tile, { scale }: GridLayout, fill: Fill): void {
  const { width, height, channels, data } = picture;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = (y * width + x) * channels;
      const paper = 255 - (data[at] ?? 0);
      const colour: Rgb =
        channels === 1 ? [paper, paper, paper] : [data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0];
      fill(left + x * scale, top + y * scale, scale, colour);
    }
  }
}

function drawLabel({ sample: { label }, labelCentre, labelTop }: Tile, layout: GridLayout, fill: Fill): void {
  const { width, ink } = textPixels(label);
  const dot = width * 2 <= layout.labelWidth ? 2 : 1;
  const left = Math.round(labelCentre - (width * dot) / 2);
  for (const { x, y } of ink) fill(left + x * dot, labelTop + y * dot, dot, gridColours.label);
}
