/** The tag of the orientation in EXIF (CIPA DC-008, 4.6.4). */
const ORIENTATION = 0x0112;

/**
 * How the camera was held, as the EXIF of a picture says.
 *
 * @param tiff where its TIFF header begins
 * @returns 1 to 8; 1, upright, when nothing is said
 */
export function exifOrientation(view: DataView, tiff: number): number {
  try {
    const littleEndian = view.getUint16(tiff) === 0x4949;
    const directory = tiff + view.getUint32(tiff + 4, littleEndian);
    const entries = view.getUint16(directory, littleEndian);
    for (let entry = 0; entry < entries; entry++) {
      const at = directory + 2 + entry * 12;
      if (view.getUint16(at, littleEndian) !== ORIENTATION) continue;
      const value = view.getUint16(at + 8, littleEndian);
      return value >= 1 && value <= 8 ? value : 1;
    }
  } catch (error) {
    // A header that points outside of the file says nothing.
    if (!(error instanceof RangeError)) throw error;
  }
  return 1;
}
