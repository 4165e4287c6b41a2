/** The stable reasons for which finding or running a recipe fails. */
export type RecipeErrorCode = "UNKNOWN_RECIPE" | "INVALID_SETTING";

/** What this package throws itself: a message that says what was expected, what came and what to do. */
export class RecipeError extends Error {
  override readonly name = "RecipeError";
  /** Stable across releases, unlike the message. */
  readonly code: RecipeErrorCode;

  constructor(code: RecipeErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
