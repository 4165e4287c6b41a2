import { readFile, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { findRecipe, recipes, resolveSettings } from "@minibatch/recipes";
import { main } from "minibatch";
import { medianReproduction } from "./medianReproduction.mjs";
import { reachedSource } from "./reachedSource.mjs";
import { reproductionMarkdown } from "./reproductionMarkdown.mjs";
import { reproductionOf } from "./reproductionOf.mjs";

/**
 * Trains recipes by the `minibatch` command, and puts what they reach into docs/reproduction.json, docs/reproduction.md and
 * the recipes' `reachedValues`: after each one, so that nothing is lost when a later one is interrupted.
 *
 * @param {object} options
 * @param {readonly string[]} options.names recipes to train
 * @param {readonly string[]} options.from finished run folders that count as well
 * @param {number} [options.seed] instead of each recipe's own
 * @param {number} [options.seeds] how many runs of each recipe, with the seeds from that one on
 * @param {readonly string[]} options.flags for `minibatch train`, such as `--backend wasm`
 * @param {readonly string[]} options.sourceFlags for everything that loads data, such as `--mirror <folder>`
 * @param {string} [options.note] kept with these runs
 * @param {string} options.root the repository, or where else to write
 * @param {import("minibatch").Io} options.io the streams and the signal of `minibatch`
 * @returns {Promise<number>} the exit code: 0 when all that was run reaches what was published, by the median of its seeds
 */
export async function reproduce({ names, from, seed, seeds = 1, flags, sourceFlags, note, root, io }) {
  const realMnistAccuracy = async (folder) => {
    const { accuracy } = await run(["evaluate", folder, "--dataset", "mnist", ...sourceFlags], io);
    return accuracy;
  };
  const runs = new Map();
  const enter = async (folder) => {
    const reproduction = await reproductionOf(folder, realMnistAccuracy);
    const { recipe } = reproduction;
    runs.set(recipe, [...(runs.get(recipe) ?? []), reproduction]);
    const median = medianReproduction(runs.get(recipe));
    await write(root, note === undefined ? median : { ...median, note });
    report(reproduction, `seed ${reproduction.seed}`);
  };
  const report = ({ recipe, figures }, which) => {
    for (const { metric, measured, published, reached } of figures) {
      const words = [recipe, which, metric, measured.toPrecision(4), "published", published];
      io.stdout.write(`${words.join("  ")}  ${reached ? "reached" : "SHORT"}\n`);
    }
  };
  for (const folder of from) await enter(resolve(io.cwd, folder));
  for (const name of names) {
    const first = resolveSettings(findRecipe(name), { seed }).seed;
    for (let index = 0; index < seeds; index += 1) {
      const words = ["train", name, "--seed", String(first + index), ...flags, ...sourceFlags];
      const { out } = await run(words, io);
      await enter(resolve(io.cwd, out));
    }
  }
  const medians = [...runs.values()].map(medianReproduction);
  for (const median of medians) if (median.seeds) report(median, `median of ${median.seeds.length} seeds`);
  return medians.every(({ figures }) => figures.every(({ reached }) => reached)) ? 0 : 1;
}

/** Runs a command of `minibatch` for its result; what it says on the way is for the person. */
async function run(argv, io) {
  let printed = "";
  const code = await main([...argv, "--json"], { ...io, stdout: { write: (text) => (printed += text) } });
  if (code !== 0) throw new CommandFailed(code);
  return JSON.parse(printed);
}

/** A command of `minibatch` failed; it has said why. */
export class CommandFailed extends Error {
  /** @param {number} code its exit code */
  constructor(code) {
    super(`minibatch ended with code ${code}`);
    this.code = code;
  }
}

/** Replaces the row of a recipe, in the order of the recipes. */
async function write(root, reproduction) {
  const file = join(root, "docs", "reproduction.json");
  const before = await readFile(file, "utf8").then(JSON.parse, (error) => {
    if (error.code === "ENOENT") return [];
    throw error;
  });
  const all = recipes.flatMap(({ name }) =>
    name === reproduction.recipe ? [reproduction] : before.filter(({ recipe }) => recipe === name),
  );
  await writeFile(file, `${JSON.stringify(all, null, 2)}\n`);
  await writeFile(join(root, "docs", "reproduction.md"), reproductionMarkdown(all));
  await writeFile(join(root, "packages", "recipes", "src", "reachedValues.ts"), reachedSource(all));
}
