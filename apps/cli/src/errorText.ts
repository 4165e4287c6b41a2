import { errorCode } from "./exitCode.ts";

/**
 * What standard error shows of an error: the message alone where a package expected it, and where it did not, how to
 * get the stack.
 *
 * @param error whatever was thrown
 * @param debug whether `MINIBATCH_DEBUG` asks for the stack
 */
export function errorText(error: unknown, debug: boolean): string {
  const message = error instanceof Error ? error.message : String(error);
  if (debug && error instanceof Error) return `${error.stack ?? message}\n`;
  if (errorCode(error) !== undefined) return `${message}\n`;
  return `${message}\nThis is a fault of minibatch. Set MINIBATCH_DEBUG=1 to see where it happened.\n`;
}
