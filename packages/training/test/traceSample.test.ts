import "@tensorflow/tfjs-backend-cpu";
import { cnn, mlp } from "@minibatch/models";
import { expectNoLeak } from "@minibatch/testing";
import * as tf from "@tensorflow/tfjs-core";
import * as tfl from "@tensorflow/tfjs-layers";
import { beforeAll, expect, it } from "vitest";
import { predict, seededRandom, traceSample } from "../src/index.ts";

beforeAll(() => tf.setBackend("cpu"));

const random = seededRandom(3, "trace");
const x = { data: Uint8Array.from({ length: 64 }, () => 256 * random()), shape: [1, 8, 8, 1] };
const label = 2;

function network(): tfl.LayersModel {
  const blocks = [{ filters: [3] }, { filters: [4], kernelSize: 2 }];
  return cnn({ inputShape: [8, 8, 1], blocks, classes: 4 });
}

/** The loss of what comes behind so many layers of a chain, as a function of what they put out. */
function lossBehind(model: tfl.LayersModel, index: number): (output: tf.Tensor) => tf.Scalar {
  return (output) => {
    const layers = model.layers.slice(index);
    const last = layers.reduce((values, layer) => layer.apply(values) as tf.Tensor, output);
    return tf.reshape(tf.neg(tf.slice(tf.log(last), [0, label], [1, 1])), []);
  };
}

it("traceSample(model, x, label) gives the activations and gradients of each layer that tf.grads gives", async () => {
  const model = network();
  const { loss, layers } = await expectNoLeak(() => traceSample(model, x, label));
  expect(layers.slice(1).map(({ layer }) => layer)).toEqual(model.layers.map(({ name }) => name));
  expect([...(layers[0]?.activations.data ?? [])]).toEqual(
    [...x.data].map((byte) => Math.fround(byte / 255)),
  );
  for (const [index, { activations, gradients }] of layers.entries()) {
    const output = tf.tensor(activations.data.slice(), [...activations.shape]);
    const [expected] = tf.grads((output: tf.Tensor) => lossBehind(model, index)(output))([output]);
    expect(gradients.shape).toEqual(expected?.shape);
    expect([...gradients.data]).toEqual([...((await expected?.data()) ?? [])]);
    expect(lossBehind(model, index)(output).dataSync()[0]).toBeCloseTo(loss, 5);
  }
  const answers = await predict(model, x);
  expect(layers.at(-1)?.activations.data).toEqual(answers.data);
  expect(loss).toBeCloseTo(-Math.log(answers.data[label] ?? 0), 5);
  model.dispose();
});

it("traceSample(model, x, label) gives the gradient by the input that small changes of it give", async () => {
  const model = mlp({ inputShape: [3], hidden: [5], classes: 4, activation: "tanh" });
  const point = [0.2, -0.4, 0.9];
  const at = (values: number[]) =>
    traceSample(model, { data: Float32Array.from(values), shape: [1, 3] }, label);
  const { layers } = await at(point);
  for (const [index, value] of point.entries()) {
    const moved = (by: number) => at(point.map((other, place) => (place === index ? value + by : other)));
    const slope = ((await moved(0.01)).loss - (await moved(-0.01)).loss) / 0.02;
    expect(layers[0]?.gradients.data[index]).toBeCloseTo(slope, 3);
  }
  model.dispose();
});

it("traceSample(model, x, label) adds up what comes back on two ways, and leaves dropout out", async () => {
  const input = tfl.input({ shape: [2] });
  const dense = tfl.layers.dense({ units: 2, activation: "tanh" }).apply(input) as tfl.SymbolicTensor;
  const dropped = tfl.layers.dropout({ rate: 0.9 }).apply(dense) as tfl.SymbolicTensor;
  const sum = tfl.layers.add().apply([dropped, input]) as tfl.SymbolicTensor;
  const model = tfl.model({ inputs: input, outputs: sum });
  const point = [0.3, -0.2];
  const { layers, loss } = await traceSample(model, { data: Float32Array.from(point), shape: [1, 2] }, 0);
  const of = (name: string) => layers.find(({ className }) => className === name);
  expect([...(of("Dropout")?.activations.data ?? [])]).toEqual([...(of("Dense")?.activations.data ?? [])]);
  // The outputs go into a softmax: its gradient is the probabilities, less 1 at the class.
  const logits = of("Add")?.activations.data ?? new Float32Array(2);
  const probabilities = [...logits].map((value) => Math.exp(value));
  const total = probabilities.reduce((sum, value) => sum + value, 0);
  const expected = probabilities.map((value, index) => value / total - (index === 0 ? 1 : 0));
  for (const [index, value] of expected.entries()) {
    expect(of("Add")?.gradients.data[index]).toBeCloseTo(value, 6);
  }
  expect(loss).toBeCloseTo(-Math.log((probabilities[0] ?? 0) / total), 6);
  // On one way as it is, on the other through the dense layer.
  const kernel = model.getWeights()[0]?.dataSync() ?? new Float32Array(4);
  const through = (row: number): number =>
    [0, 1].reduce((sum, unit) => {
      const output = of("Dense")?.activations.data[unit] ?? 0;
      return sum + (expected[unit] ?? 0) * (1 - output ** 2) * (kernel[2 * row + unit] ?? 0);
    }, 0);
  for (const row of [0, 1]) {
    expect(layers[0]?.gradients.data[row]).toBeCloseTo((expected[row] ?? 0) + through(row), 5);
  }
  model.dispose();
});

it("traceSample(model, x, label) refuses several rows, classes that there are not, and a layer that is used twice", async () => {
  const model = network();
  const two = { data: new Uint8Array(128), shape: [2, 8, 8, 1] };
  await expect(traceSample(model, two, 0)).rejects.toThrow(
    "One row and a label below 4 are expected, but there are 2 rows, and the label is 0.",
  );
  await expect(traceSample(model, x, 4)).rejects.toThrow("the label is 4.");
  model.dispose();
  const input = tfl.input({ shape: [2] });
  const shared = tfl.layers.dense({ units: 2 });
  const twice = shared.apply(shared.apply(input)) as tfl.SymbolicTensor;
  const looped = tfl.model({ inputs: input, outputs: twice });
  const point = { data: Float32Array.of(1, 2), shape: [1, 2] };
  await expect(traceSample(looped, point, 0)).rejects.toThrow("is used 2 times");
  looped.dispose();
});
