/**
 * Puts pixels of red, green, blue and alpha on white ground, in place.
 *
 * @returns how opaque each of them was, from 0 to 255; undefined when all were wholly
 */
export function onWhite(data: Uint8Array | Uint8ClampedArray): Uint8Array | undefined {
  let alphas: Uint8Array | undefined;
  for (let at = 3; at < data.length; at += 4) {
    const alpha = data[at] as number;
    if (alpha === 255) continue;
    alphas ??= new Uint8Array(data.length / 4).fill(255);
    alphas[at >> 2] = alpha;
    for (let channel = at - 3; channel < at; channel++) {
      data[channel] = Math.round(255 + ((data[channel] as number) - 255) * (alpha / 255));
    }
    data[at] = 255;
  }
  return alphas;
}
