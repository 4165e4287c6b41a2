import type { DatasetFile, LoadProgress } from "../Dataset.ts";
import { DatasetError } from "../DatasetError.ts";
import { isGzip } from "../formats/gunzip.ts";

/** The bytes of one file while they arrive, in one array that is made once. */
export class IncomingFile {
  readonly file: DatasetFile;
  /** How many bytes have arrived. */
  filled = 0;
  #buffer: Uint8Array;

  /** @param buffer room to begin with, when there is some to use again */
  constructor(file: DatasetFile, buffer: Uint8Array = new Uint8Array(0)) {
    this.file = file;
    this.#buffer = buffer;
  }

  /** What has arrived. */
  get bytes(): Uint8Array {
    return this.#buffer.subarray(0, this.filled);
  }

  /** How far it has come from `source`; a body that was unzipped on the way is told by its first bytes. */
  progress(source: string): LoadProgress {
    const { name, bytes, raw } = this.file;
    const totalBytes = raw !== undefined && this.filled > 1 && !isGzip(this.#buffer) ? raw.bytes : bytes;
    return { file: name, source, loadedBytes: this.filled, totalBytes };
  }

  /** @throws {DatasetError} `CHECKSUM_MISMATCH` for more bytes than the file has: they may never end */
  append(piece: Uint8Array): void {
    const filled = this.filled + piece.length;
    if (filled > this.#buffer.length) this.#grow(filled);
    this.#buffer.set(piece, this.filled);
    this.filled = filled;
  }

  restart(): void {
    this.filled = 0;
  }

  #grow(length: number): void {
    const { name, bytes, raw } = this.file;
    const capacity = [bytes, raw?.bytes ?? 0].find((capacity) => capacity >= length);
    if (capacity === undefined) {
      throw new DatasetError(
        "CHECKSUM_MISMATCH",
        `${name} is another file: expected ${bytes} bytes, found at least ${length}`,
      );
    }
    const buffer = new Uint8Array(capacity);
    buffer.set(this.bytes);
    this.#buffer = buffer;
  }
}
