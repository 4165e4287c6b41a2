import { datasets } from "@minibatch/datasets";
import { decodeModel, type LoadedModel, outputActivation } from "@minibatch/models";
import {
  madeUpInputs,
  type PageAnswer,
  type PageTest,
  pageHtml,
  pageInputOf,
  pageTitle,
  selfCheckOf,
  storeModel,
} from "@minibatch/standalone";
import { predict } from "@minibatch/training";
import { modelFiles, models } from "../../storage/models.ts";
import { runs, type StoredRun } from "../../storage/runs.ts";
import type { Command } from "../Command.ts";
import { startChosenBackend } from "../startChosenBackend.ts";
import { WorkerError } from "../WorkerError.ts";
import type { PackedFile } from "./packRun.ts";

/** The samples that the page compares itself with. */
const checked = 8;

/**
 * Writes a model as one HTML page that works offline. Its weights are those of the run, so the run's own test result is the page's; the
 * command, which has the test set at hand, measures smaller ones.
 */
export const packPage: Command<{ readonly id: string }, PackedFile> = async ({ id }) => {
  const [stored, files, run] = await Promise.all([models.get(id), modelFiles.get(id), runs.get(id)]);
  if (!stored || !files) throw new WorkerError("NOT_FOUND", "This browser no longer keeps it.");
  await startChosenBackend("cpu");
  const loaded = await decodeModel(files);
  const { model, metadata } = loaded;
  try {
    const isImage = (model.inputs[0]?.shape.length ?? 0) === 4;
    const inputScaling = metadata.inputScaling ?? (isImage ? { scale: 1 / 255, offset: 0 } : undefined);
    const network = await storeModel(model, { inputScaling });
    const shape = [checked, ...network.network.inputShape];
    const inputs = madeUpInputs(shape);
    const outputs = await predict(model, { data: inputs, shape }, { inputScaling });
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
        test: testOf(run),
        date: new Date(stored.created).toISOString().slice(0, 10),
        seed: run?.result?.settings.seed,
        parameters: stored.parameters,
        weights: "float32",
      },
      check: selfCheckOf(inputs, outputs.data, checked),
    });
    return { name: `${stored.name}.html`, bytes: new TextEncoder().encode(html) };
  } finally {
    model.dispose();
  }
};

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
