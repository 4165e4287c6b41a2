import { findDataset } from "@minibatch/datasets";
import { startChosenBackend } from "../backends/startChosenBackend.ts";
import { CliError } from "../CliError.ts";
import type { Output } from "../Output.ts";
import { ownTestSet } from "./ownTestSet.ts";
import { describeModel } from "../run/describeModel.ts";
import { openModel } from "../run/openModel.ts";
import type { Session } from "../Session.ts";
import type { EvaluateOptions } from "./EvaluateOptions.ts";
import { evaluateClasses } from "./evaluateClasses.ts";
import { evaluateValues } from "./evaluateValues.ts";

/** Measures a saved model on the test set of a dataset. */
export async function evaluateModel(
  folder: string,
  data: string | undefined,
  options: EvaluateOptions,
  session: Session,
): Promise<Output> {
  const named = options.dataset === undefined ? undefined : findDataset(options.dataset);
  const { device } = await startChosenBackend(options);
  const loaded = await describeModel(await openModel(folder, session), options, session);
  const dataset =
    named ??
    (await ownTestSet(folder, data, loaded.metadata, session)) ??
    findDataset(loaded.metadata.dataset ?? missingDataset());
  const { json, text } =
    dataset.task === "regression"
      ? await evaluateValues(loaded, dataset, options, session)
      : await evaluateClasses(loaded, dataset, options, session);
  loaded.model.dispose();
  return { json: { model: session.display(folder), dataset: dataset.name, device, ...json }, text };
}

function missingDataset(): never {
  throw new CliError(
    "INVALID_USAGE",
    "The model does not say which dataset it was trained on: name one with --dataset, for example --dataset mnist.",
  );
}
