import * as tf from "@tensorflow/tfjs-core";

/** The single kernels of the table: the matrix product in all four transpositions and other sizes, and the convolution of `cnn`. */
export function kernelCases() {
  const size = 512;
  const [a, b] = [tf.randomUniform([size, size]), tf.randomUniform([size, size])];
  const products = [
    [false, false],
    [false, true],
    [true, false],
    [true, true],
  ].map(([transposeA, transposeB]) => ({
    name: `matMul ${size}x${size}x${size}${transposeA ? ", A transposed" : ""}${transposeB ? ", B transposed" : ""}`,
    flops: 2 * size ** 3,
    run: () => tf.matMul(a, b, transposeA, transposeB).dispose(),
  }));

  const others = [
    [256, 256, 256],
    [1024, 1024, 1024],
    [128, 784, 512],
  ].map(([m, k, n]) => {
    const [left, right] = [tf.randomUniform([m, k]), tf.randomUniform([k, n])];
    return {
      name: `matMul ${m}x${k}x${n}`,
      flops: 2 * m * k * n,
      run: () => tf.matMul(left, right).dispose(),
    };
  });

  const inputShape = [128, 13, 13, 32];
  const filterShape = [3, 3, 32, 64];
  const x = tf.randomUniform(inputShape);
  const filter = tf.randomUniform(filterShape);
  const dy = tf.randomUniform([128, 11, 11, 64]);
  const attributes = {
    strides: [1, 1],
    pad: "valid",
    dataFormat: "NHWC",
    dilations: [1, 1],
    inputShape,
    filterShape,
  };
  const convolution = (name, inputs) => ({
    name: `${name} 128x13x13x32, 64 filters 3x3`,
    flops: 2 * dy.size * 9 * 32,
    run: () => tf.dispose(tf.engine().runKernel(name, inputs, attributes)),
  });
  return [
    ...products,
    ...others,
    convolution("Conv2D", { x, filter }),
    convolution("Conv2DBackpropFilter", { x, dy }),
    convolution("Conv2DBackpropInput", { dy, filter }),
  ];
}
