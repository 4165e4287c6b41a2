import { startBackend } from "@minibatch/backends";
import type { Output } from "../Output.ts";
import { openModel } from "../run/openModel.ts";
import type { Session } from "../Session.ts";
import type { PredictOptions } from "./PredictOptions.ts";
import { predictImages } from "./predictImages.ts";
import { predictValues } from "./predictValues.ts";

/** Predicts with a saved model: classes of images, or values from features. */
export async function predict(
  folder: string,
  inputs: readonly string[],
  options: PredictOptions,
  session: Session,
): Promise<Output> {
  await startBackend(options.backend ?? "auto");
  const loaded = await openModel(folder, session);
  const { model, metadata } = loaded;
  try {
    const takesFeatures = model.inputs[0]?.shape.length === 2 && metadata.classNames === undefined;
    return await (takesFeatures ? predictValues : predictImages)(inputs, loaded, session);
  } finally {
    model.dispose();
    session.status.clear();
  }
}
