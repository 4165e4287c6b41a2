import { imageUri } from "@minibatch/training";
import { html } from "../report/html.ts";
import type { Rgb } from "../terminal/colour.ts";
import { gridColours } from "./gridColours.ts";
import type { GridLayout, Tile } from "./gridLayout.ts";

/**
 * Draws a grid of labelled images as an SVG that needs no other file.
 *
 * @param title what it shows, for those who cannot see it
 */
export function gridSvg({ width, height, labelHeight, tiles }: GridLayout, title: string): string {
  const drawn = tiles.map((tile) => tileSvg(tile, labelHeight));
  return html`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="${title}">
<title>${title}</title>
<style>image { image-rendering: pixelated } text { font: 16px system-ui, "Segoe UI", Roboto, Helvetica, Arial, sans-serif; text-anchor: middle; fill: ${css(gridColours.label)} }</style>
<rect width="${width}" height="${height}" fill="${css(gridColours.page)}"/>
${drawn}</svg>
`.text;
}

function tileSvg({ sample, left, top, width, height, labelCentre, labelTop }: Tile, labelHeight: number) {
  const { picture, label, index } = sample;
  const { channels } = picture;
  const uri = imageUri(picture.data, [picture.height, picture.width, channels], { inverted: channels === 1 });
  return html`<image x="${left}" y="${top}" width="${width}" height="${height}" href="${uri}"><title>${label}, sample ${index}</title></image>
<text x="${labelCentre}" y="${labelTop + labelHeight * 0.78}">${label}</text>
`;
}

function css(colour: Rgb): string {
  return `rgb(${colour.join(", ")})`;
}
