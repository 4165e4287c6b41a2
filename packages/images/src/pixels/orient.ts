import type { Frame } from "./frame.ts";

/**
 * Turns and mirrors a picture so that it stands as it was seen.
 *
 * @param orientation as EXIF numbers it: 1 is upright, 3 upside down, 6 is to be turned right by a quarter, 8 left
 */
export function orient(picture: Frame, orientation: number): Frame {
  if (orientation === 1) return picture;
  const { width, height, data } = picture;
  // From 5 on, rows and columns are exchanged.
  const turned = orientation >= 5;
  const size = turned ? { width: height, height: width } : { width, height };
  const mirrored = [2, 3, 7, 8].includes(orientation);
  const flipped = [3, 4, 6, 7].includes(orientation);
  const channels = data.length / (width * height);
  const oriented = new Uint8Array(data.length);
  for (let y = 0; y < size.height; y++) {
    for (let x = 0; x < size.width; x++) {
      const [column, row] = turned ? [y, x] : [x, y];
      const from = (flipped ? height - 1 - row : row) * width + (mirrored ? width - 1 - column : column);
      const to = y * size.width + x;
      for (let channel = 0; channel < channels; channel++) {
        oriented[to * channels + channel] = data[from * channels + channel] as number;
      }
    }
  }
  return { ...size, data: oriented };
}
