import type { BytePicture } from "./BytePicture.ts";

/**
 * What EXIF's number means.
 *
 * @returns whether rows and columns are exchanged, and whether columns and rows, as they are stored, run the other way
 */
export function orientationOf(orientation: number): { turned: boolean; mirrored: boolean; flipped: boolean } {
  return {
    turned: orientation >= 5,
    mirrored: [2, 3, 7, 8].includes(orientation),
    flipped: [3, 4, 6, 7].includes(orientation),
  };
}

/**
 * Turns and mirrors a picture so that it stands as it was seen.
 *
 * @param orientation as EXIF numbers it: 1 is upright, 3 upside down, 6 is to be turned right by a quarter, 8 left
 */
export function orient(picture: BytePicture, orientation: number): BytePicture {
  if (orientation === 1) return picture;
  const { width, height, data } = picture;
  const { turned, mirrored, flipped } = orientationOf(orientation);
  const size = turned ? { width: height, height: width } : { width, height };
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
