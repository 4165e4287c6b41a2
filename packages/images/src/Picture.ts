/** A picture of values from 0 to 255, row-major, channels last: 1 is grey, 3 is red, green and blue. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly channels: number;
  /** `height * width * channels` values. */
  readonly data: ArrayLike<number>;
  /** How opaque each pixel was before it was put on white, from 0 to 1; none where all of them were wholly. */
  readonly alpha?: Float32Array;
}
