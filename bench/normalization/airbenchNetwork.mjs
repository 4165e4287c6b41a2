import * as tf from "@tensorflow/tfjs-core";
import * as tfl from "@tensorflow/tfjs-layers";

const widths = [64, 128, 128];

/** The network of airbench-93 (K. Jordan, arXiv 2404.00498) in tfjs' own layers, without what only its results need. */
export function airbenchNetwork({ plain = false } = {}) {
  const { layers } = tfl;
  const behind = () =>
    plain ? [] : [layers.batchNormalization({ scale: true }), layers.activation({ activation: "gelu" })];
  const conv = (filters) => layers.conv2d({ filters, kernelSize: 3, padding: "same", useBias: false });
  return tfl.sequential({
    layers: [
      layers.conv2d({
        inputShape: [32, 32, 3],
        filters: 24,
        kernelSize: 2,
        activation: plain ? "linear" : "gelu",
      }),
      ...widths.flatMap((width) => [
        conv(width),
        layers.maxPooling2d({ poolSize: 2 }),
        ...behind(),
        conv(width),
        ...behind(),
      ]),
      layers.maxPooling2d({ poolSize: 3 }),
      layers.flatten(),
      layers.dense({ units: 10, useBias: false, activation: "softmax" }),
    ],
  });
}

/** The shapes that are normalized, in order. */
export function normalizedShapes(batch) {
  return [
    [15, 64],
    [7, 128],
    [3, 128],
  ].flatMap(([side, channels]) => Array.from({ length: 2 }, () => [batch, side, side, channels]));
}

/** Each convolution of a step, with its gradients, as one kernel call, and what it multiplies and adds. */
export function convolutionCases(batch) {
  let [side, channels] = [32, 3];
  const shapes = [{ side, channels, filters: 24, size: 2, out: 31, pad: "valid" }];
  [side, channels] = [31, 24];
  for (const width of widths) {
    shapes.push({ side, channels, filters: width, size: 3, out: side, pad: "same" });
    side = Math.floor(side / 2);
    shapes.push({ side, channels: width, filters: width, size: 3, out: side, pad: "same" });
    channels = width;
  }
  return shapes.flatMap((shape, index) => {
    const inputShape = [batch, shape.side, shape.side, shape.channels];
    const filterShape = [shape.size, shape.size, shape.channels, shape.filters];
    const x = tf.randomUniform(inputShape);
    const filter = tf.randomUniform(filterShape);
    const dy = tf.randomUniform([batch, shape.out, shape.out, shape.filters]);
    const { pad } = shape;
    const attributes = { strides: 1, pad, dataFormat: "NHWC", dilations: 1, inputShape, filterShape };
    const flops = 2 * dy.size * shape.size ** 2 * shape.channels;
    const call = (name, inputs) => ({
      name,
      flops,
      run: () => tf.dispose(tf.engine().runKernel(name, inputs, attributes)),
    });
    return [
      call("Conv2D", { x, filter }),
      call("Conv2DBackpropFilter", { x, dy }),
      // Nobody asks for the gradient of the images.
      ...(index > 0 ? [call("Conv2DBackpropInput", { dy, filter })] : []),
    ];
  });
}
