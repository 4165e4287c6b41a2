/** Bytes that lie somewhere, of which a part can be read. */
export interface ByteRange {
  readonly bytes: number;
  /** The bytes from `start` up to `end`: fewer when there are no more. */
  read(start: number, end: number): Promise<Uint8Array>;
  close(): Promise<void>;
}

export function memoryBytes(bytes: Uint8Array): ByteRange {
  return {
    bytes: bytes.length,
    read: (start, end) => Promise.resolve(bytes.subarray(start, end)),
    close: () => Promise.resolve(),
  };
}

export function blobBytes(blob: Blob): ByteRange {
  return {
    bytes: blob.size,
    read: async (start, end) => new Uint8Array(await blob.slice(start, end).arrayBuffer()),
    close: () => Promise.resolve(),
  };
}
