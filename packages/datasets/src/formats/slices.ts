/** Bytes in small pieces: in one piece, a browser would unzip the whole before anybody reads. */
export async function* slices(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  const length = 128 * 1024;
  for (let at = 0; at < bytes.length; at += length) yield bytes.subarray(at, at + length);
}
