import type { Experiment, RecipeExperiment } from "@minibatch/recipes";
import type { SweepSettings, SettingValue } from "@minibatch/sweeps";
import { CliError } from "../CliError.ts";
import type { TrainOptions } from "../train/TrainOptions.ts";

/** The settings that every run has, under the names that `run.json` gives them. */
const runSettings = [
  "epochs",
  "batchSize",
  "learningRate",
  "optimizer",
  "momentum",
  "nesterov",
  "weightDecay",
  "seed",
  "limit",
  "validationSplit",
  "earlyStopping",
];

/**
 * Takes an entry's settings apart: those of any run, and those of an experiment, which are paths into it such as `model.mlp.units`.
 *
 * @throws {CliError} `INVALID_USAGE` for a name that is neither
 */
export function applySettings(
  settings: SweepSettings,
  experiment: Experiment | RecipeExperiment,
): { readonly options: Partial<TrainOptions>; readonly experiment: Experiment | RecipeExperiment } {
  const options: Record<string, SettingValue> = {};
  let changed = experiment;
  for (const [name, value] of Object.entries(settings)) {
    if (runSettings.includes(name)) options[name] = value;
    else if (!("recipe" in changed) && name.includes(".")) {
      changed = withValue(changed, name.split("."), value, name) as Experiment;
    } else throw unknownSetting(name, experiment);
  }
  return { options, experiment: changed };
}

function withValue(part: unknown, path: readonly string[], value: SettingValue, name: string): unknown {
  const [first, ...rest] = path;
  if (first === undefined) return value;
  if (typeof part !== "object" || part === null) throw unknownPath(name, first);
  const known = first in part;
  // A new option may come into being at the end of a path, but no new part on the way.
  if (!known && rest.length > 0) throw unknownPath(name, first, Object.keys(part));
  const inner = withValue((part as Record<string, unknown>)[first], rest, value, name);
  if (Array.isArray(part)) {
    if (!known) throw unknownPath(name, first, Object.keys(part));
    return part.with(Number(first), inner) as unknown;
  }
  return { ...part, [first]: inner };
}

function unknownPath(name: string, first: string, known: readonly string[] = []): CliError {
  const there = known.length === 0 ? "" : ` There is ${known.join(", ")}.`;
  return new CliError(
    "INVALID_USAGE",
    `${name} is no path of the experiment: it has no "${first}" there.${there}`,
  );
}

function unknownSetting(name: string, experiment: Experiment | RecipeExperiment): CliError {
  const paths = !("recipe" in experiment)
    ? "or a path of the experiment, such as model.mlp.units"
    : "and a recipe has no others: write an experiment file for them";
  return new CliError(
    "INVALID_USAGE",
    `There is no setting "${name}". It can be ${runSettings.join(", ")}, ${paths}.`,
  );
}
