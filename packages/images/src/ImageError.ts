/** The stable reasons for which this package refuses pictures. */
export type ImageErrorCode =
  | "INVALID_ARGUMENT"
  | "NOT_FOUND"
  | "INVALID_ARCHIVE"
  | "NO_CLASSES"
  | "ONE_CLASS"
  | "EMPTY_CLASS"
  | "NOTHING_READABLE"
  | "UNREADABLE_PICTURE"
  | "UNSUPPORTED";

/**
 * What every function of this package throws: a message that says what was expected, what came and what to do.
 *
 * @example
 * try {
 *   await imageFolder("./pictures");
 * } catch (error) {
 *   if (error instanceof ImageError && error.code === "NO_CLASSES") showHowToSortPictures();
 * }
 */
export class ImageError extends Error {
  override readonly name = "ImageError";
  /** Stable across releases, unlike the message. */
  readonly code: ImageErrorCode;

  constructor(code: ImageErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
