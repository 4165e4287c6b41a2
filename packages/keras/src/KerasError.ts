/** The stable reasons for which reading or writing a Keras file fails. */
export type KerasErrorCode =
  | "CORRUPT_FILE"
  | "UNSUPPORTED_FILE"
  | "LIMIT_EXCEEDED"
  | "UNSUPPORTED_LAYERS"
  | "WEIGHTS_MISMATCH";

/** One thing that a model asks for and TensorFlow.js, or Keras on the way back, does not have. */
export interface UnsupportedLayer {
  /** The name of the layer, with those of the models around it: `encoder/lookup`. */
  readonly layer: string;
  /** Its class in the file, e.g. `StringLookup`. */
  readonly className: string;
  /** What is missing, as part of a sentence. */
  readonly missing: string;
}

/**
 * What every function of this package throws: a message that says what was expected, what came and what to do.
 *
 * @example
 * try {
 *   await decodeKeras(bytes);
 * } catch (error) {
 *   if (error instanceof KerasError && error.code === "UNSUPPORTED_LAYERS") show(error.unsupported);
 * }
 */
export class KerasError extends Error {
  override readonly name = "KerasError";
  /** Stable across releases, unlike the message. */
  readonly code: KerasErrorCode;
  /** All that cannot be converted, with the code `UNSUPPORTED_LAYERS`. */
  readonly unsupported: readonly UnsupportedLayer[];

  constructor(
    code: KerasErrorCode,
    message: string,
    options: ErrorOptions & { readonly unsupported?: readonly UnsupportedLayer[] } = {},
  ) {
    super(message, options);
    this.code = code;
    this.unsupported = options.unsupported ?? [];
  }
}
