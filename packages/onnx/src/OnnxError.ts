/** The stable reasons for which writing or reading an ONNX file fails. */
export type OnnxErrorCode =
  | "INVALID_ARGUMENT"
  | "UNSUPPORTED_LAYERS"
  | "UNSUPPORTED_GRAPH"
  | "CORRUPT_FILE"
  | "LIMIT_EXCEEDED";

/** What every function of this package throws: a message that says what was expected, what came and what to do. */
export class OnnxError extends Error {
  override readonly name = "OnnxError";
  /** Stable across releases, unlike the message. */
  readonly code: OnnxErrorCode;
  /**
   * Of `UNSUPPORTED_LAYERS` and `UNSUPPORTED_GRAPH`: everything that stands in the way, one entry each.
   *
   * @default []
   */
  readonly problems: readonly OnnxProblem[];

  constructor(
    code: OnnxErrorCode,
    message: string,
    { problems = [], ...options }: ErrorOptions & { readonly problems?: readonly OnnxProblem[] } = {},
  ) {
    super(message, options);
    this.code = code;
    this.problems = problems;
  }
}

/** One thing that cannot be translated. */
export interface OnnxProblem {
  /** The name of the layer or of the node. */
  readonly name: string;
  /** Its class or operator, such as `ConvLSTM2D`. */
  readonly kind: string;
  /** What is missing. */
  readonly reason: string;
}
