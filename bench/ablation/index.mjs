// `npm run bench:ablation`: a recipe with each of its parts switched off.
import { startBackend } from "@minibatch/backends";
import { findRecipe, resolveSettings, trainRecipe } from "@minibatch/recipes";
import { accuracy, argMax, predict } from "@minibatch/training";
import { integerOption, readArguments } from "../readArguments.mjs";
import { variantsOf } from "./variantsOf.mjs";

const usage = `Trains a recipe as it is, and with each of its parts switched off, on the same seeds, and prints the accuracy on the whole test set.

npm run bench:ablation -- [recipe] [--epochs n] [--limit n] [--seeds n] [--seed n]

  recipe        which (default: cifar10-airbench-93)
  --epochs <n>  how many epochs (default: the recipe's)
  --limit <n>   only the first n training samples (default: all)
  --seeds <n>   with how many seeds, from --seed on (default: 3)

Needs MINIBATCH_MIRROR, a folder with the real files. The parts of cifar10-airbench-93 take some eleven times its time, for each seed.`;

const text = { type: "string" };
const config = { allowPositionals: true, options: { epochs: text, limit: text, seeds: text, seed: text } };
const { recipe, settings, seeds } = readArguments(usage, config, ({ values, positionals }) => {
  if (!process.env["MINIBATCH_MIRROR"])
    throw new Error("set MINIBATCH_MIRROR to a folder with the real files");
  const recipe = findRecipe(positionals[0] ?? "cifar10-airbench-93");
  const seed = integerOption(values, "seed", 0) ?? resolveSettings(recipe, {}).seed;
  const count = integerOption(values, "seeds", 1) ?? 3;
  const epochs = integerOption(values, "epochs", 1) ?? recipe.schedule.epochs;
  return {
    recipe,
    settings: { epochs, limit: integerOption(values, "limit", 1) },
    seeds: Array.from({ length: count }, (_, index) => seed + index),
  };
});

const { device } = await startBackend("wasm");
const rows = [];
for (const [name, variant] of variantsOf(recipe)) {
  const row = { name, accuracies: [], plain: [], seconds: 0 };
  for (const seed of seeds) {
    const mirror = process.env["MINIBATCH_MIRROR"];
    const result = await trainRecipe(variant, { ...settings, seed, mirror, validationSplit: 0 });
    row.accuracies.push(result.test.accuracy);
    row.seconds += result.seconds;
    if (rows.length === 0 && variant.schedule.testTimeAugmentation)
      row.plain.push(await plainAccuracy(result));
    result.model.dispose();
    console.error(`${name}, seed ${seed}: ${percent(row.accuracies.at(-1))}`);
  }
  rows.push(row);
  // The same networks, asked about each image as it is.
  if (row.plain.length > 0)
    rows.push({ name: "asked about each image once", accuracies: row.plain, seconds: 0 });
}

const [whole] = rows;
const { limit } = settings;
console.log(
  `${recipe.name}, ${limit ? `the first ${limit}` : "all"} training samples, ${settings.epochs} epochs, seeds ${seeds.join(", ")}, ${device}\n`,
);
console.log("| | accuracy, mean | difference | by seed |\n| --- | ---: | ---: | --- |");
for (const { name, accuracies } of rows) {
  const difference = 100 * (mean(accuracies) - mean(whole.accuracies));
  const sign = difference > 0 ? "+" : "";
  console.log(
    `| ${name} | ${percent(mean(accuracies))} | ${accuracies === whole.accuracies ? "" : sign + difference.toFixed(2)} | ${accuracies.map(percent).join(" ")} |`,
  );
}
process.exit(0);

function mean(values) {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function percent(share) {
  return `${(100 * share).toFixed(2)} %`;
}

async function plainAccuracy({ model, metadata, testSet }) {
  const predicted = argMax(await predict(model, testSet.x, { inputScaling: metadata.inputScaling }));
  return accuracy(testSet.y.data, predicted);
}
