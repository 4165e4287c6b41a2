import { expectNoLeak } from "@minibatch/testing";
import { getKernel } from "@tensorflow/tfjs-core";
import * as tf from "@tensorflow/tfjs-core";
import * as tfl from "@tensorflow/tfjs-layers";
import { beforeAll, expect, it, vi } from "vitest";
import { sample, startBackends } from "./againstCpu.ts";

type Results = readonly (tf.Tensor | undefined)[];
type PlannedStep = (key: string, given: readonly tf.Tensor[], compute: () => Results) => Results;

beforeAll(() => startBackends());

/** What the backend offers for a model of one dense layer. */
function offered(): PlannedStep {
  const model = tfl.sequential({ layers: [tfl.layers.dense({ inputShape: [2], units: 1 })] });
  const offers = tf.backend() as unknown as Record<symbol, (model: unknown) => PlannedStep>;
  const step = offers[Symbol.for("@minibatch/wasm-kernels/planSteps")]?.(model);
  model.dispose();
  if (!step) throw new Error("expected a step for a dense layer");
  return step;
}

/** Runs a computation five times on other values; says what came, and how often it was asked. */
async function fiveTimes(
  compute: (x: tf.Tensor, time: number) => tf.Tensor,
  keyOf: (time: number) => string = () => "same",
): Promise<{ readonly values: number[][]; readonly asked: number }> {
  return expectNoLeak(async () => {
    const step = offered();
    let asked = 0;
    const values: number[][] = [];
    for (let time = 0; time < 5; time += 1) {
      const [y] = tf.tidy(() => {
        const x = sample([3, 2], time);
        const results = step(keyOf(time), [x], () => {
          asked += 1;
          return [compute(x, time)];
        });
        return [...results] as tf.Tensor[];
      });
      values.push([...((await y?.data()) ?? [])]);
      y?.dispose();
    }
    return { values, asked };
  });
}

async function computed(compute: (x: tf.Tensor, time: number) => tf.Tensor): Promise<number[][]> {
  return [0, 1, 2, 3, 4].map((time) => tf.tidy(() => [...compute(sample([3, 2], time), time).dataSync()]));
}

const square = (x: tf.Tensor) => tf.add(tf.square(x), tf.tensor1d([1, 2]));

it("a planned step is asked for twice, and computed by its kernels from then on", async () => {
  const { values, asked } = await fiveTimes(square);
  expect(asked).toBe(2);
  expect(values).toEqual(await computed(square));
});

it("a planned step computes once what is made of numbers alone", async () => {
  const weighted = (x: tf.Tensor) => tf.mul(x, tf.div(tf.exp(tf.tensor1d([1, 2])), 3));
  const exp = getKernel("Exp", "wasm");
  const kernelFunc = vi.spyOn(exp, "kernelFunc");
  const { values, asked } = await fiveTimes(weighted);
  expect([asked, kernelFunc.mock.calls.length]).toEqual([2, 2]);
  kernelFunc.mockRestore();
  expect(values).toEqual(await computed(weighted));
});

it("a planned step runs nothing for copies and other shapes of a tensor", async () => {
  const kernels = ["Reshape", "Identity"].map((name) => vi.spyOn(getKernel(name, "wasm"), "kernelFunc"));
  const reshaped = (x: tf.Tensor) => {
    const row = tf.clone(tf.reshape(x, [6]));
    return tf.reshape(tf.clone(tf.add(tf.square(row), row)), [2, 3]);
  };
  const { values, asked } = await fiveTimes(reshaped);
  const calls = kernels.map(({ mock }) => mock.calls.length);
  for (const kernel of kernels) kernel.mockRestore();
  expect([asked, ...calls]).toEqual([2, 4, 4]);
  expect(values).toEqual(await computed(reshaped));
});

it("a planned step gives what it was given, in another shape", async () => {
  const flat = (x: tf.Tensor) => tf.reshape(x, [6]);
  const { values, asked } = await fiveTimes(flat);
  expect(asked).toBe(2);
  expect(values).toEqual(await computed(flat));
});

it("a planned step gives numbers that nothing was computed from", async () => {
  const { values, asked } = await fiveTimes(() => tf.square(tf.tensor1d([3])));
  expect([asked, values]).toEqual([2, [[9], [9], [9], [9], [9]]]);
});

it("a planned step is recorded for each key", async () => {
  expect((await fiveTimes(square, (time) => `${time % 2}`)).asked).toBe(4);
});

it("a step whose numbers change is never planned", async () => {
  const changing = (x: tf.Tensor, time: number) => tf.mul(x, time);
  const { values, asked } = await fiveTimes(changing);
  expect(asked).toBe(5);
  expect(values).toEqual(await computed(changing));
});

it("a step whose kernels change is never planned", async () => {
  const changing = (x: tf.Tensor, time: number) => (time === 0 ? tf.relu(x) : tf.neg(x));
  const { values, asked } = await fiveTimes(changing);
  expect(asked).toBe(5);
  expect(values).toEqual(await computed(changing));
});

it("a step that takes numbers from its values is never planned", async () => {
  const reading = (x: tf.Tensor) => tf.mul(x, tf.tensor1d([...x.dataSync()].slice(0, 2)));
  const { values, asked } = await fiveTimes(reading);
  expect(asked).toBe(5);
  expect(values).toEqual(await computed(reading));
});

it("a step that reads a tensor that it was not given is never planned", async () => {
  const other = tf.keep(sample([3, 2], 9));
  const reading = (x: tf.Tensor) => tf.mul(x, other);
  const { values, asked } = await fiveTimes(reading);
  expect(asked).toBe(5);
  expect(values).toEqual(await computed(reading));
  other.dispose();
});

it("a planned step assigns to variables as its computation does", async () => {
  const run = (step: PlannedStep | undefined): number[][] => {
    const average = tf.tidy(() => tf.variable(tf.zeros([2])));
    const seen: number[][] = [];
    for (let time = 0; time < 4; time += 1) {
      tf.tidy(() => {
        const x = sample([3, 2], time);
        const compute = () => {
          average.assign(tf.add(tf.mul(average, 0.5), tf.mean(x, 0)));
          return [tf.sum(x)];
        };
        if (step) step("average", [x, average], compute);
        else compute();
      });
      seen.push([...average.dataSync()]);
    }
    average.dispose();
    return seen;
  };
  await expectNoLeak(async () => {
    expect(run(offered())).toEqual(run(undefined));
  });
});

it("the backend offers no planned step for layers with a method of their own", () => {
  const layer = tfl.layers.dense({ inputShape: [2], units: 1 });
  const model = tfl.sequential({ layers: [layer] });
  layer.call = layer.call.bind(layer);
  const offers = tf.backend() as unknown as Record<symbol, (model: unknown) => PlannedStep | undefined>;
  const offer = offers[Symbol.for("@minibatch/wasm-kernels/planSteps")];
  expect(offer?.(model)).toBeUndefined();
  model.dispose();
});
