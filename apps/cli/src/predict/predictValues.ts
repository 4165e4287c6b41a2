import { datasets } from "@minibatch/datasets";
import type { LoadedModel } from "@minibatch/models";
import { predict } from "@minibatch/training";
import type { Output } from "../Output.ts";
import type { Session } from "../Session.ts";
import { table } from "../terminal/table.ts";
import { valueInputs } from "./valueInputs.ts";

/** Predicts values from features. */
export async function predictValues(
  inputs: readonly string[],
  loaded: LoadedModel,
  session: Session,
): Promise<Output> {
  const { model, metadata } = loaded;
  const rows = await valueInputs(inputs, loaded, session);
  const names = metadata.featureNames ?? rows[0]?.features.map((_, index) => `x${index}`) ?? [];
  const { data } = await predict(
    model,
    {
      data: Float64Array.from(rows.flatMap(({ features }) => features)),
      shape: [rows.length, names.length],
    },
    { inputScaling: metadata.inputScaling, signal: session.source.signal },
  );
  const predictions = rows.map(({ input, features, actual }, row) => ({
    input,
    features: Object.fromEntries(names.map((name, index) => [name, features[index]])),
    predicted: data[row] ?? Number.NaN,
    ...(actual === undefined ? {} : { actual }),
  }));
  const target = datasets.find(({ name }) => name === metadata.dataset)?.targetName ?? "predicted";
  const actuals = predictions.some(({ actual }) => actual !== undefined);
  const [single] = names.length === 1 ? names : [];
  const text = () =>
    table(
      [single ?? "input", target, ...(actuals ? ["actual"] : [])],
      predictions.map(({ input, predicted, actual }) => [
        input,
        predicted.toFixed(2),
        ...(actuals ? [actual === undefined ? "" : String(actual)] : []),
      ]),
      ["left", "right", "right"],
      session.colour.bold,
    );
  return { json: { predictions }, text };
}
