/** What the first bytes of a picture tell, before anything is unpacked. */
export interface PictureHeader {
  /** The name of its format. */
  readonly format: string;
  /** As it is to be seen: turned as the camera says. */
  readonly width: number;
  readonly height: number;
  /** As EXIF numbers it; 1 is upright. */
  readonly orientation: number;
  /** The colour channels as they are stored; 4 in a JPEG is CMYK. */
  readonly channels?: number;
}
