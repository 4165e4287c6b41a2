/** The squares of a row. */
const columns = 12;

/** The side of a square, and the gap to the next one, in pixels of the canvas. */
const [side, gap] = [9, 1];

/**
 * Sizes a canvas and fills it with a square for each value: the stronger, the fuller, in the colour of the text above 0 and of what is
 * wrong below.
 */
export function paintUnits(context: CanvasRenderingContext2D, values: ArrayLike<number>): void {
  const { canvas } = context;
  const style = getComputedStyle(canvas);
  const rows = Math.ceil(values.length / columns);
  canvas.width = Math.min(columns, values.length) * (side + gap);
  canvas.height = rows * (side + gap);
  const all = Array.from(values);
  const most = all.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  for (const [index, value] of all.entries()) {
    const [left, top] = [(index % columns) * (side + gap), Math.floor(index / columns) * (side + gap)];
    context.globalAlpha = 0.08;
    context.fillStyle = style.color;
    context.fillRect(left, top, side, side);
    context.globalAlpha = most > 0 ? Math.abs(value) / most : 0;
    context.fillStyle = value < 0 ? style.getPropertyValue("--second-class") : style.color;
    context.fillRect(left, top, side, side);
  }
}
