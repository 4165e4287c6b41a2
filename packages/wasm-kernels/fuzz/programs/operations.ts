import * as tf from "@tensorflow/tfjs-core";
import type { Random } from "../Random.ts";
import type { Settings } from "./Instruction.ts";

export type Shape = readonly number[];

/** What an operation is going to be called with. */
export interface Plan {
  /** Shapes of the tensors beside the first one, which are made for it or found. */
  readonly others: readonly Shape[];
  readonly settings: Settings;
  /** The shape of the result. */
  readonly shape: Shape;
}

/** An operation of tfjs, as a program may use it. */
export interface Operation {
  /** What fits a first tensor of this shape, or `undefined` where nothing does. */
  plan(random: Random, shape: Shape, recorded: boolean): Plan | undefined;
  // oxlint-disable-next-line typescript/no-explicit-any -- settings are data; each operation knows its own
  run(inputs: readonly tf.Tensor[], settings: any): tf.Tensor;
}

type Shape4 = [number, number, number, number];

const elementwise = (run: (x: tf.Tensor) => tf.Tensor): Operation => ({
  plan: (_random, shape) => ({ others: [], settings: {}, shape }),
  run: ([x]) => run(x as tf.Tensor),
});

const pairwise = (run: (a: tf.Tensor, b: tf.Tensor) => tf.Tensor): Operation => ({
  plan: (_random, shape) => ({ others: [shape], settings: {}, shape }),
  run: ([a, b]) => run(a as tf.Tensor, b as tf.Tensor),
});

const activations = ["linear", "relu", "relu6", "elu", "leakyrelu", "sigmoid"] as const;

/** Padding by name, by number, or on each side. */
function padding(random: Random): tf.backend_util.ExplicitPadding | "same" | "valid" | number {
  const pair = (): [number, number] => [random.int(0, 2), random.int(0, 2)];
  const named = random.int(0, 5);
  if (named < 2) return "same";
  if (named < 4) return "valid";
  return named === 4 ? random.int(0, 2) : [[0, 0], pair(), pair(), [0, 0]];
}

function windowSettings(random: Random, recorded: boolean) {
  const strides: [number, number] = random.chance(0.5) ? [1, 1] : [random.int(1, 3), random.int(1, 3)];
  // tfjs takes either strides or dilations, and no gradient of dilations.
  const still = strides[0] === 1 && strides[1] === 1;
  const dilations: [number, number] =
    still && !recorded && random.chance(0.25) ? [random.int(1, 3), random.int(1, 3)] : [1, 1];
  return { strides, dilations, pad: padding(random) };
}

function convolutionPlan(random: Random, x: Shape, recorded: boolean, depthwise: boolean): Plan | undefined {
  const [, , , channels] = x as Shape4;
  if (x.length !== 4) return undefined;
  // Winograd's algorithm is for 3x3 filters, stride 1 and 16 or more channels.
  const winograd = channels >= 16 && random.chance(0.7);
  const window = winograd ? [3, 3] : [random.int(1, 4), random.int(1, 4)];
  const last = depthwise ? random.int(1, 2) : random.pick([1, 2, 3, 4, 5, 8, 9, 16, 18]);
  const filter = [...window, channels, last] as Shape4;
  const settings = windowSettings(random, recorded);
  if (winograd) Object.assign(settings, { strides: [1, 1], dilations: [1, 1] });
  const shape = windowShape(x as Shape4, filter, settings, depthwise);
  return shape && { others: [filter], settings, shape };
}

function windowShape(
  x: Shape4,
  filter: Shape4,
  { strides, dilations, pad }: ReturnType<typeof windowSettings>,
  depthwise = false,
): Shape | undefined {
  const info = tf.backend_util.computeConv2DInfo(x, filter, strides, dilations, pad, undefined, depthwise);
  const { padInfo, effectiveFilterHeight, effectiveFilterWidth } = info;
  const fits =
    effectiveFilterHeight <= info.inHeight + padInfo.top + padInfo.bottom &&
    effectiveFilterWidth <= info.inWidth + padInfo.left + padInfo.right;
  return fits && info.outHeight > 0 && info.outWidth > 0 ? info.outShape : undefined;
}

function poolPlan(random: Random, x: Shape): Plan | undefined {
  if (x.length !== 4) return undefined;
  const size: [number, number] = random.chance(0.6) ? [2, 2] : [random.int(1, 3), random.int(1, 3)];
  const strides: [number, number] = random.chance(0.6) ? size : [random.int(1, 3), random.int(1, 3)];
  const pad = random.pick(["same", "valid"] as const);
  const [, , , channels] = x as Shape4;
  const shape = windowShape(x as Shape4, [...size, channels, channels], { strides, dilations: [1, 1], pad });
  return shape && { others: [], settings: { size, strides, pad }, shape };
}

