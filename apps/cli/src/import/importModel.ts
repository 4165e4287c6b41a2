import { startBackend } from "@minibatch/backends";
import { type Dataset, findDataset } from "@minibatch/datasets";
import { type LoadedModel, outputActivation, saveModel } from "@minibatch/models";
import { requireFit } from "../evaluate/requireFit.ts";
import { notWritable } from "../files/notWritable.ts";
import type { Output } from "../Output.ts";
import { requireOneAnswer } from "../predict/answersOf.ts";
import { describeModel } from "../run/describeModel.ts";
import type { Session } from "../Session.ts";
import { countText } from "../terminal/numberText.ts";
import { channelsLast } from "./channelsLast.ts";
import { chooseOutput } from "./chooseOutput.ts";
import { fileNameOf } from "./fileNameOf.ts";
import type { ImportOptions } from "./ImportOptions.ts";
import { importFolder, requireFree } from "./importFolder.ts";
import { openForeign } from "./openForeign.ts";
import { requireScaling } from "./requireScaling.ts";

/** Makes a folder of a model from elsewhere, with what only its owner knows of it. */
export async function importModel(path: string, options: ImportOptions, session: Session): Promise<Output> {
  const dataset = options.dataset === undefined ? undefined : findDataset(options.dataset);
  requireFree(options.out, session);
  // Nothing is computed: the backend that starts at once will do.
  await startBackend("cpu");
  const opened = await openForeign(path, options.architecture, session);
  try {
    const model = channelsLast(chooseOutput(opened.model, options.output));
    const described = await describeModel({ model, metadata: opened.metadata }, options, session);
    const metadata = metadataOf(described, dataset, path);
    const loaded: LoadedModel = { model, metadata };
    if (dataset?.task === "classification") requireFit(loaded, dataset);
    else if (metadata.classNames) requireOneAnswer(loaded);
    requireScaling(loaded, path);
    const out = importFolder(path, options.out, session);
    await saveModel(model, out, metadata).catch((error: Error) => {
      throw notWritable(session.display(out), error.cause ?? error, "folder");
    });
    return outputOf(loaded, { path, out: session.display(out) }, session);
  } finally {
    opened.model.dispose();
  }
}

function metadataOf(
  { metadata }: LoadedModel,
  dataset: Dataset | undefined,
  path: string,
): LoadedModel["metadata"] {
  const names = dataset?.task === "classification" ? dataset.classNames : undefined;
  const classNames = metadata.classNames ?? names;
  return {
    ...metadata,
    ...(classNames && { classNames }),
    ...(dataset && { dataset: dataset.name }),
    provenance: { ...metadata.provenance, importedFrom: fileNameOf(path) },
  };
}

function outputOf(
  { model, metadata }: LoadedModel,
  { path, out }: { readonly path: string; readonly out: string },
  session: Session,
): Output {
  const { classNames, inputScaling = null, dataset } = metadata;
  const parameters = model.countParams();
  const shapesOf = (tensors: typeof model.inputs): (number | null)[][] =>
    tensors.map(({ shape }) => shape.slice(1));
  const [inputs, outputs] = [shapesOf(model.inputs), shapesOf(model.outputs)];
  const isClassifier = outputActivation(model) === "softmax";
  if (isClassifier && classNames === undefined) {
    session.status.print("Its classes are numbered: --labels labels.txt names them, one a line.");
  }
  const sample = dataset === undefined ? [] : [session.commandLine("predict", out, `${dataset}:test:0`)];
  const next =
    dataset === undefined ? session.commandLine("summary", out) : session.commandLine("evaluate", out);
  return {
    json: { model: path, out, inputs, outputs, parameters, classNames, inputScaling, dataset },
    text: () =>
      [
        `${session.colour.bold(out)}  ${countText(parameters)} parameters, from ${listText(inputs)} to ${listText(outputs)}`,
        "Try next:",
        ...[...sample, next].map((line) => `  ${line}`),
        "",
      ].join("\n"),
  };
}

function listText(shapes: readonly (readonly (number | null)[])[]): string {
  return shapes.map((shape) => `[${shape.map((length) => length ?? "any").join(", ")}]`).join(" and ");
}
