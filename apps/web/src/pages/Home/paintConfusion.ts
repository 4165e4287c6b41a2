/**
 * Paints a confusion matrix: what is right in the colour of the first class, along the diagonal, and mistakes in that of the second.
 *
 * @param heat how much colour each cell has, 0 to 1, row by row
 */
export function paintConfusion(
  context: CanvasRenderingContext2D,
  heat: ArrayLike<number>,
  side: number,
): void {
  const { canvas } = context;
  const style = getComputedStyle(canvas);
  const [right, wrong] = ["--first-class", "--second-class"].map((name) => style.getPropertyValue(name));
  canvas.width = canvas.height = side * (cellPixels + 1) - 1;
  for (let cell = 0; cell < side * side; cell += 1) {
    const [row, column] = [Math.floor(cell / side), cell % side];
    context.globalAlpha = heat[cell] ?? 0;
    context.fillStyle = (row === column ? right : wrong) ?? "";
    context.fillRect(column * (cellPixels + 1), row * (cellPixels + 1), cellPixels, cellPixels);
  }
  context.globalAlpha = 1;
}

/** Along each side of a cell. */
const cellPixels = 15;
