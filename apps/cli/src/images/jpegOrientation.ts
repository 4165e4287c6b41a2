/** Markers of a JPEG (ITU T.81, table B.1). */
const APP1 = 0xe1;
const START_OF_SCAN = 0xda;
/** The tag of the orientation in EXIF (CIPA DC-008, 4.6.4). */
const ORIENTATION = 0x0112;

/**
 * How the camera of a JPEG was held, as its EXIF says.
 *
 * @returns 1 to 8; 1, upright, when nothing is said
 */
export function jpegOrientation(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    for (let at = 2; view.getUint8(at) === 0xff; at += 2 + view.getUint16(at + 2)) {
      const marker = view.getUint8(at + 1);
      if (marker === START_OF_SCAN) return 1;
      // "Exif" and two zeros, then the header of a TIFF file.
      if (marker === APP1 && view.getUint32(at + 4) === 0x45786966) return orientationOf(view, at + 10);
    }
  } catch (error) {
    // A header that points outside of the file says nothing.
    if (!(error instanceof RangeError)) throw error;
  }
  return 1;
}

function orientationOf(view: DataView, tiff: number): number {
  const littleEndian = view.getUint16(tiff) === 0x4949;
  const directory = tiff + view.getUint32(tiff + 4, littleEndian);
  const entries = view.getUint16(directory, littleEndian);
  for (let entry = 0; entry < entries; entry++) {
    const at = directory + 2 + entry * 12;
    if (view.getUint16(at, littleEndian) !== ORIENTATION) continue;
    const value = view.getUint16(at + 8, littleEndian);
    return value >= 1 && value <= 8 ? value : 1;
  }
  return 1;
}
