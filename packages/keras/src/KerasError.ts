/** The stable reasons for which reading or writing a Keras file fails. */
export type KerasErrorCode =
  | "CORRUPT_FILE"
  | "UNSUPPORTED_FILE"
  | "LIMIT_EXCEEDED"
  | "UNSUPPORTED_LAYERS"
  | "WEIGHTS_MISMATCH";

/** One thing that a model asks for and TensorFlow.js, or Keras on the way back, does not have. */
export interface KerasProblem {
  /** The name of the layer, with those of the models around it: `encoder/lookup`. */
  readonly name: string;
  /** Its class in the file, e.g. `StringLookup`. */
  readonly kind: string;
  /** What is missing, as part of a sentence. */
  readonly reason: string;
}

/**
 * What every function of this package throws: a message that says what was expected, what came and what to do.
 *
 * @example
 * try {
 *   await decodeKeras(bytes);
 * } catch (error) {
 *   if (error instanceof KerasError && error.code === "UNSUPPORTED_LAYERS") show(error.problems);
 * }
 */
export class KerasError extends Error {
  override readonly name = "KerasError";
  /** Stable across releases, unlike the message. */
  readonly code: KerasErrorCode;
  /**
   * Of `UNSUPPORTED_LAYERS`: everything that stands in the way, one entry each.
   *
   * @default []
   */
  readonly problems: readonly KerasProblem[];

  constructor(
    code: KerasErrorCode,
    message: string,
    options: ErrorOptions & { readonly problems?: readonly KerasProblem[] } = {},
  ) {
    super(message, options);
    this.code = code;
    this.problems = options.problems ?? [];
  }
}
