import { decodeModel, type LoadedModel } from "@minibatch/models";
import { modelFiles } from "../../storage/models.ts";
import { WorkerError } from "../WorkerError.ts";

/**
 * Has a network begin with the weights of a run.
 *
 * @param id of the run
 * @throws {WorkerError} `NOT_FOUND`, `OTHER_LAYERS`
 */
export async function takeWeights(model: LoadedModel["model"], id: string): Promise<void> {
  const files = await modelFiles.get(id);
  if (!files) {
    throw new WorkerError("NOT_FOUND", "This browser no longer keeps the model: train or open it again.");
  }
  const { model: trained } = await decodeModel(files);
  try {
    const shapes = (of: LoadedModel["model"]): string =>
      of.weights.map(({ shape }) => shape.join("x")).join();
    if (shapes(trained) !== shapes(model)) {
      throw new WorkerError(
        "OTHER_LAYERS",
        "The run has other layers than these: begin anew, or open it again.",
      );
    }
    model.setWeights(trained.getWeights());
  } finally {
    trained.dispose();
  }
}
