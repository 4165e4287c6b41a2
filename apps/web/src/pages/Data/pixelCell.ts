/** How the number of a pixel is drawn. */
export interface PixelCell {
  /** The ground; none is that of the page. */
  readonly fill: string | undefined;
  readonly opacity: number;
  /** The class of the number on it. */
  readonly text: "on-ink" | "on-bright" | "zero" | undefined;
}

/** How bright red, green and blue are when they are full, against white: WCAG's relative luminance. */
const luminances = [0.2126, 0.7152, 0.0722] as const;
/** On what is brighter than this, black has more contrast than white. */
const middle = 0.179;

/**
 * Colours the number of a pixel as the picture has it: grey ones are ink on the page; of a colour image 0 is black, and 255 is
 * its colour in full.
 *
 * @param value 0 to 255
 * @param channel red, green or blue of a colour image; none for a grey one
 */
export function pixelCell(value: number, channel: 0 | 1 | 2 | undefined): PixelCell {
  if (channel === undefined) {
    const fill = value > 0 ? "var(--text)" : undefined;
    return { fill, opacity: value / 255, text: value > 110 ? "on-ink" : value === 0 ? "zero" : undefined };
  }
  const rgb = [0, 0, 0];
  rgb[channel] = value;
  const share = value / 255;
  const linear = share <= 0.040_45 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  const text = luminances[channel] * linear > middle ? "on-bright" : undefined;
  return { fill: `rgb(${rgb.join(" ")})`, opacity: 1, text };
}
