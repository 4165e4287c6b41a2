import { drawDigits } from "@minibatch/datasets";
import type { Command } from "../Command.ts";
import { descentCurve, type DescentInput, type DescentSize } from "../descent/descentCurve.ts";

/** Measures networks of growing size on few synthetic digits, and reports each on 500 others. */
export const descend: Command<DescentInput, undefined, DescentSize> = async (input, { signal, emit }) => {
  const test = drawDigits({ count: 500, split: "test" });
  for (const size of descentCurve(drawDigits({ count: input.samples }), test, input)) {
    emit(size);
    // An end that was asked for is heard between two sizes.
    await new Promise((resolve) => setTimeout(resolve));
    signal.throwIfAborted();
  }
  return undefined;
};
