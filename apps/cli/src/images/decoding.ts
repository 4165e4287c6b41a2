import { MAX_PIXELS } from "./maxPixels.ts";

/**
 * Runs a decoder that others wrote, whose errors speak of markers and filters, and says in their place what a person can do.
 *
 * @param format what the file is, by its first bytes
 * @throws {RangeError} with the decoder's own error as its cause
 */
export function decoding<Result>(format: "JPEG" | "PNG", decode: () => Result): Result {
  try {
    return decode();
  } catch (cause) {
    // What the decoder of JPEG says of its own limits.
    if (String(cause).includes("limit exceeded")) {
      throw new RangeError(`it has more than ${MAX_PIXELS} pixels: make it smaller`, { cause });
    }
    throw new RangeError(
      `the ${format} is damaged, cut off or of a rare kind: copy or download it again, or open it in another program and save it anew`,
      { cause },
    );
  }
}
