import * as tf from "@tensorflow/tfjs-core";
import * as fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { installWasmKernels } from "../src/index.ts";
import { differenceFromCpu, sample, startBackends } from "./againstCpu.ts";
import { nearly } from "./nearly.ts";
import { isPutOff, putOff } from "./putOff.ts";

beforeAll(() => startBackends());

/** Without momentum, nothing reads what tfjs remembers of the step before. */
function remembers(optimizer: tf.Optimizer, name: string): boolean {
  return (
    !name.endsWith("/momentum") || (optimizer as tf.Optimizer & { readonly momentum?: number }).momentum !== 0
  );
}

/** Six steps down a hill: the variables and the state of the optimizer, one after another. */
async function descend(makeOptimizer: () => tf.Optimizer): Promise<number[]> {
  const optimizer = makeOptimizer();
  const variables = [103, 7, 1].map((size, index) => tf.variable(sample([size], index)));
  const loss = () => {
    const parts = variables.map((variable, index) => tf.sum(tf.square(tf.sub(variable, 0.3 + index))));
    return tf.addN(parts) as tf.Scalar;
  };
  for (let step = 0; step < 6; step += 1) optimizer.minimize(() => tf.tidy(loss));
  const weights = await optimizer.getWeights();
  const state = weights.filter(({ name }) => remembers(optimizer, name)).map(({ tensor }) => tensor);
  const values = [...variables, ...state].flatMap((tensor) => [...tensor.dataSync()]);
  for (const variable of variables) variable.dispose();
  optimizer.dispose();
  return values;
}

const decayedStep = Symbol.for("@minibatch/wasm-kernels/decayedStep");

type Decaying = tf.Optimizer & {
  [decayedStep]?: (gradients: tf.NamedTensorMap, keeps: (name: string) => number) => boolean;
};

/** Minus the learning rate as a tensor, of which tfjs does not dispose. */
const forgotten = (optimizer: tf.Optimizer) => (optimizer as unknown as { readonly c?: tf.Scalar }).c;

/** Where four steps lead, before each of which only a share of the variable is kept. */
function decayed(kind: string, start: tf.Tensor, keep: number): tf.Tensor {
  const optimizer: Decaying =
    kind === "adam" ? tf.train.adam(0.1, 0.8, 0.9, 0.01) : tf.train.momentum(0.1, 0.7, kind === "nesterov");
  const value = tf.variable(start);
  for (let step = 0; step < 4; step += 1) {
    const { value: loss, grads } = tf.variableGrads(() => tf.sum(tf.square(tf.sub(value, 0.3))), [value]);
    const taken = optimizer[decayedStep]?.(grads, () => keep) ?? false;
    // The first one makes what the optimizer remembers, and is tfjs' own.
    expect(taken).toBe(tf.getBackend() === "wasm" && step > 0);
    if (!taken) {
      tf.tidy(() => value.assign(tf.mul(value, keep)));
      optimizer.applyGradients(grads);
    }
    tf.dispose([loss, grads]);
  }
  const result = tf.clone(value);
  tf.dispose([value, start]);
  optimizer.dispose();
  forgotten(optimizer)?.dispose();
  return result;
}

