import { prepareDigit } from "@minibatch/datasets";
import { type Drawing, isEmpty } from "../../state/drawing.ts";
import { drawStrokes } from "./drawStrokes.ts";

/** Fine enough for 20 pixels of digit, and quick to read back. */
const SIZE = 140;

let paper: OffscreenCanvasRenderingContext2D | null = null;

/** What the network sees of a drawing: 28 x 28 bytes, white on black, centred as MNIST's digits are; none on an empty page. */
export function digitOf(drawing: Drawing): Uint8Array | undefined {
  if (drawing.type === "example") return drawing.image;
  if (isEmpty(drawing)) return undefined;
  paper ??= new OffscreenCanvas(SIZE, SIZE).getContext("2d", { willReadFrequently: true });
  if (!paper) return undefined;
  paper.fillStyle = "#000";
  paper.fillRect(0, 0, SIZE, SIZE);
  paper.strokeStyle = "#fff";
  drawStrokes(paper, drawing.strokes);
  const { data } = paper.getImageData(0, 0, SIZE, SIZE);
  // Grey: one channel tells all.
  const grey = Float32Array.from({ length: SIZE * SIZE }, (_, at) => data[at * 4] ?? 0);
  return prepareDigit({ width: SIZE, height: SIZE, data: grey });
}
