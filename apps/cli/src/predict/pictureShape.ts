import { datasets } from "@minibatch/datasets";
import type { LoadedModel } from "@minibatch/models";
import { CliError } from "../CliError.ts";
import { parseSampleName } from "./parseSampleName.ts";

/** Smaller than so many pixels a side is no picture. */
const SMALLEST_SIDE = 8;

/**
 * The height, width and channels of the pictures that a model takes, also where it takes them without an axis for the one channel, `[28, 28]`,
 * or flattened, `[784]`.
 *
 * @param inputs what is to be predicted: flattened pictures and the columns of a table look the same to a model
 * @param areFiles whether they are files of pictures
 * @returns none for a model that takes no pictures
 * @throws {CliError} `MODEL_MISMATCH` for one that takes pictures of any size
 */
export function pictureShape(
  { model, metadata }: LoadedModel,
  inputs: readonly string[],
  areFiles: boolean,
): readonly [number, number, number] | undefined {
  const shape = (model.inputs[0]?.shape ?? []).slice(1);
  const [height, width, channels = 1] = shape;
  if (shape.length === 3 && (channels === 1 || channels === 3)) {
    if (typeof height === "number" && typeof width === "number") return [height, width, channels];
    throw new CliError(
      "MODEL_MISMATCH",
      "The model takes pictures of any size, and does not say which size it was trained on. Save it with an input of that size.",
    );
  }
  if (metadata.featureNames !== undefined || shape.some((length) => length === null)) return undefined;
  if (shape.length === 2 && Math.min(height ?? 0, width ?? 0) >= SMALLEST_SIDE)
    return [height ?? 0, width ?? 0, 1];
  if (shape.length !== 1) return undefined;
  const values = height ?? 0;
  const ofPictures = [metadata.dataset, ...inputs.map((input) => parseSampleName(input)?.dataset)]
    .map((name) => datasets.find((dataset) => dataset.name === name)?.inputShape)
    .find((one) => one?.length === 3 && one.reduce((product, length) => product * length, 1) === values);
  if (ofPictures !== undefined) return ofPictures as [number, number, number];
  if (!areFiles) return undefined;
  for (const depth of [1, 3]) {
    const side = Math.sqrt(values / depth);
    if (Number.isInteger(side) && side >= SMALLEST_SIDE) return [side, side, depth];
  }
  return undefined;
}
