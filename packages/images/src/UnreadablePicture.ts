/** Why a file is no picture that can be used. */
export type UnreadableReason = "empty" | "not-a-picture" | "unsupported-format" | "broken" | "too-large";

/** What a person can do about a file that a decoder gives up on. */
export const damaged: string =
  "is damaged, or of a rare kind: copy or download it again, or open it in another program and save it anew";

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
