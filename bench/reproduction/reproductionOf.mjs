import { join } from "node:path";
import { readFile } from "node:fs/promises";
import { compareWithPublished, findRecipe, resolveSettings } from "@minibatch/recipes";

/**
 * What a run of a recipe reached: an entry of docs/reproduction.json.
 *
 * @typedef {object} Reproduction
 * @property {string} recipe
 * @property {string} command the line that repeats it
 * @property {number} seed
 * @property {readonly number[]} [seeds] of all runs, where there are several: the numbers are their medians
 * @property {string} backend
 * @property {string} device what the backend computed on, threads included
 * @property {string} cpu
 * @property {number} cores
 * @property {string} node the version of Node
 * @property {number} epochs
 * @property {number} seconds training and testing; of a run that was resumed, since then
 * @property {number} samplesPerSecond training samples
 * @property {string} source where the published numbers stand
 * @property {readonly (import("@minibatch/recipes").Comparison & { least?: number, most?: number })[]} figures the recipe's own
 *   first; of several runs with the least and the most
 * @property {string} [note] what calls for an explanation
 */

/**
 * What a finished run reproduced, from nothing but its folder.
 *
 * @param {string} folder a run folder of `minibatch train`
 * @param {(folder: string) => Promise<number>} realMnistAccuracy measures its model on the MNIST test set
 * @returns {Promise<Reproduction>}
 * @throws {Error} when there is no run, or it is not finished
 */
export async function reproductionOf(folder, realMnistAccuracy) {
  const text = await readFile(join(folder, "run.json"), "utf8").catch((cause) => {
    throw new Error(`There is no run in ${folder}: give a folder that minibatch train made.`, { cause });
  });
  const record = JSON.parse(text);
  const { result, machine, backend, versions, settings } = record;
  if (record.status !== "done") {
    throw new Error(
      `The run in ${folder} is not finished: go on with it by minibatch train --resume ${folder}`,
    );
  }
  const recipe = findRecipe(record.recipe);
  // As the recipe has it now, so that a correction of a published number needs no new training.
  const { published } = recipe;
  const figures = compareWithPublished({
    ...result,
    published,
    ...(published.metric === "accuracy on real MNIST" && {
      realMnistAccuracy: await realMnistAccuracy(folder),
    }),
  });
  return {
    recipe: recipe.name,
    command: commandOf(recipe, settings),
    seed: settings.seed,
    backend,
    device: machine.device,
    cpu: machine.cpu,
    cores: machine.cores,
    node: versions.node,
    epochs: result.history.loss.length,
    seconds: Math.round(result.seconds),
    samplesPerSecond: Math.round(result.samplesPerSecond),
    source: published.source,
    figures: figures.map(({ measured, ...figure }) => ({
      ...figure,
      measured: Number(measured.toPrecision(6)),
    })),
  };
}

/** The line that repeats a run: the recipe, the seed, and what is not as the recipe has it. */
function commandOf(recipe, settings) {
  const usual = resolveSettings(recipe, { seed: settings.seed });
  const flags = {
    epochs: "--epochs",
    batchSize: "--batch-size",
    learningRate: "--learning-rate",
    optimizer: "--optimizer",
    momentum: "--momentum",
    nesterov: settings.nesterov ? "--nesterov" : "--no-nesterov",
    weightDecay: "--weight-decay",
    limit: "--limit",
    validationSplit: "--validation-split",
    earlyStopping: "--early-stopping",
  };
  // A run of before a setting came has it as the recipe.
  const changed = Object.entries(flags).filter(
    ([name]) => settings[name] !== undefined && settings[name] !== usual[name],
  );
  const words = changed.flatMap(([name, flag]) =>
    typeof settings[name] === "boolean" ? [flag] : [flag, settings[name]],
  );
  return ["minibatch train", recipe.name, "--seed", settings.seed, ...words].join(" ");
}
