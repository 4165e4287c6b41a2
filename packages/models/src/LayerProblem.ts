/** Why a layer cannot stand where it stands, or be as it is told to be. */
export interface LayerProblem {
  /** Stable across releases, unlike the message. */
  readonly code:
    | "NEEDS_IMAGE"
    | "KERNEL_TOO_LARGE"
    | "POOL_TOO_LARGE"
    | "NOT_WHOLE"
    | "NOT_A_SHARE"
    | "NOT_A_PENALTY"
    | "UNKNOWN_LAYER"
    | "UNKNOWN_PADDING"
    | "UNKNOWN_ACTIVATION";
  /** In English: what was expected, what came, what to do. */
  readonly message: string;
  /** What the message says in its places, for another language: the option's name, sizes, what came. */
  readonly details: readonly string[];
}
