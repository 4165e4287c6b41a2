/** Puts pixels of red, green, blue and alpha on white ground, in place. */
export function onWhite(data: Uint8Array | Uint8ClampedArray): void {
  for (let at = 0; at < data.length; at += 4) {
    const alpha = data[at + 3] as number;
    if (alpha === 255) continue;
    for (let channel = at; channel < at + 3; channel++) {
      data[channel] = Math.round(255 + ((data[channel] as number) - 255) * (alpha / 255));
    }
    data[at + 3] = 255;
  }
}
