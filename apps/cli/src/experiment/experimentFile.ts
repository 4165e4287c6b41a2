import { isAbsolute, join, relative, resolve } from "node:path";
import {
  type Experiment,
  type ExperimentData,
  optimizerOptionsOf,
  type ResolvedSettings,
} from "@minibatch/recipes";

/** The path of the experiment in a run folder. */
export function experimentFile(folder: string): string {
  return join(folder, "experiment.json");
}

/** An experiment as its run went: with the settings that were used in the place of its own. */
export function withSettings(experiment: Experiment, settings: ResolvedSettings): Experiment {
  const { epochs, batchSize, learningRate, optimizer, seed, limit, validationSplit, earlyStopping } =
    settings;
  const { earlyStopping: _, optimizerOptions: _own, ...schedule } = experiment.schedule;
  const optimizerOptions = optimizerOptionsOf(experiment.schedule, settings);
  return {
    ...experiment,
    schedule: {
      ...schedule,
      epochs,
      batchSize,
      learningRate,
      optimizer,
      ...(Object.keys(optimizerOptions).length > 0 && { optimizerOptions }),
      seed,
      ...(validationSplit !== null && { validation: { lastFraction: validationSplit } }),
      ...(earlyStopping !== null && { earlyStopping }),
    },
    ...(limit !== null && { limit }),
  };
}

/**
 * An experiment for a file in another folder: paths lead to the same data from there.
 *
 * @param from the folder that its paths start from
 * @param to the folder that the file is for
 */
export function movedTo(experiment: Experiment, from: string, to: string): Experiment {
  return { ...experiment, data: movedData(experiment.data, (path) => movedPath(path, from, to)) };
}

/** A path that starts from one folder, for a file in another one. */
export function movedPath(path: string, from: string, to: string): string {
  if (/^https?:\/\//.test(path)) return path;
  const moved = relative(to, resolve(from, path));
  // On another drive there is no way but the whole path.
  return isAbsolute(moved) ? moved : moved.replaceAll("\\", "/");
}

function movedData(data: ExperimentData, move: (path: string) => string): ExperimentData {
  if ("table" in data) return { ...data, table: move(data.table) };
  if ("arrays" in data) return { ...data, arrays: move(data.arrays) };
  if ("pictures" in data) return { ...data, pictures: move(data.pictures) };
  return data;
}
