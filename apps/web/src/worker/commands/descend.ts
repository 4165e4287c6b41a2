import { drawDigits, type Samples } from "@minibatch/datasets";
import { gatherRows, sliceRows } from "@minibatch/training";
import { runs } from "../../storage/runs.ts";
import type { Command, CommandContext } from "../Command.ts";
import { exploredData } from "../explore/exploredData.ts";
import { descentCurve, type DescentInput, type DescentSize } from "../descent/descentCurve.ts";
import { WorkerError } from "../WorkerError.ts";

/** What is learned, and of which pictures. */
export interface DescendInput extends DescentInput {
  /** Of a kept run, two of its classes; drawn noughts and ones without. */
  readonly of?: { readonly run: string; readonly classes: readonly [no: number, yes: number] };
}

/** So many pictures are tested with at most. */
const testCount = 500;

/** Measures networks of growing size on few pictures of two classes, and reports each on others. */
export const descend: Command<DescendInput, undefined, DescentSize> = async (input, context) => {
  const { samples, of } = input;
  const { train, test, yes } = of ? await runPictures(of, context) : drawnPictures(samples);
  for (const size of descentCurve(sliceRows(train, 0, samples), sliceRows(test, 0, testCount), yes, input)) {
    context.emit(size);
    // An end that was asked for is heard between two sizes.
    await new Promise((resolve) => setTimeout(resolve));
    context.signal.throwIfAborted();
  }
  return undefined;
};

/** The rows of two classes, and the one of them that is asked about. */
interface TwoClasses {
  readonly train: Samples;
  readonly test: Samples;
  readonly yes: number;
}

/** Noughts and ones: two of every ten digits that are drawn. */
function drawnPictures(samples: number): TwoClasses {
  const drawn = (count: number, split: "train" | "test"): Samples =>
    ofClasses(drawDigits({ count: 5 * count, split }), [0, 1]);
  return { train: drawn(samples, "train"), test: drawn(testCount, "test"), yes: 1 };
}

async function runPictures(
  { run: id, classes }: NonNullable<DescendInput["of"]>,
  context: Pick<CommandContext, "base" | "signal">,
): Promise<TwoClasses> {
  const run = await runs.get(id);
  if (!run) throw new WorkerError("NOT_FOUND", "This browser does not keep the run.");
  const { train, test } = await exploredData(run, undefined, context);
  if (!train) throw new WorkerError("NOT_FOUND", "This browser does not keep what the run learned from.");
  return { train: ofClasses(train, classes), test: ofClasses(test, classes), yes: classes[1] };
}

function ofClasses(samples: Samples, classes: readonly number[]): Samples {
  const rows = [...samples.y.data.keys()].filter((row) => classes.includes(samples.y.data[row] as number));
  return gatherRows(samples, rows);
}
