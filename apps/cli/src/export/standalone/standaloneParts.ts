import { existsSync, statSync } from "node:fs";
import { type LoadedModel, outputActivation } from "@minibatch/models";
import { predict } from "@minibatch/training";
import {
  type ChosenWeights,
  chooseWeights,
  type PageAnswer,
  type PageTest,
  type SelfCheck,
  type StoredModel,
  storeModel,
  type WeightFormat,
} from "@minibatch/standalone";
import { CliError } from "../../CliError.ts";
import { answersOf, requireOneAnswer } from "../../predict/answersOf.ts";
import { readRun } from "../../run/readRun.ts";
import { runFiles } from "../../run/runFiles.ts";
import { percentText } from "../../terminal/numberText.ts";
import type { ExportContext } from "../ExportTarget.ts";
import { scalingOf } from "./scalingOf.ts";
import { testSetOf } from "./testSetOf.ts";

/** A model as plain JavaScript takes it, with what a page says of it. */
export interface StandaloneParts {
  readonly stored: StoredModel;
  readonly weights: WeightFormat;
  readonly answer: PageAnswer;
  /** With the weights as they are stored; none where the test set is not there. */
  readonly test?: PageTest | undefined;
  readonly check: SelfCheck;
  /** What it was trained on, in print. */
  readonly data?: string | undefined;
  readonly run: { readonly date: string; readonly seed?: number | undefined };
}

/**
 * Stores a model for plain JavaScript, with weights of a byte where the test set hardly notices.
 *
 * @throws {CliError} `MODEL_MISMATCH`
 * @throws {StandaloneError} `UNSUPPORTED_LAYER`, `UNSUPPORTED_MODEL`
 */
export async function standaloneParts(loaded: LoadedModel, context: ExportContext): Promise<StandaloneParts> {
  requireOneAnswer(loaded);
  const { model } = loaded;
  const answer = answerOf(loaded);
  const activation = outputActivation(model);
  if (answer.kind === "classes" && activation !== "softmax" && activation !== "sigmoid") {
    throw new CliError(
      "MODEL_MISMATCH",
      `The model tells classes apart and ends in "${activation}", which gives no probabilities. End it in softmax, or sigmoid for two classes.`,
    );
  }
  const inputScaling = scalingOf(loaded, context.session);
  // Before anything is measured: a layer that there is no JavaScript for ends it here.
  await storeModel(model, { inputScaling });
  const testSet = await testSetOf(loaded, context);
  const { source, status } = context.session;
  status.update(() => "Measuring the weights on the test set");
  const { weights, test, check, compared } = await chooseWeights(model, {
    predict: (x) => predict(model, x, { inputScaling, signal: source.signal }),
    testSet,
    weights: context.weights,
  });
  if (compared) status.print(`${lossText(compared)}: the weights are ${weights}.`);
  const stored = await storeModel(model, { inputScaling, weights });
  const run = await runOf(context);
  return { stored, weights, answer, test, check, data: testSet?.title ?? loaded.metadata.dataset, run };
}

function lossText({ int8, float32 }: NonNullable<ChosenWeights["compared"]>): string {
  return float32.accuracy === undefined
    ? `A byte for each weight has a test MAE of ${int8.mae?.toPrecision(4)}, four bytes ${float32.mae?.toPrecision(4)}`
    : `A byte for each weight reaches ${percentText(int8.accuracy ?? 0)} of the test set, four bytes ${percentText(float32.accuracy)}`;
}

function answerOf(loaded: LoadedModel): PageAnswer {
  const width = loaded.model.outputs[0]?.shape.at(-1) ?? 1;
  const answers = answersOf(loaded, { data: new Float32Array(width), shape: [1, width] });
  return answers.kind === "classes"
    ? { kind: "classes", names: answers.names }
    : { kind: "value", name: answers.names.join(", ") };
}

/** When it was trained, and from which seed; of a model from elsewhere, when its file was written. */
async function runOf({ path, session }: ExportContext): Promise<StandaloneParts["run"]> {
  const folder = session.resolve(path);
  const file = [runFiles(folder).run, folder].find(existsSync);
  const date = (file === undefined ? new Date() : statSync(file).mtime).toISOString().slice(0, 10);
  if (!existsSync(runFiles(folder).run)) return { date };
  return { date, seed: (await readRun(folder)).settings.seed };
}
