import type { NdArray } from "@minibatch/datasets";

/**
 * Sizes a canvas and colours its pixels: those above 0 in the colour of its style that is for what speaks for, those below 0 in that for what
 * speaks against, the stronger the further they are from 0.
 *
 * @param pixels `[height, width]`
 */
export function paintSpeaking(context: CanvasRenderingContext2D, { data, shape }: NdArray): void {
  const [height = 1, width = 1] = shape;
  const { canvas } = context;
  canvas.width = width;
  canvas.height = height;
  const style = getComputedStyle(canvas);
  let most = 0;
  for (const value of data) most = Math.max(most, Math.abs(value));
  for (const [at, value] of Array.from(data).entries()) {
    context.globalAlpha = most > 0 ? Math.sqrt(Math.abs(value) / most) : 0;
    context.fillStyle = style.getPropertyValue(value > 0 ? "--speaks-for" : "--speaks-against");
    context.fillRect(at % width, Math.floor(at / width), 1, 1);
  }
}
