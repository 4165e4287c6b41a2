/** The brightness of each pixel, as ITU-R BT.601 weighs red, green and blue. */
export function greyOf(rgb: Uint8Array): Uint8Array {
  const grey = new Uint8Array(rgb.length / 3);
  for (let pixel = 0; pixel < grey.length; pixel++) {
    const at = pixel * 3;
    grey[pixel] = Math.round(
      0.299 * (rgb[at] as number) + 0.587 * (rgb[at + 1] as number) + 0.114 * (rgb[at + 2] as number),
    );
  }
  return grey;
}

/** Whether the colours of no pixel lie further apart than so many of 255. */
export function isGrey(rgb: Uint8Array, tolerance: number): boolean {
  for (let at = 0; at < rgb.length; at += 3) {
    const [red, green, blue] = [rgb[at] as number, rgb[at + 1] as number, rgb[at + 2] as number];
    if (Math.max(red, green, blue) - Math.min(red, green, blue) > tolerance) return false;
  }
  return true;
}

/** A picture as grey or in colour, whichever of the two it is. */
export function withChannels(pixels: Uint8Array, from: number, to: number): Uint8Array {
  if (from === to) return pixels;
  if (to === 1) return greyOf(pixels);
  const rgb = new Uint8Array(pixels.length * 3);
  for (let at = 0; at < rgb.length; at++) rgb[at] = pixels[Math.floor(at / 3)] as number;
  return rgb;
}
