/** Why a file is no picture that can be used. */
export type UnreadableReason = "empty" | "not-a-picture" | "unsupported-format" | "broken" | "too-large";

/**
 * What decoders throw, inside of this package: a reason, and a message that goes on from a file's name.
 *
 * It crosses threads as plain data, so it is made anew on this side.
 */
export class UnreadablePicture extends Error {
  override readonly name = "UnreadablePicture";
  readonly reason: UnreadableReason;

  constructor(reason: UnreadableReason, message: string, options?: ErrorOptions) {
    super(message, options);
    this.reason = reason;
  }
}