function matMulPlan(random: Random, a: Shape): Plan | undefined {
  if (a.length !== 2 && a.length !== 3) return undefined;
  const [rows, columns] = a.slice(-2) as [number, number];
  const settings = { transposeA: random.chance(0.3), transposeB: random.chance(0.3) };
  const [m, k] = settings.transposeA ? [columns, rows] : [rows, columns];
  const n = random.pick([1, 2, 3, 5, 8, 13, 16, 17]);
  const matrix = settings.transposeB ? [n, k] : [k, n];
  const batch = a.length === 3 ? random.pick([[], [a[0] as number], [1]]) : [];
  // Both operands have the same rank, but for a matrix, which serves the whole batch.
  return { others: [[...batch, ...matrix]], settings, shape: [...a.slice(0, -2), m, n] };
}

/** Adds a bias, one value a channel, to what another plan gives, and a function of the sum. */
function fusedPlan(random: Random, plan: Plan | undefined): Plan | undefined {
  if (!plan) return undefined;
  const bias = [plan.shape.at(-1) as number];
  return {
    ...plan,
    others: [...plan.others, ...(random.chance(0.7) ? [bias] : [])],
    settings: { ...plan.settings, activation: random.pick(activations), leakyreluAlpha: 0.1 },
  };
}

/** The operations of which programs are made, by name. The more often a name is drawn, the more lines it stands in. */
export const operations: Readonly<Record<string, Operation>> = {
  matMul: {
    plan: (random, shape) => matMulPlan(random, shape),
    run: ([a, b], { transposeA, transposeB }) =>
      tf.matMul(a as tf.Tensor, b as tf.Tensor, transposeA, transposeB),
  },
  fusedMatMul: {
    plan: (random, shape) => (shape.length === 2 ? fusedPlan(random, matMulPlan(random, shape)) : undefined),
    run: ([a, b, bias], settings) =>
      tf.fused.matMul({ ...settings, a: a as tf.Tensor, b: b as tf.Tensor, ...(bias && { bias }) }),
  },
  conv2d: {
    plan: (random, shape, recorded) => convolutionPlan(random, shape, recorded, false),
    run: ([x, filter], { strides, pad, dilations }) =>
      tf.conv2d(x as tf.Tensor4D, filter as tf.Tensor4D, strides, pad, "NHWC", dilations),
  },
  fusedConv2d: {
    plan: (random, shape, recorded) => fusedPlan(random, convolutionPlan(random, shape, recorded, false)),
    run: ([x, filter, bias], settings) =>
      tf.fused.conv2d({
        ...settings,
        x: x as tf.Tensor4D,
        filter: filter as tf.Tensor4D,
        ...(bias && { bias }),
      }),
  },
  depthwiseConv2d: {
    plan: (random, shape, recorded) => convolutionPlan(random, shape, recorded, true),
    run: ([x, filter], { strides, pad, dilations }) =>
      tf.depthwiseConv2d(x as tf.Tensor4D, filter as tf.Tensor4D, strides, pad, "NHWC", dilations),
  },
  fusedDepthwiseConv2d: {
    plan: (random, shape, recorded) => fusedPlan(random, convolutionPlan(random, shape, recorded, true)),
    run: ([x, filter, bias], settings) =>
      tf.fused.depthwiseConv2d({
        ...settings,
        x: x as tf.Tensor4D,
        filter: filter as tf.Tensor4D,
        ...(bias && { bias }),
      }),
  },
  conv2dTranspose: {
    plan(random, shape) {
      if (shape.length !== 4) return undefined;
      const [batch, height, width, channels] = shape as Shape4;
      const [rows, columns, strides] = [random.int(1, 3), random.int(1, 3), random.int(1, 2)];
      const out = random.pick([1, 2, 4, 5]);
      const same = random.chance(0.5);
      const size = (length: number, window: number) =>
        same ? length * strides : (length - 1) * strides + window;
      const outShape: Shape4 = [batch, size(height, rows), size(width, columns), out];
      return {
        others: [[rows, columns, out, channels]],
        settings: { outShape, strides, pad: same ? "same" : "valid" },
        shape: outShape,
      };
    },
    run: ([x, filter], { outShape, strides, pad }) =>
      tf.conv2dTranspose(x as tf.Tensor4D, filter as tf.Tensor4D, outShape, strides, pad),
  },
  addBias: {
    plan: (_random, shape) =>
      shape.length < 2 ? undefined : { others: [[shape.at(-1) as number]], settings: {}, shape },
    run: ([x, bias]) => tf.add(x as tf.Tensor, bias as tf.Tensor),
  },
  add: pairwise(tf.add),
  sub: pairwise(tf.sub),
  mul: pairwise(tf.mul),
  relu: elementwise(tf.relu),
  relu6: elementwise(tf.relu6),
  elu: elementwise(tf.elu),
  leakyRelu: elementwise((x) => tf.leakyRelu(x, 0.1)),
  sigmoid: elementwise(tf.sigmoid),
  tanh: elementwise(tf.tanh),
  softplus: elementwise(tf.softplus),
  softmax: elementwise((x) => tf.softmax(x)),
  square: elementwise(tf.square),
  clone: elementwise(tf.clone),
  cast: elementwise((x) => tf.cast(x, "float32")),
  maxPool: {
    plan: (random, shape) => poolPlan(random, shape),
    run: ([x], { size, strides, pad }) => tf.maxPool(x as tf.Tensor4D, size, strides, pad),
  },
  avgPool: {
    plan: (random, shape) => poolPlan(random, shape),
    run: ([x], { size, strides, pad }) => tf.avgPool(x as tf.Tensor4D, size, strides, pad),
  },
  flatten: {
    plan: (_random, [batch, ...rest]) =>
      rest.length < 2
        ? undefined
        : { others: [], settings: {}, shape: [batch as number, tf.util.sizeFromShape([...rest])] },
    run: ([x]) => tf.reshape(x as tf.Tensor, [x?.shape[0] ?? 0, -1]),
  },
  rows: {
    plan: (_random, shape) =>
      shape.length < 3
        ? undefined
        : {
            others: [],
            settings: {},
            shape: [tf.util.sizeFromShape(shape.slice(0, -1)), shape.at(-1) as number],
          },
    run: ([x]) => tf.reshape(x as tf.Tensor, [-1, (x as tf.Tensor).shape.at(-1) as number]),
  },
  sum: {
    plan(random, shape) {
      if (shape.length < 2) return undefined;
      const axes = random.int(1, shape.length - 1);
      return { others: [], settings: { axes }, shape: shape.slice(axes) };
    },
    run: ([x], { axes }) =>
      tf.sum(
        x as tf.Tensor,
        Array.from({ length: axes }, (_, axis) => axis),
      ),
  },
  mean: {
    plan: (_random, shape) =>
      shape.length < 2 ? undefined : { others: [], settings: {}, shape: shape.slice(0, -1) },
    run: ([x]) => tf.mean(x as tf.Tensor, -1),
  },
  transpose: {
    plan: (_random, shape) =>
      shape.length === 2 ? { others: [], settings: {}, shape: [...shape].reverse() } : undefined,
    run: ([x]) => tf.transpose(x as tf.Tensor),
  },
  gather: {
    plan(random, [rows, ...rest]) {
      if (rows === undefined || rows === 0) return undefined;
      const indices = Array.from({ length: random.int(1, 6) }, () => random.int(0, rows - 1));
      return { others: [], settings: { indices }, shape: [indices.length, ...rest] };
    },
    run: ([x], { indices }) => tf.tidy(() => tf.gather(x as tf.Tensor, tf.tensor1d(indices, "int32"))),
  },
  concat: {
    plan: (_random, shape) =>
      shape.length === 0
        ? undefined
        : { others: [shape], settings: {}, shape: [...shape.slice(0, -1), 2 * (shape.at(-1) as number)] },
    run: ([a, b]) => tf.concat([a as tf.Tensor, b as tf.Tensor], -1),
  },
  batchNorm: {
    plan(_random, shape) {
      if (shape.length !== 4 && shape.length !== 2) return undefined;
      const channels = [shape.at(-1) as number];
      return { others: [channels, channels, channels], settings: {}, shape };
    },
    run: (inputs) =>
      tf.tidy(() => {
        const [x, mean, offset, scale] = inputs as [tf.Tensor, tf.Tensor1D, tf.Tensor1D, tf.Tensor1D];
        return tf.batchNorm(x, mean, tf.add(tf.square(mean), 0.5), offset, scale, 0.01);
      }),
  },
};

const often = [
  "matMul",
  "conv2d",
  "conv2d",
  "addBias",
  "addBias",
  "relu",
  "relu",
  "maxPool",
  "depthwiseConv2d",
];

/** What programs draw from: what is put off, and what it is put off for, more often than the rest. */
export const operationNames: readonly string[] = [...Object.keys(operations), ...often];
