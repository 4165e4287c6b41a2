import { drawDigits, type Samples } from "@minibatch/datasets";
import { gatherRows } from "@minibatch/training";
import type { Command } from "../Command.ts";
import { descentCurve, type DescentInput, type DescentSize } from "../descent/descentCurve.ts";

/** Measures networks of growing size on few synthetic digits, each a 0 or a 1, and reports each on 500 others. */
export const descend: Command<DescentInput, undefined, DescentSize> = async (input, { signal, emit }) => {
  const [train, test] = [noughtsAndOnes(input.samples, "train"), noughtsAndOnes(500, "test")];
  for (const size of descentCurve(train, test, input)) {
    emit(size);
    // An end that was asked for is heard between two sizes.
    await new Promise((resolve) => setTimeout(resolve));
    signal.throwIfAborted();
  }
  return undefined;
};

/** So many digits, each a 0 or a 1: two of every ten that are drawn. */
function noughtsAndOnes(count: number, split: "train" | "test"): Samples<Uint8Array, Uint8Array> {
  const drawn = drawDigits({ count: 5 * count, split });
  const rows = [...drawn.y.data.keys()].filter((row) => (drawn.y.data[row] as number) <= 1);
  return gatherRows(drawn, rows);
}
