// `npm run bench:transfer`: whether a network that has learned something else helps where there are few pictures a class.
import { startBackend } from "@minibatch/backends";
import { cifar10, fashionMnist, mnist, syntheticDigits } from "@minibatch/datasets";
import { cnn, softmaxRegression, transfer } from "@minibatch/models";
import { evaluate, fit, seededRandom } from "@minibatch/training";
import { integerOption, readArguments } from "../readArguments.mjs";
import { greyed } from "./greyed.mjs";
import { twentyClasses } from "./twentyClasses.mjs";

const usage = `Trains on a few pictures of each of the ten classes of MNIST and of Fashion-MNIST: from scratch, from backbones, and a linear model.

npm run bench:transfer -- [--seeds n] [--looks n] [--backbone-epochs n] [--test n]

Each way sees so many pictures in all (--looks, 10,000), as often as there are few. Needs MINIBATCH_MIRROR, a folder with the real MNIST, Fashion-MNIST and CIFAR-10 files.`;

const text = { type: "string" };
const config = { options: { seeds: text, looks: text, "backbone-epochs": text, test: text } };
const settings = readArguments(usage, config, ({ values }) => {
  const mirror = process.env["MINIBATCH_MIRROR"];
  if (!mirror) throw new Error("set MINIBATCH_MIRROR to a folder with the real files");
  return {
    mirror,
    seeds: integerOption(values, "seeds", 1) ?? 3,
    looks: integerOption(values, "looks", 1) ?? 10_000,
    backboneEpochs: integerOption(values, "backbone-epochs", 1) ?? 3,
    testRows: integerOption(values, "test", 1) ?? 2000,
  };
});
const { mirror, seeds, looks, backboneEpochs, testRows } = settings;

await startBackend("wasm");
const network = (classes, seed) =>
  cnn({
    inputShape: [28, 28, 1],
    blocks: [16, 32].map((filters) => ({ filters: [filters], padding: "same" })),
    hidden: [64],
    dropout: 0.25,
    classes,
    kernelInitializer: "heUniform",
    seed,
  });

async function train(model, samples, options) {
  const { rate = 0.002, ...rest } = options;
  model.compile({ optimizer: "adam", loss: "sparseCategoricalCrossentropy", metrics: ["accuracy"] });
  // The rate falls to nothing, so that the last steps do not decide.
  const { epochs = Math.round(looks / samples.x.shape[0]) } = rest;
  const steps = epochs * Math.ceil(samples.x.shape[0] / rest.batchSize);
  await fit(model, samples, { ...rest, epochs, learningRateSchedule: (step) => rate * (1 - step / steps) });
  return model;
}

/** Networks that have learned something else, each with what it has in common with the twenty classes. */
const photos = greyed((await cifar10.load({ mirror, split: "train", limit: 20_000 })).train);
const drawn = (await syntheticDigits.load({ limit: { train: 10_000, test: 100 } })).train;
const backbones = [];
for (const [name, samples] of Object.entries({
  "photographs (CIFAR-10, grey)": photos,
  "drawn digits (built in)": drawn,
})) {
  const model = await train(network(10, 1), samples, { epochs: backboneEpochs, batchSize: 128, seed: 1 });
  backbones.push([name, model]);
  const { accuracy } = await evaluate(model, samples);
  console.error(`backbone: ${name}, right about ${(100 * accuracy).toFixed(1)} % of what it learned from`);
}

const data = { mnist: await mnist.load({ mirror }), fashion: await fashionMnist.load({ mirror }) };
const test = twentyClasses(data, "test", testRows / 20, seededRandom(0, "test"));
const augmentation = {
  widthShift: 0.1,
  heightShift: 0.1,
  rotation: 10,
  zoom: 0.1,
  shear: 10,
  fill: "constant",
};
const few = { batchSize: 32 };

/** How a model for the twenty classes comes about, by its name. */
const ways = new Map([
  [
    "linear model of the pixels",
    (samples, seed) =>
      train(softmaxRegression({ inputShape: [28, 28, 1], classes: 20, seed }), samples, { ...few, seed }),
  ],
  ["from scratch", (samples, seed) => train(network(20, seed), samples, { ...few, seed, augmentation })],
  ...backbones.flatMap(([name, backbone]) => [
    [
      `${name}, frozen`,
      (samples, seed) =>
        train(transfer(backbone, { classes: 20, seed }), samples, { ...few, seed, augmentation, rate: 0.01 }),
    ],
    [
      `${name}, all layers go on learning`,
      (samples, seed) =>
        train(transfer(backbone, { classes: 20, freeze: false, seed }), samples, {
          ...few,
          seed,
          augmentation,
        }),
    ],
  ]),
]);

console.log("| pictures a class | start | accuracy, mean | by seed |\n| ---: | --- | ---: | --- |");
for (const each of [10, 28]) {
  const accuracies = new Map([...ways.keys()].map((name) => [name, []]));
  for (let seed = 1; seed <= seeds; seed += 1) {
    const samples = twentyClasses(data, "train", each, seededRandom(seed, "pictures"));
    for (const [name, make] of ways) {
      const model = await make(samples, seed);
      const { accuracy } = await evaluate(model, test);
      model.dispose();
      accuracies.get(name).push(accuracy);
      console.error(`${each} a class, seed ${seed}, ${name}: ${accuracy.toFixed(3)}`);
    }
  }
  for (const [name, values] of accuracies) {
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    console.log(
      `| ${each} | ${name} | ${mean.toFixed(3)} | ${values.map((one) => one.toFixed(3)).join(" ")} |`,
    );
  }
}
process.exit(0);
