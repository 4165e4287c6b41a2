import type { Command } from "./Command.ts";

/** The command that is computing, or is about to, when it has come to its end. */
let last: Promise<unknown> = Promise.resolve();

/**
 * Has a command wait for those before it: a worker has one backend and one open model, which it would take from under another one's
 * hands. What is aborted while it waits never begins.
 */
export function inTurn<Input, Output, Event>(
  command: Command<Input, Output, Event>,
): Command<Input, Output, Event> {
  return (input, context) => {
    const turn = last.then(() => {
      context.signal.throwIfAborted();
      return command(input, context);
    });
    last = turn.catch(() => {});
    return turn;
  };
}
