// `npm run bench:seeds`: what recipes reach from some seeds, and beside what they reached before: whether kernels changed results.
import { readFile } from "node:fs/promises";
import { startBackend } from "@minibatch/backends";
import { findRecipe, recipes, trainRecipe } from "@minibatch/recipes";
import { integerOption, namesOption, readArguments } from "../readArguments.mjs";
import { seedsTable } from "./seedsTable.mjs";

const usage = `Usage: npm run bench:seeds -- [options]

Trains recipes for a short while from some seeds, and prints what each reaches on the whole test set. The datasets have to lie in the cache, or in
MINIBATCH_MIRROR. Two versions compare by the file that one of them wrote with --json.

  --recipes <names>  which recipes of classes (default: mnist-mlp-512,mnist-cnn,cifar10-cnn-small)
  --seeds <n>        from seed 1 to this (default: 3)
  --limit <n>        the training samples of an epoch (default: 2000)
  --epochs <n>       (default: 2)
  --threads <n>      of the wasm backend (default: 1)
  --before <file>    what another version printed with --json, beside
  --json             print the results and nothing else (with npm run -s)`;

const { names, seeds, limit, epochs, threads, before, json } = readArguments(
  usage,
  {
    options: {
      recipes: { type: "string", default: "mnist-mlp-512,mnist-cnn,cifar10-cnn-small" },
      seeds: { type: "string" },
      limit: { type: "string" },
      epochs: { type: "string" },
      threads: { type: "string" },
      before: { type: "string" },
      json: { type: "boolean", default: false },
    },
  },
  ({ values }) => ({
    names: namesOption(
      values,
      "recipes",
      recipes.filter(({ dataset }) => dataset.task === "classification").map(({ name }) => name),
    ),
    seeds: integerOption(values, "seeds", 1) ?? 3,
    limit: integerOption(values, "limit", 1) ?? 2000,
    epochs: integerOption(values, "epochs", 1) ?? 2,
    threads: integerOption(values, "threads", 1) ?? 1,
    before: values.before,
    json: values.json,
  }),
);

const earlier = before === undefined ? [] : JSON.parse(await readFile(before, "utf8"));
await startBackend("wasm", { threads });
const results = [];
for (const recipe of names) {
  for (let seed = 1; seed <= seeds; seed += 1) {
    const { test, history, model } = await trainRecipe(findRecipe(recipe), {
      seed,
      limit,
      epochs,
      mirror: process.env.MINIBATCH_MIRROR,
    });
    model.dispose();
    results.push({ recipe, seed, loss: history.loss.at(-1), accuracy: test.accuracy });
  }
}
console.log(json ? JSON.stringify(results, null, 2) : seedsTable(results, earlier));
process.exit(0);
