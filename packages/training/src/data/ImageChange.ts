/** One drawing of an augmentation. */
export interface ImageChange {
  /** How far the image turns about its centre, in radians. */
  readonly angle: number;
  /** Then each pixel shows what was so many rows further down ... */
  readonly down: number;
  /** ... and so many columns further to the right. */
  readonly right: number;
  /** How far columns are slanted to the side then, in radians. */
  readonly shear: number;
  /** How many pixels of the image go into one, along each axis: below 1 it looks larger. */
  readonly zoom: { readonly down: number; readonly across: number };
  /** Whether it is mirrored at last. */
  readonly flip: boolean;
  /** What comes in from beyond the edge: the pixel at the edge, zeros, or the image mirrored at its edge. */
  readonly fill: "nearest" | "constant" | "reflect";
}

/** The shape of one image. */
export type ImageSize = readonly [height: number, width: number, channels: number];
