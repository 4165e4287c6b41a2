// How far `estimateTraining` is off: `node bench/ownData/estimates.mjs <folder of pictures> <table> <target> [rounds]`.
import { startBackend } from "@minibatch/backends";
import { imageFolder } from "@minibatch/images";
import { estimateTraining, findRecipe, resolveSettings, suggest, trainRecipe } from "@minibatch/recipes";
import { table } from "@minibatch/tables";

const [folder, file, target, rounds = "5"] = process.argv.slice(2);
await startBackend("wasm");

const own = (dataset) => ({ name: dataset.name, title: dataset.title, dataset, ...suggest(dataset) });
const runs = [
  [own(await imageFolder(folder, { imageSize: 24 })), { epochs: 4 }],
  [own(await table(file, { target })), { epochs: 40 }],
  [findRecipe("digits-cnn"), { epochs: 1, limit: 2560 }],
];

console.log("| | estimated for each second of training, by rounds | median | measuring took |");
console.log("| --- | --- | ---: | ---: |");
for (const [recipe, few] of runs) {
  const settings = { ...resolveSettings(recipe, few), earlyStopping: null };
  const shares = [];
  const took = [];
  for (let round = 0; round < Number(rounds); round += 1) {
    const started = performance.now();
    const { seconds } = await estimateTraining(recipe, settings);
    took.push((performance.now() - started) / 1000);
    const ends = [];
    const onEvent = ({ type }) => {
      if (type === "start" || type === "epoch") ends.push(performance.now());
    };
    const { model } = await trainRecipe(recipe, { ...settings, onEvent });
    model.dispose();
    shares.push((1000 * seconds) / (ends.at(-1) - ends[0]));
  }
  const shown = shares.map((share) => share.toFixed(2)).join(" ");
  console.log(`| ${recipe.name} | ${shown} | ${median(shares).toFixed(2)} | ${median(took).toFixed(1)} s |`);
}

function median(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
}
