import { defaultDevice, init, jit, lax, nn, numpy as np, tree, valueAndGrad } from "@jax-js/jax";
import { samples } from "../samples.mjs";

/** jax-js: one compiled step of plain gradient descent (it brings no optimizers), without dropout. */
export async function start() {
  await init("wasm");
  defaultDevice("wasm");
  return {
    prepare(spec, batchSize, batches) {
      const { apply, parameters } = network(spec, batchSize);
      const loss = (weights, x, y) =>
        nn
          .logSoftmax(apply(weights, x))
          .mul(y)
          .sum()
          .mul(-1 / batchSize);
      const step = jit((weights, x, y) => {
        const [value, gradients] = valueAndGrad(loss)(tree.ref(weights), x, y);
        return [value, tree.map((weight, gradient) => weight.sub(gradient.mul(0.01)), weights, gradients)];
      });
      const { x, y } = samples(spec.input, batchSize);
      const channels = spec.input[2] ?? 1;
      const shape = spec.input.length === 1 ? spec.input : [channels, spec.input[0], spec.input[1]];
      const images = np
        .array(Float32Array.from(x.data, (value) => value / 255))
        .reshape([batchSize, ...shape]);
      const labels = nn.oneHot(np.array(Int32Array.from(y.data), { dtype: np.int32 }), 10);
      let weights = parameters;
      return async () => {
        for (let batch = 0; batch < batches; batch += 1) {
          const [value, next] = step(weights, images.ref, labels.ref);
          weights = next;
          await value.data();
        }
      };
    },
  };
}

/** Lays the network out, channels first: the functions of its layers in order, and their weights. */
function network({ input, layers }, batchSize) {
  let [height, width = 1, channels = 1] = input;
  const parameters = [];
  const functions = [];
  const weight = (...shape) => {
    const size = shape.reduce((product, length) => product * length, 1);
    const fanIn = shape.length === 4 ? size / shape[0] : shape[0];
    const values = Float32Array.from({ length: size }, (_, at) => Math.sin(at * 12.9898) / Math.sqrt(fanIn));
    parameters.push(np.array(values).reshape(shape));
    return parameters.length - 1;
  };
  for (const layer of layers) {
    if (layer.kind === "conv") {
      const kernel = weight(layer.filters, channels, 3, 3);
      const bias = weight(layer.filters, 1, 1);
      const padding = layer.padding.toUpperCase();
      functions.push((w, x) => nn.relu(lax.conv(x, w[kernel], [1, 1], padding).add(w[bias])));
      channels = layer.filters;
      if (layer.padding === "valid") [height, width] = [height - 2, width - 2];
    } else if (layer.kind === "pool") {
      functions.push((_, x) => lax.reduceWindow(x, (window) => np.max(window), [2, 2], [2, 2]));
      [height, width] = [Math.floor(height / 2), Math.floor(width / 2)];
    } else if (layer.kind === "flatten") {
      const size = height * width * channels;
      [height, width, channels] = [size, 1, 1];
      functions.push((_, x) => x.reshape([batchSize, size]));
    } else if (layer.kind === "dense") {
      const kernel = weight(height, layer.units);
      const bias = weight(layer.units);
      const activation = layer.activation === "relu" ? nn.relu : (x) => x;
      functions.push((w, x) => activation(np.matmul(x, w[kernel]).add(w[bias])));
      height = layer.units;
    }
  }
  return { parameters, apply: (weights, x) => functions.reduce((value, layer) => layer(weights, value), x) };
}
