import { errorCode } from "./exitCode.ts";

/** How the command calls the options that messages of the packages speak of. */
const options: Readonly<Record<string, string>> = {
  offline: "--offline",
  mirror: "--mirror",
  cache: "--cache-dir",
  kinds: "data.options.kinds of an experiment file (minibatch init writes one)",
};

/** What a person at a terminal can do about an error, where its message cannot know. */
const advice: Readonly<Record<string, string>> = {
  OFFLINE: 'To have it offline, fetch it while there is a network: "minibatch datasets fetch <name>".',
  CACHE_FAILED: "Name a folder that can be written with --cache-dir or MINIBATCH_CACHE.",
};

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
  const code = errorCode(error);
  if (code === undefined) {
    return `${message}\nThis is a fault of minibatch. Set MINIBATCH_DEBUG=1 to see where it happened.\n`;
  }
  const words = message.replaceAll(/`(\w+)`/g, (quoted, name: string) => options[name] ?? quoted);
  return [words, ...(advice[code] === undefined ? [] : [advice[code]]), ""].join("\n");
}