describe("a fused optimizer", () => {
  it.each<[string, () => tf.Optimizer]>([
    ["sgd", () => tf.train.sgd(0.1)],
    ["momentum", () => tf.train.momentum(0.1, 0.9)],
    ["momentum, Nesterov", () => tf.train.momentum(0.1, 0.9, true)],
    ["rmsprop", () => tf.train.rmsprop(0.01)],
    ["rmsprop with momentum", () => tf.train.rmsprop(0.01, 0.8, 0.3)],
    ["rmsprop, centered", () => tf.train.rmsprop(0.01, 0.9, 0, 1e-7, true)],
    ["adam", () => tf.train.adam(0.01)],
    ["adadelta", () => tf.train.adadelta(0.5)],
  ])("moves variables and state as tfjs does, to the last bit: %s", async (_name, makeOptimizer) => {
    await tf.setBackend("wasm");
    const fused = await descend(makeOptimizer);
    (await installWasmKernels()).uninstall();
    const original = await descend(makeOptimizer);
    await installWasmKernels();
    expect(fused).toEqual(original);
  });

  it("moves by a product that is put off as by one that is there, to the last bit", () => {
    const makers = [
      () => tf.train.sgd(0.1),
      () => tf.train.momentum(0.1, 0.9),
      () => tf.train.rmsprop(0.01),
      () => tf.train.adam(0.01),
      () => tf.train.adadelta(0.5),
    ];
    // Around panels, parts and blocks of the depth; one of five is large enough to be shared.
    const side = fc.oneof(
      { weight: 4, arbitrary: fc.integer({ min: 1, max: 40 }) },
      fc.constantFrom(130, 259),
    );
    const example = fc.record({
      kind: fc.nat(makers.length - 1),
      rows: side,
      columns: side,
      depth: fc.constantFrom(1, 3, 32, 130, 513, 1100),
      transposeA: fc.boolean(),
      transposeB: fc.boolean(),
    });
    fc.assert(
      fc.property(example, ({ kind, rows, columns, depth, transposeA, transposeB }) => {
        const a = sample(transposeA ? [depth, rows] : [rows, depth], 1);
        const b = sample(transposeB ? [columns, depth] : [depth, columns], 2);
        const moved = (settles: boolean) => {
          const optimizer = makers[kind]?.() as tf.Optimizer;
          const variable = tf.variable(sample([rows, columns], 3));
          for (let step = 0; step < 3; step += 1) {
            const gradient = putOff(() => tf.matMul(a, b, transposeA, transposeB));
            if (settles) gradient.dataSync();
            optimizer.applyGradients([{ name: variable.name, tensor: gradient }]);
            // A first step that makes what the optimizer remembers is tfjs' own; products of a few rows are summed in another way.
            const fused = (step > 0 || kind === 0) && (rows > 4 || transposeB);
            expect(isPutOff(gradient)).toBe(fused && !settles);
            gradient.dispose();
          }
          const values = variable.dataSync();
          variable.dispose();
          optimizer.dispose();
          forgotten(optimizer)?.dispose();
          return values;
        };
        const [onTheWay, expected] = [moved(false), moved(true)];
        tf.dispose([a, b]);
        expect(onTheWay).toEqual(expected);
      }),
      { seed: 5, numRuns: 60 },
    );
  });

  it("lets variables decay in the pass in which they move, as cpu does in several", async () => {
    const example = fc.record({
      kind: fc.constantFrom("momentum", "nesterov", "adam"),
      size: fc.integer({ min: 1, max: 40 }),
      keep: fc.double({ min: 0, max: 1, noNaN: true }),
      seed: fc.nat(1000),
    });
    await fc.assert(
      fc.asyncProperty(example, async ({ kind, size, keep, seed }) => {
        const difference = await differenceFromCpu(() => decayed(kind, sample([size], seed), keep));
        expect(difference).toBeLessThan(1e-5);
      }),
      { seed: 3, numRuns: 60 },
    );
  });

  it("has no step with decay where it has no such pass, or once the kernels are gone", async () => {
    const [sgd, adam] = [tf.train.sgd(0.1), tf.train.adam(0.1)];
    expect([decayedStep in sgd, decayedStep in adam]).toEqual([false, true]);
    (await installWasmKernels()).uninstall();
    expect(decayedStep in adam).toBe(false);
    await installWasmKernels();
    for (const optimizer of [sgd, adam]) optimizer.dispose();
    forgotten(sgd)?.dispose();
  });

  it("leaves a clone of the variable as it was", () => {
    const variable = tf.variable(tf.tensor1d([1, 2, 3, 4, 5]));
    const optimizer = tf.train.sgd(0.1);
    const step = () => optimizer.minimize(() => tf.sum(tf.square(variable)));
    step();
    const clone = tf.clone(variable);
    const before = [...clone.dataSync()];
    step();
    expect([...clone.dataSync()]).toEqual(before);
    expect([...variable.dataSync()]).not.toEqual(before);
    tf.dispose([variable, clone]);
  });

  it("passes over variables without a gradient", () => {
    const used = tf.variable(tf.scalar(1));
    const unused = tf.variable(tf.scalar(1));
    const optimizer = tf.train.adam(0.1);
    for (let step = 0; step < 3; step += 1) optimizer.minimize(() => tf.square(used), false, [used]);
    expect(used.dataSync()[0]).toBeLessThan(1);
    expect(unused.dataSync()[0]).toBe(1);
    tf.dispose([used, unused]);
    optimizer.dispose();
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY, 1e30])(
    "makes of %d in a gradient what cpu does",
    async (special) => {
      const makes: (() => tf.Optimizer)[] = [
        () => tf.train.sgd(0.1),
        () => tf.train.momentum(0.1, 0.9, true),
        () => tf.train.rmsprop(0.01, 0.9, 0.5),
        () => tf.train.adam(0.01),
        () => tf.train.adadelta(0.5),
      ];
      for (const make of makes) {
        const results: number[][] = [];
        for (const backend of ["cpu", "wasm"]) {
          await tf.setBackend(backend);
          const optimizer = make();
          const variable = tf.variable(tf.ones([7]));
          const factors = [tf.ones([7]), tf.tensor1d([1, 2, special, 4, 5, special, 7]), tf.ones([7])];
          for (const factor of factors) optimizer.minimize(() => tf.sum(tf.mul(variable, factor)));
          results.push([...variable.dataSync()]);
          tf.dispose([variable, ...factors]);
          optimizer.dispose();
        }
        const [expected = [], actual] = results;
        expect(actual).toEqual(nearly(expected, 4));
      }
    },
  );

  it("stays tfjs' own on another backend", async () => {
    await tf.setBackend("cpu");
    const onCpu = await descend(() => tf.train.adam(0.01));
    await tf.setBackend("wasm");
    const onWasm = await descend(() => tf.train.adam(0.01));
    for (const [index, value] of onCpu.entries()) expect(onWasm[index]).toBeCloseTo(value, 5);
  });
});
