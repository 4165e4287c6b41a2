import { datasets } from "@minibatch/datasets";
import { decodeModel, type LoadedModel, outputActivation } from "@minibatch/models";
import { samplesFor } from "@minibatch/recipes";
import {
  chooseWeights,
  type PageAnswer,
  type PageTest,
  pageHtml,
  pageInputOf,
  pageTitle,
  storeModel,
  type TestSet,
  type WeightFormat,
} from "@minibatch/standalone";
import { predict } from "@minibatch/training";
import { modelFiles, models } from "../../storage/models.ts";
import { runs, type StoredRun } from "../../storage/runs.ts";
import type { Command, CommandContext } from "../Command.ts";
import { loadOptions } from "../datasetMirror.ts";
import { startSteadyBackend } from "../startSteadyBackend.ts";
import { WorkerError } from "../WorkerError.ts";
import type { PackedFile } from "./packRun.ts";

/** A model, and the weights that its page gets. */
export interface PageOrder {
  readonly id: string;
  /** By default a byte each, where the test set is at hand and hardly notices. */
  readonly weights?: WeightFormat | undefined;
}

/** Writes a model as one HTML page that works offline. */
export const packPage: Command<PageOrder, PackedFile> = async ({ id, weights: asked }, context) => {
  const [stored, files, run] = await Promise.all([models.get(id), modelFiles.get(id), runs.get(id)]);
  if (!stored || !files) throw new WorkerError("NOT_FOUND", "This browser no longer keeps it.");
  await startSteadyBackend();
  const loaded = await decodeModel(files);
  const { model, metadata } = loaded;
  try {
    const isImage = (model.inputs[0]?.shape.length ?? 0) === 4;
    const inputScaling = metadata.inputScaling ?? (isImage ? { scale: 1 / 255, offset: 0 } : undefined);
    // Before anything is measured: a layer that there is no JavaScript for ends it here.
    await storeModel(model, { inputScaling });
    const { weights, test, check } = await chooseWeights(model, {
      predict: (x) => predict(model, x, { inputScaling, signal: context.signal }),
      testSet: await testSetOf(loaded, context),
      weights: asked,
    });
    const network = await storeModel(model, { inputScaling, weights });
    const answer = answerOf(loaded);
    const data =
      datasets.find(({ name }) => name === metadata.dataset)?.title ?? metadata.dataset ?? stored.name;
    const html = await pageHtml({
      stored: network,
      answer,
      input: pageInputOf(metadata, network.network.inputShape),
      card: {
        title: pageTitle(answer, data),
        data,
        // Of a test set that is not here, only what the run says of weights of four bytes is known.
        test: test ?? (weights === "float32" ? testOf(run) : undefined),
        date: new Date(stored.created).toISOString().slice(0, 10),
        seed: run?.result?.settings.seed,
        parameters: stored.parameters,
        weights,
      },
      check,
    });
    return { name: `${stored.name}.html`, bytes: new TextEncoder().encode(html) };
  } finally {
    model.dispose();
  }
};

/** The test set of the dataset that a model was trained on; none of one's own data, or where neither this browser nor the server has it. */
async function testSetOf(
  loaded: LoadedModel,
  { base, signal }: CommandContext,
): Promise<TestSet | undefined> {
  const dataset = datasets.find(({ name }) => name === loaded.metadata.dataset);
  if (dataset === undefined) return undefined;
  try {
    const { test } = await dataset.load({ ...loadOptions(dataset.name, base), signal, split: "test" });
    const samples = samplesFor(loaded, dataset, test);
    return samples && { ...samples, task: dataset.task };
  } catch {
    signal.throwIfAborted();
    return undefined;
  }
}

function answerOf({ model, metadata }: LoadedModel): PageAnswer {
  const activation = outputActivation(model);
  if (activation !== "softmax" && activation !== "sigmoid") {
    return { kind: "value", name: metadata.targetName ?? "" };
  }
  const width = Math.max(2, model.outputs[0]?.shape.at(-1) ?? 1);
  return {
    kind: "classes",
    names: metadata.classNames ?? Array.from({ length: width }, (_, at) => String(at)),
  };
}

function testOf(run: StoredRun | undefined): PageTest | undefined {
  if (!run?.result) return undefined;
  const { samples, test } = run.result;
  return { samples: samples.test, accuracy: test.accuracy, mae: test.mae };
}
