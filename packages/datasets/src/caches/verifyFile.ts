import { platform } from "@minibatch/datasets/internal/platform";
import type { DatasetFile } from "../Dataset.ts";
import { DatasetError } from "../DatasetError.ts";
import { isGzip } from "../formats/gunzip.ts";

/**
 * Checks that `bytes` are those of `file`, as the origin serves them or unzipped on the way.
 *
 * @throws {DatasetError} `CHECKSUM_MISMATCH` with both sizes and checksums
 */
export async function verifyFile(file: DatasetFile, bytes: Uint8Array): Promise<void> {
  const unzipped = file.raw !== undefined && !isGzip(bytes);
  const expected = unzipped && bytes.length === file.raw.bytes ? file.raw : file;
  const found = await platform.sha256(bytes);
  if (found === expected.sha256) return;
  throw new DatasetError(
    "CHECKSUM_MISMATCH",
    `${file.name} is damaged or another file: expected ${expected.bytes} bytes with SHA-256 ${expected.sha256}, ` +
      `found ${bytes.length} bytes with SHA-256 ${found}`,
  );
}

/** Whether `error` says that bytes came which are not those of the file. */
export function isMismatch(error: unknown): error is DatasetError {
  return error instanceof DatasetError && error.code === "CHECKSUM_MISMATCH";
}
