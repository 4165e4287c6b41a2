import { experimentFaults } from "@minibatch/recipes";
import { expect, it } from "vitest";
import { withFormerNames } from "../src/experiment/withFormerNames.ts";

const written = {
  name: "bars",
  data: {
    pictures: "./bars",
    options: { imageSize: 16, validationFraction: 0.2, testFraction: 0.1, seed: 3 },
  },
  model: { linear: {} },
  schedule: {
    optimizer: "adam",
    learningRate: 0.001,
    batchSize: 32,
    epochs: 2,
    validation: { ownPart: true },
  },
};

it("withFormerNames(experiment) gives the shares of pictures the names of today, and leaves the rest", () => {
  const options = { imageSize: 16, validationSplit: 0.2, testSplit: 0.1, seed: 3 };
  const now = withFormerNames(written);
  expect(now).toEqual({ ...written, data: { ...written.data, options } });
  expect(experimentFaults(now)).toEqual([]);
  expect(experimentFaults(written).map(({ path }) => path.at(-1))).toEqual([
    "validationFraction",
    "testFraction",
  ]);
});

it.each([
  [undefined],
  [null],
  [7],
  [[]],
  [{}],
  [{ data: null }],
  [{ data: { options: [] } }],
  [{ recipe: "mnist-cnn" }],
])("withFormerNames(%j) gives what it got, for the check of its form to refuse", (value) =>
  expect(withFormerNames(value)).toEqual(value),
);
