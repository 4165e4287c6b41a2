/** Codes of errors that a person makes with the command line itself. */
const USAGE_CODES: ReadonlySet<string> = new Set([
  "INVALID_USAGE",
  "RUN_EXISTS",
  "FILE_EXISTS",
  "RUN_FINISHED",
  "PLAN_NOT_FOUND",
  "INVALID_AXIS",
  "TOO_MANY_ENTRIES",
  "UNKNOWN_RECIPE",
  "INVALID_SETTING",
  "INVALID_ARGUMENT",
  "UNKNOWN_BACKEND",
]);

/**
 * The exit code that an error ends the command with.
 *
 * @returns 2 for wrong usage, 130 for an interruption, 1 for everything else
 */
export function exitCode(error: unknown): 1 | 2 | 130 {
  const code = errorCode(error);
  if (code === "INTERRUPTED") return 130;
  return code !== undefined && USAGE_CODES.has(code) ? 2 : 1;
}

/** The `code` of an error that some package expected, or `undefined`. */
export function errorCode(error: unknown): string | undefined {
  if (!(error instanceof Error) || !("code" in error)) return undefined;
  return typeof error.code === "string" ? error.code : undefined;
}
