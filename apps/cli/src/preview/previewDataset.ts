import { closestName, type Dataset, findDataset, type Samples } from "@minibatch/datasets";
import { CliError } from "../CliError.ts";
import { loadProgress } from "../loadProgress.ts";
import type { Output } from "../Output.ts";
import type { Session } from "../Session.ts";
import type { PreviewOptions } from "./PreviewOptions.ts";
import type { PreviewSample } from "./PreviewSample.ts";
import { pickRows } from "./pickRows.ts";
import { sampleTable } from "./sampleTable.ts";
import { terminalGrid } from "./terminalGrid.ts";
import { type GridFile, gridFile } from "./gridFile.ts";

/** More would be no preview, and a picture that nothing opens. */
const MAX_SAMPLES = 1000;

/** Shows samples of a dataset in the terminal, or draws them into a file. */
export async function previewDataset(
  name: string,
  options: PreviewOptions,
  session: Session,
): Promise<Output> {
  const dataset = findDataset(name);
  const { split = "train", rows = 3, columns = 5, seed } = options;
  const isImage = dataset.inputShape.length === 3;
  const count = isImage ? rows * columns : columns;
  if (count > MAX_SAMPLES) throw usage(`A preview has at most ${MAX_SAMPLES} samples, not ${count}.`);
  if (!isImage && options.out !== undefined) throw usage(`${dataset.title} has no images: leave --out out.`);
  const file = options.out === undefined ? undefined : gridFile(options.out, session);
  const label = options.class === undefined ? undefined : classOf(options.class, dataset);
  const limit = seed === undefined && label === undefined ? count : undefined;
  const onProgress = loadProgress(session);
  const { [split]: part } = await dataset.load({ ...session.source, onProgress, split, limit });
  session.status.clear();
  const picked = await pickRows(part.y.data, { count, label, seed });
  const title = `${dataset.title}, ${split === "train" ? "training" : "test"} samples`;
  const json = {
    dataset: dataset.name,
    split,
    samples: picked.map((index) => ({ index, ...answerOf(index, part, dataset) })),
  };
  if (!isImage) return { json, text: () => `${title}\n\n${sampleTable(dataset, part, picked, session)}` };
  const samples = picked.map((index) => sampleAt(index, part, dataset));
  if (file !== undefined) return writeGrid(file, samples, columns, title, json);
  const line = session.commandLine("datasets", "preview", name, "--out", `${name}.png`);
  return {
    json,
    text: () =>
      `${session.colour.bold(title)}\n\n${terminalGrid(samples, columns, session)}` +
      `As a picture: ${session.colour.cyan(line)}\n`,
  };
}

async function writeGrid(
  file: GridFile,
  samples: readonly PreviewSample[],
  columns: number,
  title: string,
  json: object,
): Promise<Output> {
  const { width, height } = await file.write(samples, columns, title);
  return {
    json: { ...json, out: file.name, width, height },
    text: () => `${samples.length} samples drawn into ${file.name}, ${width} x ${height} pixels\n`,
  };
}

function sampleAt(index: number, { x, y }: Samples, dataset: Dataset): PreviewSample {
  const [height = 1, width = 1, channels = 1] = dataset.inputShape;
  const size = height * width * channels;
  const data = x.data.subarray(index * size, (index + 1) * size);
  const label = dataset.classNames[y.data[index] ?? 0] ?? "";
  return { index, label, picture: { width, height, channels, data } };
}

/** The label and its name, or the features and the target. */
function answerOf(index: number, { x, y }: Samples, { classNames, featureNames = [] }: Dataset): object {
  const answer = y.data[index] ?? 0;
  if (classNames.length > 0) return { label: answer, class: classNames[answer] };
  const values = featureNames.map((name, column) => [name, x.data[index * featureNames.length + column]]);
  return { features: Object.fromEntries(values), target: answer };
}

function classOf(name: string, { title, classNames }: Dataset): number {
  const lowered = classNames.map((one) => one.toLowerCase());
  const label = lowered.indexOf(name.toLowerCase());
  if (label >= 0) return label;
  if (classNames.length === 0) throw usage(`${title} has no classes: leave --class out.`);
  const meant = closestName(name, classNames);
  throw usage(
    `${title} has no class "${name}".${meant ? ` Did you mean ${meant}?` : ""} It has ${classNames.join(", ")}.`,
  );
}

function usage(message: string): CliError {
  return new CliError("INVALID_USAGE", message);
}
