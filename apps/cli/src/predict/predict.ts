import { startChosenBackend } from "../backends/startChosenBackend.ts";
import { createInputReader } from "../inputs/createInputReader.ts";
import { expandPatterns } from "../inputs/expandPatterns.ts";
import type { Output } from "../Output.ts";
import { describeModel } from "../run/describeModel.ts";
import { openModel } from "../run/openModel.ts";
import type { Session } from "../Session.ts";
import { requireOneAnswer } from "./answersOf.ts";
import { predictOwn } from "./predictOwn.ts";
import type { PredictOptions } from "./PredictOptions.ts";
import { pictureShape } from "./pictureShape.ts";
import { predictColumns } from "./predictColumns.ts";
import { predictImages } from "./predictImages.ts";
import { givesPictures } from "../inputs/givesPictures.ts";

/** Predicts with a saved model: classes or values, of images or of features. */
export async function predict(
  folder: string,
  typed: readonly string[],
  options: PredictOptions,
  session: Session,
): Promise<Output> {
  await startChosenBackend(options);
  const opened = await openModel(folder, session);
  try {
    const loaded = await describeModel(opened, options, session);
    requireOneAnswer(loaded);
    const inputs = await expandPatterns(typed, session);
    const reader = createInputReader(session);
    const own = await predictOwn(inputs, loaded, options.out, reader, session);
    if (own) return own;
    const shape = pictureShape(loaded, inputs, await givesPictures(inputs, reader, session));
    return shape === undefined
      ? await predictColumns(inputs, loaded, options.out, reader, session)
      : await predictImages(inputs, shape, loaded, options.out, reader, session);
  } finally {
    opened.model.dispose();
    session.status.clear();
  }
}
