import type { Dataset } from "@minibatch/datasets";
import type { LoadedModel } from "@minibatch/models";
import { takeColumns } from "@minibatch/recipes";
import { meanAbsoluteError, meanSquaredError, predict, rSquared } from "@minibatch/training";
import { CliError } from "../CliError.ts";
import { loadProgress } from "../loadProgress.ts";
import type { Session } from "../Session.ts";
import { testProgress } from "../testProgress.ts";
import { countText, decimalText } from "../terminal/numberText.ts";
import type { EvaluateOptions } from "./EvaluateOptions.ts";
import type { Evaluation } from "./Evaluation.ts";

/**
 * Measures a model that predicts values, on the columns it was trained on.
 *
 * @throws {CliError} `MODEL_MISMATCH` for a model of another kind of data, before anything is loaded
 */
export async function evaluateValues(
  { model, metadata }: LoadedModel,
  dataset: Dataset,
  { limit }: EvaluateOptions,
  session: Session,
): Promise<Evaluation> {
  const { source, status, colour } = session;
  const features = metadata.featureNames ?? dataset.featureNames ?? [];
  const takes = model.inputs[0]?.shape.slice(1) ?? [];
  const gives = model.outputs[0]?.shape.at(-1) ?? 0;
  if (takes.join() !== String(features.length) || gives !== 1) {
    throw new CliError(
      "MODEL_MISMATCH",
      `The model takes inputs of shape [${takes.join(", ")}] and gives ${gives} numbers; ${dataset.title} has ` +
        `inputs of shape [${features.length}] and one value to predict. Name another --dataset.`,
    );
  }
  const onProgress = loadProgress(session);
  const loaded = await dataset.load({ ...source, onProgress, split: "test", limit });
  const { test } = takeColumns(loaded, dataset, features);
  const { data: predicted } = await predict(model, test.x, {
    inputScaling: metadata.inputScaling,
    signal: source.signal,
    onProgress: testProgress(session),
  });
  status.clear();
  const actual = test.y.data;
  const samples = actual.length;
  const mae = meanAbsoluteError(actual, predicted);
  const loss = meanSquaredError(actual, predicted);
  const r2 = rSquared(actual, predicted);
  return {
    json: { samples, mae, loss, r2 },
    text: () =>
      `MAE ${colour.bold(decimalText(mae))}, MSE ${decimalText(loss)}, R² ${decimalText(r2)} ` +
      `on ${countText(samples)} test samples of ${dataset.title}\n`,
  };
}
