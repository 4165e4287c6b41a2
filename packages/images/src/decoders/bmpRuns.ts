/**
 * Unpacks the runs of a BMP of 8 or 4 bits a pixel, lowest row first.
 *
 * @returns an index into the palette for each pixel; those that are skipped have 0
 */
export function bmpRuns(packed: Uint8Array, width: number, height: number, depth: number): Uint8Array {
  const indices = new Uint8Array(width * height);
  const view = new DataView(packed.buffer, packed.byteOffset, packed.byteLength);
  let [at, x, y] = [0, 0, 0];
  const put = (index: number) => {
    if (x < width && y < height) indices[y * width + x] = index;
    x++;
  };
  const half = (byte: number, place: number) => (place % 2 === 0 ? byte >> 4 : byte & 15);
  while (y < height) {
    const count = view.getUint8(at);
    const value = view.getUint8(at + 1);
    at += 2;
    if (count > 0) {
      for (let place = 0; place < count; place++) put(depth === 8 ? value : half(value, place));
    } else if (value === 0) [x, y] = [0, y + 1];
    else if (value === 1) break;
    else if (value === 2) {
      x += view.getUint8(at);
      y += view.getUint8(at + 1);
      at += 2;
    } else {
      for (let place = 0; place < value; place++) {
        put(depth === 8 ? view.getUint8(at + place) : half(view.getUint8(at + (place >> 1)), place));
      }
      // What is not in runs is filled up to whole words.
      const bytes = depth === 8 ? value : Math.ceil(value / 2);
      at += bytes + (bytes % 2);
    }
  }
  return indices;
}
