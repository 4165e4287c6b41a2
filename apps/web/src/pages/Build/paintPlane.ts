import type { NdArray } from "@minibatch/datasets";
import type { PlanePoint } from "@minibatch/recipes";

/** Along each side of the canvas; twice what it mostly takes of the screen, so that points are sharp. */
export const planePixels = 800;

/** So strong the ground of a class is where the network is sure. */
const strength = 0.55;

/**
 * Paints the plane: the ground in the colour of the class that the network answers, paler where it is less sure, and points on it, a disc
 * for the first class and a square for the second. Colours are those of the canvas' style, and sizes go with its width. So does the time, where
 * nothing but the processor paints: some 15 ms for `planePixels` along each side.
 *
 * @param boundary the probability of the second class, `[rows, columns]`
 */
export function paintPlane(
  context: CanvasRenderingContext2D,
  points: readonly PlanePoint[],
  boundary: NdArray | undefined,
): void {
  const style = getComputedStyle(context.canvas);
  const colours = ["--first-class", "--second-class"].map((name) => style.getPropertyValue(name));
  const [first = "", second = ""] = colours;
  const scale = context.canvas.width / planePixels;
  context.setTransform(scale, 0, 0, scale, 0, 0);
  context.clearRect(0, 0, planePixels, planePixels);
  if (boundary) paintGround(context, boundary, first, second);
  context.lineWidth = 3;
  context.strokeStyle = style.backgroundColor;
  for (const { x, y, label } of points) {
    const [left, top] = [((x + 1) / 2) * planePixels, ((1 - y) / 2) * planePixels];
    context.beginPath();
    if (label === 0) context.arc(left, top, 9, 0, 2 * Math.PI);
    else context.rect(left - 8, top - 8, 16, 16);
    context.fillStyle = label === 0 ? first : second;
    context.fill();
    context.stroke();
  }
}

/** The colours of both classes over the plane, as strong as each cell is of one; cells run into each other. */
function paintGround(
  context: CanvasRenderingContext2D,
  { data, shape }: NdArray,
  first: string,
  second: string,
): void {
  const [rows = 0, columns = 0] = shape;
  const small = new OffscreenCanvas(columns, rows);
  const ground = small.getContext("2d", { willReadFrequently: true });
  if (!ground) return;
  const [ofFirst, ofSecond] = [first, second].map((colour) => {
    ground.fillStyle = colour;
    ground.fillRect(0, 0, 1, 1);
    return ground.getImageData(0, 0, 1, 1).data.subarray(0, 3);
  }) as [Uint8ClampedArray, Uint8ClampedArray];
  const image = ground.createImageData(columns, rows);
  for (const [cell, probability] of Array.from(data).entries()) {
    image.data.set(probability < 0.5 ? ofFirst : ofSecond, 4 * cell);
    image.data[4 * cell + 3] = 255 * strength * Math.abs(2 * probability - 1);
  }
  ground.putImageData(image, 0, 0);
  context.imageSmoothingQuality = "high";
  context.drawImage(small, 0, 0, planePixels, planePixels);
}
