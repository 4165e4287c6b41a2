const makers = {
  conv: (layers, { filters, padding }) =>
    layers.conv2d({ filters, kernelSize: 3, padding, activation: "relu" }),
  pool: (layers) => layers.maxPooling2d({ poolSize: 2 }),
  flatten: (layers) => layers.flatten(),
  dropout: (layers, { rate }) => layers.dropout({ rate }),
  dense: (layers, { units, activation }) => layers.dense({ units, activation }),
};

/**
 * Builds and compiles a network with tfjs-layers.
 *
 * @param {{ tf: object, tfl: object }} library tfjs-core and tfjs-layers: tfjs-node brings copies of its own
 */
export function tfjsModel({ tf, tfl }, { input, optimizer, learningRate, layers }) {
  const model = tfl.sequential({
    layers: [
      tfl.layers.inputLayer({ inputShape: input }),
      ...layers.map((layer) => makers[layer.kind](tfl.layers, layer)),
    ],
  });
  model.compile({
    optimizer: tf.train[optimizer](learningRate),
    loss: "sparseCategoricalCrossentropy",
    metrics: ["accuracy"],
  });
  return model;
}
