import "@tensorflow/tfjs-backend-cpu";
import { syntheticDigits } from "@minibatch/datasets";
import { experimentFaults, experimentRecipe } from "@minibatch/recipes";
import { expectNoLeak } from "@minibatch/testing";
import * as tf from "@tensorflow/tfjs-core";
import { beforeAll, expect, it } from "vitest";
import type { BuildSetup } from "../src/worker/build/BuildSetup.ts";
import { networkModel } from "../src/worker/build/networkModel.ts";
import { networkRecipe } from "../src/worker/build/networkRecipe.ts";
import { newlyOpened } from "../src/worker/build/openedNetwork.ts";

beforeAll(() => tf.setBackend("cpu"));

const setup: BuildSetup = {
  source: { kind: "images", dataset: "synthetic-digits", rows: 20 },
  layers: [
    { type: "conv2d", filters: 2, kernelSize: 5, batchNorm: true },
    { type: "maxPooling2d", size: 4 },
    { type: "dense", units: 3, activation: "tanh", l2: 0.01 },
    { type: "dropout", rate: 0.2 },
  ],
  optimizer: "adam",
  batchSize: 10,
  seed: 4,
};

it("networkRecipe(network) gives an experiment that the command reads, with the weights that the network began with", () =>
  expectNoLeak(async () => {
    const { train, test } = await syntheticDigits.load({ limit: { train: 20, test: 10 } });
    const { inputShape, classNames } = syntheticDigits;
    const data = { inputShape, classNames, train, test, dataset: syntheticDigits };
    const model = networkModel(setup, data, setup.seed);
    const network = newlyOpened(model, setup, data);
    network.trained.learningRate = 0.003;
    const { recipe, experiment } = networkRecipe(network);
    const file = JSON.parse(JSON.stringify(experiment)) as typeof experiment;
    expect(experimentFaults(file)).toEqual([]);
    expect(file.schedule).toMatchObject({ epochs: 1, batchSize: 10, seed: 4, learningRate: 0.003 });
    expect(file.limit).toBe(20);
    const begun = [
      model,
      recipe.createModel(setup.seed),
      experimentRecipe(file, syntheticDigits).createModel(1),
    ];
    const [own, again, commands] = begun.map((each) =>
      each.getWeights().map((weight) => [...weight.dataSync()]),
    );
    expect(own?.length).toBe(9);
    expect(again).toEqual(own);
    expect(commands).toEqual(own);
    for (const each of begun) each.dispose();
  }));
