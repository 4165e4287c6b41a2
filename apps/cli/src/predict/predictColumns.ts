import type { LoadedModel } from "@minibatch/models";
import { predict } from "@minibatch/training";
import { answersOf } from "./answersOf.ts";
import { classVerdict } from "./classVerdict.ts";
import type { InputReader } from "../inputs/createInputReader.ts";
import type { Output } from "../Output.ts";
import { predictionsOutput } from "./predictionsOutput.ts";
import type { Session } from "../Session.ts";
import { percentText } from "../terminal/numberText.ts";
import { table } from "../terminal/table.ts";
import type { ValueInput } from "./ValueInput.ts";
import { valueInputs } from "./valueInputs.ts";
import { predictedOf, valueTable } from "./valueTable.ts";

/** Predicts classes or values from features. */
export async function predictColumns(
  inputs: readonly string[],
  loaded: LoadedModel,
  out: string | undefined,
  reader: InputReader,
  session: Session,
): Promise<Output> {
  const { model, metadata } = loaded;
  const rows = await valueInputs(inputs, loaded, reader, session);
  const shape = (model.inputs[0]?.shape ?? []).slice(1).map((length) => length ?? 1);
  const names = metadata.featureNames ?? rows[0]?.features.map((_, index) => `x${index}`) ?? [];
  const outputs = await predict(
    model,
    {
      data: Float64Array.from(rows.flatMap(({ features }) => features)),
      shape: [rows.length, ...shape],
    },
    { inputScaling: metadata.inputScaling, signal: session.source.signal },
  );
  const answers = answersOf(loaded, outputs);
  const described = ({ input, features }: ValueInput) => ({
    input,
    features: Object.fromEntries(names.map((name, index) => [name, features[index]])),
  });
  /** In a file, and what is printed is where. */
  const listed = async (predictions: readonly object[]): Promise<Output> => {
    const called = rows.map(({ input }) => input);
    const output = await predictionsOutput(called, answers, [], out, session);
    return { ...output, json: { ...output.json, predictions } };
  };
  const [head = "input"] = names.length === 1 ? names : [];
  if (answers.kind === "values") {
    const predictions = rows.map((row, index) => ({
      ...described(row),
      predicted: predictedOf(answers.values, index),
      ...(row.actual === undefined ? {} : { actual: row.actual }),
    }));
    const text = () => valueTable(head, rows, answers, session);
    return out === undefined ? { json: { predictions }, text } : listed(predictions);
  }
  const verdicts = rows.map((row, index) => classVerdict(answers, index, row.label));
  const labels = rows.some(({ label }) => label !== undefined);
  const predictions = rows.map((row, index) => ({ ...described(row), ...verdicts[index]?.json }));
  if (out !== undefined) return listed(predictions);
  return {
    json: { predictions },
    text: () =>
      table(
        [head, "class", "probability", ...(labels ? ["actual"] : [])],
        rows.map(({ input, label = "" }, index) => {
          const { answer = "", top = [] } = verdicts[index] ?? {};
          return [
            input,
            answer,
            percentText(top[0]?.probability ?? Number.NaN, 1),
            ...(labels ? [label] : []),
          ];
        }),
        ["left", "left", "right", "left"],
        session.colour.bold,
      ),
  };
}
