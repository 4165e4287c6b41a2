import { photographs } from "./photographs.js";

/** Pictures in two classes, and a web page that is named as one. */
export function makeFiles() {
  const files = { "light/page.jpg": new TextEncoder().encode("<html>Not found</html>") };
  for (let at = 0; at < 10; at++) {
    files[`dark/${at}.bmp`] = bmp(at, 0);
    files[`light/${at}.bmp`] = bmp(at, 150);
  }
  for (const [name, text] of Object.entries(photographs)) {
    files[`light/${name}`] = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  }
  return files;
}

/** A BMP of 8 x 8 pixels, 24 bits each. */
function bmp(seed, ground) {
  const bytes = new Uint8Array(54 + 8 * 24);
  const header = new DataView(bytes.buffer);
  bytes.set([0x42, 0x4d]);
  header.setUint32(2, bytes.length, true);
  header.setUint32(10, 54, true);
  header.setUint32(14, 40, true);
  header.setInt32(18, 8, true);
  header.setInt32(22, 8, true);
  header.setUint16(26, 1, true);
  header.setUint16(28, 24, true);
  for (let at = 54; at < bytes.length; at++) bytes[at] = ground + ((at * at * (seed + 3)) % 101);
  return bytes;
}
