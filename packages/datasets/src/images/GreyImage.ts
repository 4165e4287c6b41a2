/** A picture of one channel, row-major: what {@link prepareDigit} takes. */
export interface GreyImage {
  readonly width: number;
  readonly height: number;
  /** `width * height` values, 0 is black, 255 white. */
  readonly data: Float32Array;
}
