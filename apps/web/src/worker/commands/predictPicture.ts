import { decodePicture, type Preparation, preparePicture } from "@minibatch/images";
import { predict } from "@minibatch/training";
import type { Command } from "../Command.ts";
import { openedModel } from "../openedModel.ts";
import { WorkerError } from "../WorkerError.ts";

/** Has the open model say what is on a picture, which is prepared as those were that it was trained on: the probability of each class. */
export const predictPicture: Command<{ readonly file: Blob }, Float32Array> = async (
  { file },
  { signal },
) => {
  const { model, metadata } = openedModel();
  const preparation = metadata.preparation as Preparation | undefined;
  if (preparation?.kind !== "picture") {
    throw new WorkerError("SHAPE_MISMATCH", "The open model was not trained on pictures of one's own.");
  }
  const { height, width, channels } = preparation;
  const picture = await decodePicture(new Uint8Array(await file.arrayBuffer()));
  const x = { data: preparePicture(picture, preparation), shape: [1, height, width, channels] };
  return (await predict(model, x, { inputScaling: metadata.inputScaling, signal })).data;
};
