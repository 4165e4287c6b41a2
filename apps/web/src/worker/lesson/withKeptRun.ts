import type { NdArray, Samples } from "@minibatch/datasets";
import { decodeModel, type InputScaling, type LoadedModel } from "@minibatch/models";
import { modelFiles } from "../../storage/models.ts";
import { runs } from "../../storage/runs.ts";
import { toUnitRange } from "../classify.ts";
import type { CommandContext } from "../Command.ts";
import { exploredData } from "../explore/exploredData.ts";
import { shapeOf } from "../shapeOf.ts";
import { startSteadyBackend } from "../startSteadyBackend.ts";
import { WorkerError } from "../WorkerError.ts";

/** A finished run of pictures, open to be looked into. */
export interface KeptRun {
  readonly model: LoadedModel["model"];
  readonly inputScaling: InputScaling;
  readonly test: Samples;
  readonly classNames: readonly string[];
  /** Pictures in the shape in which the network takes them. */
  readonly inputsOf: (pictures: NdArray) => NdArray;
}

/**
 * Opens the network and the data of a finished run while they are looked at.
 *
 * @throws {WorkerError} `NOT_FOUND`
 */
export async function withKeptRun<Result>(
  id: string,
  context: Pick<CommandContext, "base" | "signal">,
  look: (kept: KeptRun) => Promise<Result>,
): Promise<Result> {
  const [run, files] = await Promise.all([runs.get(id), modelFiles.get(id)]);
  if (!run || !files) throw new WorkerError("NOT_FOUND", "This browser does not keep the run.");
  await startSteadyBackend();
  const { test, classNames } = await exploredData(run, undefined, context);
  const { model, metadata } = await decodeModel(files);
  try {
    const { input } = shapeOf(model) ?? {};
    return await look({
      model,
      inputScaling: metadata.inputScaling ?? toUnitRange,
      test,
      classNames,
      inputsOf: ({ data, shape: [rows = 0, ...image] }) => ({
        data,
        shape: [rows, ...((input as number[] | undefined) ?? image)],
      }),
    });
  } finally {
    model.dispose();
  }
}
