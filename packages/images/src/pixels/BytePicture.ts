/** A picture, a byte for each channel of each pixel. */
export interface BytePicture {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}
