import { PAGE_SIZE, type Stroke } from "../../state/drawing.ts";

/** As wide as MNIST's lines are: about a tenth of the digit's height, 200 of the page's 280. */
const PEN_WIDTH = 22;

/** Draws lines with a round pen on the whole of a canvas, in the colour that the context has for lines. */
export function drawStrokes(
  context: CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D,
  strokes: readonly Stroke[],
): void {
  const scale = context.canvas.width / PAGE_SIZE;
  context.lineWidth = PEN_WIDTH * scale;
  context.lineCap = "round";
  context.lineJoin = "round";
  for (const [start, ...rest] of strokes) {
    if (!start) continue;
    context.beginPath();
    context.moveTo(start.x * scale, start.y * scale);
    // A canvas draws no line that has no length, so a dot is a very short one.
    context.lineTo(start.x * scale + 0.01, start.y * scale);
    for (const { x, y } of rest) context.lineTo(x * scale, y * scale);
    context.stroke();
  }
}
