import { expectNoLeak } from "@minibatch/testing";
import * as tf from "@tensorflow/tfjs-core";
import * as tfl from "@tensorflow/tfjs-layers";
import { afterAll, describe, expect, it } from "vitest";
import { guardKernels } from "../src/guardKernels.ts";
import { installWasmKernels } from "../src/index.ts";
import { KernelContext } from "../src/KernelContext.ts";
import type { KernelExports } from "../src/KernelExports.ts";
import { runningWasmBackend } from "../src/runningWasmBackend.ts";
import { UnfinishedData } from "../src/UnfinishedData.ts";
import { sample, startBackends } from "./againstCpu.ts";

type Results = readonly (tf.Tensor | undefined)[];
type PlannedStep = (key: string, given: readonly tf.Tensor[], compute: () => Results) => Results;

function offered(): PlannedStep | undefined {
  const model = tfl.sequential({ layers: [tfl.layers.dense({ inputShape: [2], units: 1 })] });
  const offers = tf.backend() as unknown as Record<symbol, (model: unknown) => PlannedStep>;
  const step = offers[Symbol.for("@minibatch/wasm-kernels/planSteps")]?.(model);
  model.dispose();
  return step;
}

/** Two matrices that were moved four times, and whether what moved last may still be on its way. */
interface Moved {
  readonly large: tf.Variable;
  readonly small: tf.Variable;
  readonly optimizer: tf.Optimizer;
  readonly left: boolean;
}

function move(optimizer: tf.Optimizer): Moved {
  const step = offered();
  const [large, small] = tf.tidy(() => [
    tf.variable(tf.mul(sample([300, 400], 1), 0.05)),
    tf.variable(tf.mul(sample([400, 3], 2), 0.05)),
  ]);
  for (let time = 0; time < 4; time += 1) {
    tf.tidy(() => {
      const x = sample([64, 300], time);
      const compute = () => {
        const { value, grads } = tf.variableGrads(
          () => tf.mean(tf.square(tf.matMul(tf.relu(tf.matMul(x, large)), small))),
          [large, small],
        );
        return [value, grads[large.name], grads[small.name]];
      };
      const [, ...gradients] = step?.("a step", [x, large, small], compute) ?? [];
      optimizer.applyGradients(
        [large, small].map(({ name }, i) => ({ name, tensor: gradients[i] as tf.Tensor })),
      );
    });
  }
  const left = runningWasmBackend().dataIdMap.get(large.dataId) instanceof UnfinishedData;
  return { large, small, optimizer, left };
}

const optimizers = {
  sgd: () => tf.train.sgd(0.5),
  rmsprop: () => tf.train.rmsprop(0.01),
  adam: () => tf.train.adam(0.01),
};

/** Moves with one thread and with three, and gives what a look at the larger matrix shows. */
async function lookAfter(
  make: () => tf.Optimizer,
  look: (moved: Moved) => tf.TypedArray | Promise<tf.TypedArray>,
): Promise<{ readonly alone: number[]; readonly shared: number[] }> {
  const shown = async (threads: number): Promise<number[]> => {
    await startBackends({ threads });
    const moved = move(make());
    expect(moved.left).toBe(true);
    const values = [...(await look(moved))];
    await tf.setBackend("wasm");
    tf.dispose([moved.large, moved.small]);
    moved.optimizer.dispose();
    return values;
  };
  return { alone: await shown(1), shared: await shown(3) };
}

const read = (compute: () => tf.Tensor): tf.TypedArray => tf.tidy(() => compute().dataSync());

describe("the last variable of a planned step, which other threads still move", () => {
  afterAll(() => startBackends());

  it.each(Object.entries(optimizers))("has moved for whoever reads it, by %s", async (_name, make) => {
    const { alone, shared } = await lookAfter(make, ({ large }) => large.data());
    expect(shared).toEqual(alone);
  });

  it.each<[string, (moved: Moved) => tf.TypedArray | Promise<tf.TypedArray>]>([
    ["a kernel of tfjs", ({ large }) => read(() => tf.erf(large))],
    ["a product", ({ large, small }) => read(() => tf.matMul(large, small))],
    ["a slice", ({ large }) => read(() => tf.slice(large, [299, 0], [1, 400]))],
    ["a clone", ({ large }) => read(() => tf.clone(large))],
    ["another backend", async ({ large }) => (await tf.setBackend("cpu"), read(() => tf.abs(large)))],
    [
      "tfjs after uninstall()",
      async ({ large }) => ((await installWasmKernels()).uninstall(), large.dataSync()),
    ],
    [
      "the next step",
      ({ large, small, optimizer }) => {
        tf.tidy(() =>
          optimizer.applyGradients({ [large.name]: tf.ones([300, 400]), [small.name]: tf.ones([400, 3]) }),
        );
        return large.dataSync();
      },
    ],
    [
      "its accumulators",
      async ({ optimizer }) => {
        const [, ...weights] = await optimizer.getWeights();
        const values = weights.flatMap(({ tensor }) => [...tensor.dataSync()]);
        return Float32Array.from(values);
      },
    ],
  ])("has moved for %s", async (_name, look) => {
    const { alone, shared } = await lookAfter(optimizers.rmsprop, look);
    expect(shared.length).toBeGreaterThan(0);
    expect(shared).toEqual(alone);
  });

  it("is given back with its gradient, whenever it is disposed of", async () => {
    await startBackends({ threads: 3 });
    await expectNoLeak(() => {
      const { large, small, optimizer } = move(tf.train.rmsprop(0.01));
      tf.dispose([large, small]);
      optimizer.dispose();
    });
  });

  it("takes other values that it is given", async () => {
    const { shared } = await lookAfter(optimizers.adam, ({ large }) => {
      tf.tidy(() => large.assign(tf.ones([300, 400])));
      return large.dataSync();
    });
    expect(new Set(shared)).toEqual(new Set([1]));
  });
});

it("finish() waits for the other threads where this one fails, and holds nothing any more", async () => {
  await startBackends();
  const backend = runningWasmBackend();
  const called: string[] = [];
  const fail = (): never => {
    called.push("finishStep");
    throw new Error("out of bounds");
  };
  const wasm = { finishStep: fail, close: () => called.push("close") } as unknown as KernelExports;
  const context = new KernelContext(backend, wasm);
  const before = tf.memory().numTensors;
  const [variable, gradient] = [tf.ones([2]), tf.ones([2])];
  context.leave([variable], gradient);
  gradient.dispose();
  expect(() => context.address(variable, 2)).toThrow("out of bounds");
  expect(called).toEqual(["finishStep", "close"]);
  expect(variable.dataSync()).toEqual(Float32Array.of(1, 1));
  variable.dispose();
  expect(tf.memory().numTensors).toBe(before);
  expect(called).toEqual(["finishStep", "close"]);
});

it("guardKernels(wasm, finish) finishes what was left before all but a few kernels", () => {
  const called: string[] = [];
  const names = ["gemm", "scaleBytes", "rmsprop", "countHits", "stopHelpers", "crossEntropy"] as const;
  const wasm = Object.fromEntries(names.map((name) => [name, () => called.push(name)]));
  const guarded = guardKernels(wasm as unknown as KernelExports, () => called.push("finish"));
  for (const name of names) (guarded[name] as () => void)();
  const expected = "finish gemm scaleBytes finish rmsprop countHits finish stopHelpers finish crossEntropy";
  expect(called.join(" ")).toBe(expected);
});
