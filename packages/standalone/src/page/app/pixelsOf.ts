import { element } from "./element.ts";

/** A picture as the browser reads it: RGBA, row-major. */
export interface BrowserPicture {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray;
  /** Shows it. */
  readonly canvas: HTMLCanvasElement;
}

/** More pixels than any model looks at: larger pictures are read at this size. */
const longestSide = 1024;

/** Reads a picture, or what a camera shows now. */
export function pixelsOf(source: ImageBitmap | HTMLVideoElement): BrowserPicture {
  const [across, down] =
    source instanceof HTMLVideoElement
      ? [source.videoWidth, source.videoHeight]
      : [source.width, source.height];
  const scale = Math.min(1, longestSide / Math.max(across, down));
  const [width, height] = [Math.max(1, Math.round(across * scale)), Math.max(1, Math.round(down * scale))];
  const canvas = element("canvas", { width, height });
  const context = canvas.getContext("2d", { willReadFrequently: true }) as CanvasRenderingContext2D;
  // What can be seen through stands on white, as in training.
  context.fillStyle = "#fff";
  context.fillRect(0, 0, width, height);
  context.drawImage(source, 0, 0, width, height);
  return { width, height, data: context.getImageData(0, 0, width, height).data, canvas };
}
