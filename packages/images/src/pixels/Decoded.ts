/** What a decoder gives: pixels as the file has them, what was transparent on white. */
export interface Decoded {
  readonly width: number;
  readonly height: number;
  /** 1 is grey, 3 is red, green and blue, 4 is these and a value that says nothing any more. */
  readonly channels: number;
  readonly data: Uint8Array | Uint8ClampedArray;
  /** How opaque each pixel was, from 0 to 255; none where all were wholly. */
  readonly alpha?: Uint8Array | undefined;
  /** How it is yet to be turned, as EXIF numbers it; 1 is upright. */
  readonly orientation: number;
}
