import { optimizerNames } from "../programs/optimizers.ts";
import { Random } from "../Random.ts";
import type { LayerCase, NetworkCase, NetworkStep } from "./NetworkCase.ts";

const activations = [
  "linear",
  "relu",
  "relu6",
  "elu",
  "selu",
  "sigmoid",
  "hardSigmoid",
  "tanh",
  "softplus",
  "softsign",
];

/** Makes a network, the same for the same seed. */
export function makeNetwork(seed: number): NetworkCase {
  const random = new Random(seed);
  const image = random.chance(0.75);
  // 16 and more channels are for Winograd's algorithm.
  const channels = random.chance(0.1) ? 16 : random.int(1, 4);
  const layers = Array.from({ length: random.int(1, 5) }, () => makeLayer(random, image, 0));
  const trains = layers.every(hasGradient);
  return {
    seed,
    inputShape: image ? [random.int(3, 10), random.int(3, 10), channels] : [random.int(1, 20)],
    layers,
    outputsAfter: layers.map((_, index) => index).filter(() => random.chance(0.12)),
    head: random.pick(["softmax", "softmax", "sigmoid", "linear"]),
    optimizer: random.pick(optimizerNames),
    samples: random.int(1, 7),
    batchSize: random.int(1, 4),
    steps: makeSteps(random, layers.length, trains),
    special: random.chance(0.12) ? random.pick(["NaN", "Infinity", "-Infinity"]) : undefined,
  };
}

function makeSteps(random: Random, layers: number, trains: boolean): NetworkStep[] {
  const look: NetworkStep[] = [{ name: "predict" }, { name: "evaluate" }];
  if (!trains) return look;
  const steps: NetworkStep[] = random.chance(0.5) ? [{ name: "predict" }] : [];
  steps.push({ name: "fit", epochs: random.int(1, 2) });
  if (random.chance(0.3)) {
    const layer = random.int(0, layers - 1);
    steps.push(
      { name: "freeze", layer, trainable: false, compile: random.chance(0.7) },
      { name: "fit", epochs: 1 },
    );
    if (random.chance(0.3)) {
      steps.push({ name: "freeze", layer, trainable: true, compile: true }, { name: "fit", epochs: 1 });
    }
  }
  return [...steps, ...look, { name: "weights" }];
}

/** tfjs has no gradients of dilated convolutions, and a wrong one of upsampling on cpu, for every image but the first. */
function hasGradient(layer: LayerCase): boolean {
  if ("layers" in layer) return layer.layers.every(hasGradient);
  return layer.name !== "upSampling2d" && layer.settings["dilationRate"] === undefined;
}

function makeLayer(random: Random, image: boolean, depth: number): LayerCase {
  if (depth === 0 && random.chance(0.1)) {
    return {
      name: "nested",
      layers: Array.from({ length: random.int(1, 3) }, () => makeLayer(random, image, depth + 1)),
    };
  }
  const activation = random.pick(activations);
  if (!image || random.chance(0.1)) {
    const dense = () => ({ units: random.int(1, 12), activation, useBias: random.chance(0.8) });
    return random.pick<() => LayerCase>([
      () => ({ name: "dense", settings: dense() }),
      () => ({ name: "dense", settings: dense() }),
      () => ({ name: "batchNormalization", settings: { epsilon: 0.01 } }),
      () => ({ name: "dropout", settings: { rate: 0 } }),
      () => ({ name: "activation", settings: { activation } }),
      () => ({ name: "leakyReLU", settings: { alpha: 0.1 } }),
    ])();
  }
  return random.pick<() => LayerCase>([
    () => convolution(random, "conv2d"),
    () => convolution(random, "conv2d"),
    () => convolution(random, "conv2d"),
    () => convolution(random, "depthwiseConv2d"),
    () => convolution(random, "separableConv2d"),
    () => pooling(random, "maxPooling2d"),
    () => pooling(random, "maxPooling2d"),
    () => pooling(random, "averagePooling2d"),
    () => ({ name: "batchNormalization", settings: { epsilon: 0.01 } }),
    () => ({ name: "activation", settings: { activation } }),
    () => ({ name: "upSampling2d", settings: { size: [2, 2] } }),
    () => ({ name: "zeroPadding2d", settings: { padding: random.int(0, 2) } }),
    () => ({
      name: "conv2dTranspose",
      settings: {
        filters: random.int(1, 4),
        kernelSize: random.int(1, 3),
        strides: random.int(1, 2),
        padding: random.pick(["same", "valid"]),
        activation,
      },
    }),
    () => ({ name: "globalAveragePooling2d", settings: {} }),
    () => ({ name: "flatten", settings: {} }),
  ])();
}

function convolution(random: Random, name: string): LayerCase {
  const dilated = name !== "separableConv2d" && random.chance(0.08);
  const strides = dilated || random.chance(0.5) ? [1, 1] : [random.int(1, 3), random.int(1, 3)];
  // The depthwise convolutions of tfjs-layers take the same stride both ways.
  const [down = 1] = strides;
  return {
    name,
    settings: {
      kernelSize: random.chance(0.5) ? [3, 3] : [random.int(1, 4), random.int(1, 4)],
      strides: name === "conv2d" ? strides : [down, down],
      padding: random.pick(["same", "valid"]),
      activation: random.pick(activations),
      useBias: random.chance(0.8),
      ...(name === "depthwiseConv2d"
        ? { depthMultiplier: random.int(1, 2) }
        : { filters: random.pick([1, 2, 3, 4, 5, 8, 16]) }),
      ...(dilated && { dilationRate: [2, random.int(1, 2)] }),
    },
  };
}

function pooling(random: Random, name: string): LayerCase {
  const poolSize = random.chance(0.6) ? [2, 2] : [random.int(1, 3), random.int(1, 3)];
  const strides = random.chance(0.6) ? poolSize : [random.int(1, 3), random.int(1, 3)];
  return { name, settings: { poolSize, strides, padding: random.pick(["same", "valid"]) } };
}
