/** Where chunks begin in a WebP (RFC 9649): after "RIFF", the size and "WEBP". */
const FIRST_CHUNK = 12;
/** What stands in an `ANMF` chunk before the picture of the frame. */
const FRAME_HEADER = 16;

/** The first frame of a WebP that moves. */
export interface WebpFrame {
  /** The frame as a WebP that does not move. */
  readonly file: Uint8Array;
  /** Where it lies in the picture. */
  readonly left: number;
  readonly top: number;
}

interface Chunk {
  readonly name: string;
  /** With its name and its length. */
  readonly whole: Uint8Array;
  readonly content: Uint8Array;
}

/** Takes the first frame out of a WebP that moves, for decoders that read only such as do not; `undefined` for one of those. */
export function webpFirstFrame(bytes: Uint8Array): WebpFrame | undefined {
  for (const { name, content } of chunksOf(bytes.subarray(FIRST_CHUNK))) {
    if (name !== "ANMF") continue;
    const header = new DataView(content.buffer, content.byteOffset, FRAME_HEADER);
    const picture = [...chunksOf(content.subarray(FRAME_HEADER))];
    const hasAlpha = picture.some((chunk) => chunk.name === "ALPH");
    // Alpha beside a lossy picture is allowed only behind a chunk that announces it.
    const before = hasAlpha ? [announceAlpha(content.subarray(6, 12))] : [];
    return {
      file: fileOf([...before, ...picture.map(({ whole }) => whole)]),
      left: 2 * uint24(header, 0),
      top: 2 * uint24(header, 3),
    };
  }
  return undefined;
}

function* chunksOf(bytes: Uint8Array): Generator<Chunk> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 0; at + 8 <= bytes.length; ) {
    const length = view.getUint32(at + 4, true);
    const end = at + 8 + length;
    const name = String.fromCharCode(...bytes.subarray(at, at + 4));
    // Chunks are filled up to an even length.
    yield { name, whole: bytes.subarray(at, end + (length % 2)), content: bytes.subarray(at + 8, end) };
    at = end + (length % 2);
  }
}

/** @param size of the frame, as its header has it: width and height less one, three bytes each */
function announceAlpha(size: Uint8Array): Uint8Array {
  return Uint8Array.of(...ascii("VP8X"), 10, 0, 0, 0, 0x10, 0, 0, 0, ...size);
}

function fileOf(chunks: readonly Uint8Array[]): Uint8Array {
  const length = chunks.reduce((sum, chunk) => sum + chunk.length, FIRST_CHUNK);
  const file = new Uint8Array(length);
  file.set(ascii("RIFF"));
  new DataView(file.buffer).setUint32(4, length - 8, true);
  file.set(ascii("WEBP"), 8);
  let at = FIRST_CHUNK;
  for (const chunk of chunks) {
    file.set(chunk, at);
    at += chunk.length;
  }
  return file;
}

function ascii(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function uint24(view: DataView, at: number): number {
  return view.getUint16(at, true) | (view.getUint8(at + 2) << 16);
}
