import "@tensorflow/tfjs-backend-cpu";
import { cnn, mlp } from "@minibatch/models";
import { expectNoLeak } from "@minibatch/testing";
import * as tf from "@tensorflow/tfjs-core";
import * as tfl from "@tensorflow/tfjs-layers";
import { beforeAll, expect, it } from "vitest";
import { featureMaps } from "../src/index.ts";

beforeAll(() => tf.setBackend("cpu"));

/** A bright 2x2 spot on a black image of 6x6, twice. */
const data = new Uint8Array(72);
for (const at of [14, 15, 20, 21, 50, 51, 56, 57]) data[at] = 255;
const x = { data, shape: [2, 6, 6, 1] };

it("featureMaps(model, x) gives each convolution's output after its activation", async () => {
  const model = cnn({
    inputShape: [6, 6, 1],
    blocks: [{ filters: [2] }, { filters: [3], kernelSize: 1 }],
    classes: 2,
  });
  const [first, second] = model.layers;
  // The first filter adds up its window, the second one is its negative, which relu puts to zero.
  const kernel = Array.from({ length: 18 }, (_, at) => (at % 2 === 0 ? 1 : -1));
  tf.tidy(() => first?.setWeights([tf.tensor(kernel, [3, 3, 1, 2]), tf.zeros([2])]));

  const maps = await expectNoLeak(() => featureMaps(model, x));

  expect(maps.map(({ maps }) => maps.shape)).toEqual([
    [2, 4, 4, 2],
    [2, 2, 2, 3],
  ]);
  expect(maps[0]?.layer).toBe(first?.name);
  expect(second?.getClassName()).toBe("MaxPooling2D");
  const sums = [1, 2, 2, 1, 2, 4, 4, 2, 2, 4, 4, 2, 1, 2, 2, 1];
  const expected = [...sums, ...sums].flatMap((sum) => [sum, 0]);
  expect([...(maps[0]?.maps.data ?? [])].map((value) => Math.round(value * 1e4) / 1e4)).toEqual(expected);
  model.dispose();
});

it("featureMaps(model, x) gives nothing for a model without convolutions", async () => {
  const model = mlp({ inputShape: [6, 6, 1], hidden: [3], classes: 2 });
  expect(await featureMaps(model, x)).toEqual([]);
  model.dispose();
});

it("featureMaps(model, x) rejects inputs of another size, and a model of several inputs", async () => {
  const model = cnn({ inputShape: [6, 6, 1], blocks: [{ filters: [2] }], classes: 2 });
  const small = { data: new Uint8Array(16), shape: [1, 4, 4, 1] };
  await expect(featureMaps(model, small)).rejects.toMatchObject({ code: "SHAPE_MISMATCH" });
  model.dispose();

  const inputs = [tfl.input({ shape: [6, 6, 1] }), tfl.input({ shape: [6, 6, 1] })];
  const outputs = tfl.layers.add().apply(inputs) as tfl.SymbolicTensor;
  const both = tfl.model({ inputs, outputs });
  await expect(featureMaps(both, x)).rejects.toMatchObject({ code: "INVALID_ARGUMENT" });
  both.dispose();
});

it("featureMaps(model, x) looks into every branch, and into what starts with a layer for its input, as models of Keras do", () =>
  expectNoLeak(async () => {
    const filter = (value: number) =>
      tfl.layers.conv2d({
        filters: 1,
        kernelSize: 1,
        activation: "relu",
        biasInitializer: "zeros",
        kernelInitializer: tfl.initializers.constant({ value }),
      });
    const chain = tfl.sequential({
      layers: [tfl.layers.inputLayer({ inputShape: [6, 6, 1] }), filter(2), tfl.layers.flatten()],
    });
    const input = tfl.input({ shape: [6, 6, 1] });
    const branches = [filter(2), filter(-1)].map((layer) => layer.apply(input) as tfl.SymbolicTensor);
    const sum = tfl.layers.add().apply(branches) as tfl.SymbolicTensor;
    const branching = tfl.model({ inputs: input, outputs: sum });

    const twice = [...data].map((byte) => (byte / 255) * 2);
    const values = async (model: tfl.LayersModel) =>
      (await featureMaps(model, x)).map(({ maps }) => [...maps.data]);
    expect(await values(chain)).toEqual([twice]);
    expect(await values(branching)).toEqual([twice, twice.map(() => 0)]);
    // As before: these are the layers of the models.
    expect(await values(chain)).toEqual([twice]);
    for (const model of [chain, branching]) model.dispose();
  }));
