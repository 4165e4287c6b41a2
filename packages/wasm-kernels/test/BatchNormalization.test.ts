import { expectNoLeak } from "@minibatch/testing";
import * as tf from "@tensorflow/tfjs-core";
import * as tfl from "@tensorflow/tfjs-layers";
import * as fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { differenceFromCpu, sample, startBackends, tolerance, variants } from "./againstCpu.ts";
import { nearly } from "./nearly.ts";

interface Case {
  readonly shape: number[];
  readonly scale: boolean;
  readonly center: boolean;
  readonly activation: string;
  readonly shift: number;
  readonly seed: number;
}

const cases: fc.Arbitrary<Case> = fc.record({
  shape: fc
    .tuple(
      fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 3 }),
      fc.integer({ min: 1, max: 21 }),
    )
    .map(([lengths, channels]) => [1 + (lengths[0] ?? 0), ...lengths.slice(1), channels]),
  scale: fc.boolean(),
  center: fc.boolean(),
  activation: fc.constantFrom("linear", "gelu", "gelu_new", "swish", "relu", "elu", "leakyRelu"),
  shift: fc.constantFrom(0, 30),
  seed: fc.nat(1000),
});

function activationLayer(activation: string): tfl.layers.Layer {
  // oxlint-disable-next-line typescript/no-explicit-any -- tfjs does not declare all of the names it takes
  if (activation !== "leakyRelu") return tfl.layers.activation({ activation: activation as any });
  return tfl.layers.leakyReLU({ alpha: 0.2 });
}

const columnsOf = (tensors: readonly tf.Tensor[]): tf.Tensor =>
  tf.concat(tensors.map((tensor) => tf.reshape(tensor, [-1])));

/** The output of the layer in training with an activation behind it, all gradients, and what it remembers for prediction. */
function trained({ shape, scale, center, activation, shift, seed }: Case, complete = false): tf.Tensor {
  const channels = shape.at(-1) ?? 0;
  const constant = (offset: number) => tf.add(tf.mul(sample([channels], seed + offset), 0.5), 1);
  const layer = tfl.layers.batchNormalization({ scale: complete || scale, center: complete || center });
  const behind = activationLayer(activation);
  layer.build([null, ...shape.slice(1)]);
  const weights = { gamma: scale && constant(1), beta: center && sample([channels], seed + 2) };
  layer.setWeights(
    layer.weights.map((weight) => {
      const name = weight.originalName.split("/").at(-1) as keyof typeof weights;
      return weights[name] || weight.read();
    }),
  );
  const x = tf.variable(tf.add(sample(shape, seed), shift));
  const used = layer.trainableWeights.filter(({ originalName }) =>
    originalName.endsWith("gamma") ? scale : center,
  );
  let output: tf.Tensor | undefined;
  const { value, grads } = tf.variableGrads(() => {
    output = tf.keep(behind.apply(layer.apply(x, { training: true })) as tf.Tensor);
    return tf.sum(tf.mul(output, sample(shape, seed + 3)));
  }, [x, ...used.map((weight) => weight.read() as tf.Variable)]);
  const remembered = layer.nonTrainableWeights.map((weight) => weight.read());
  const result = columnsOf([output as tf.Tensor, value, ...Object.values(grads), ...remembered]);
  output?.dispose();
  x.dispose();
  for (const weight of layer.weights) weight.dispose();
  return result;
}

describe.each(variants)("batchNormalization in training, %s", (_name, options) => {
  beforeAll(() => startBackends(options));

  it("equals cpu: values, gradients through activations, moving averages", async () => {
    await fc.assert(
      fc.asyncProperty(cases, async (example) => {
        // A variance of a value or two is mostly rounding.
        fc.pre(example.shape.slice(0, -1).reduce((product, length) => product * length, 1) > 3);
        const difference = await differenceFromCpu(
          () => trained(example),
          // tfjs cannot train the layer without scale or offset.
          () => trained(example, true),
        );
        expect(difference).toBeLessThan(example.shift === 0 ? tolerance : 20 * tolerance);
      }),
      { seed: 9, numRuns: 120 },
    );
  });

  it.each([
    [40, 9, 9, 64],
    [2000, 3],
    [20, 5000],
  ])("equals cpu over many blocks of rows: [%d, %d, ...]", async (...shape) => {
    const example = { shape, scale: true, center: true, activation: "gelu", shift: 0, seed: 4 };
    expect(await differenceFromCpu(() => trained(example))).toBeLessThan(tolerance);
  });

  it("equals cpu where the normalized values are read as well, before the activation or behind it", async () => {
    for (const [activation, readFirst] of [
      ["gelu", true],
      ["gelu", false],
      ["relu", true],
      ["relu", false],
    ] as const) {
      const both = () => {
        const layer = tfl.layers.batchNormalization({ axis: 3 });
        layer.build([null, 4, 4, 6]);
        const behind = activationLayer(activation);
        const gradient = tf.grad((x: tf.Tensor) => {
          const z = layer.apply(x, { training: true }) as tf.Tensor;
          const early = readFirst ? tf.square(z) : undefined;
          const y = behind.apply(z) as tf.Tensor;
          return tf.sum(tf.mul(tf.add(y, early ?? tf.square(z)), sample(x.shape, 2)));
        })(sample([5, 4, 4, 6], 1));
        for (const weight of layer.weights) weight.dispose();
        return gradient;
      };
      expect(await differenceFromCpu(both)).toBeLessThan(tolerance);
    }
  });

  it("brings back what is not a number through relu, as cpu does", () =>
    expectNoLeak(async () => {
      const layer = tfl.layers.batchNormalization({ axis: 1 });
      layer.build([null, 2]);
      const results: number[][] = [];
      for (const backend of ["cpu", "wasm"]) {
        await tf.setBackend(backend);
        const dx = tf.tidy(() => {
          const gradient = tf.grad((x: tf.Tensor) =>
            tf.relu(layer.apply(x, { training: true }) as tf.Tensor),
          );
          const dy = tf.tensor2d([1, -2, 3, 4, 0, 6], [3, 2]);
          return gradient(tf.tensor2d([1, 2, Number.NaN, 4, 5, -6], [3, 2]), dy);
        });
        results.push([...dx.dataSync()]);
        dx.dispose();
      }
      for (const weight of layer.weights) weight.dispose();
      const [expected = [], actual] = results;
      expect(expected.filter(Number.isNaN)).toHaveLength(3);
      expect(actual).toEqual(nearly(expected, 3));
    }));

  it("leaves other axes than the last one to tfjs", async () => {
    const first = () => {
      const layer = tfl.layers.batchNormalization({ axis: 1 });
      const y = layer.apply(sample([5, 3, 4, 2], 1), { training: true }) as tf.Tensor;
      for (const weight of layer.weights) weight.dispose();
      return y;
    };
    expect(await differenceFromCpu(first)).toBeLessThan(tolerance);
  });
});
