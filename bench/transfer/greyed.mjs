/** The brightness of colour images, their middle 28x28 pixels: what a network for grey ones can learn from. */
export function greyed({ x, y }) {
  const [rows, height, width, channels] = x.shape;
  const side = 28;
  const [top, left] = [(height - side) >> 1, (width - side) >> 1];
  const data = new Uint8Array(rows * side * side);
  for (let row = 0, at = 0; row < rows; row += 1) {
    for (let line = 0; line < side; line += 1) {
      for (let column = 0; column < side; column += 1, at += 1) {
        const from = ((row * height + top + line) * width + left + column) * channels;
        data[at] = 0.299 * x.data[from] + 0.587 * x.data[from + 1] + 0.114 * x.data[from + 2];
      }
    }
  }
  return { x: { data, shape: [rows, side, side, 1] }, y };
}
