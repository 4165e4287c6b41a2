// Written by `npm run reproduce`, together with docs/reproduction.json.

/**
 * What the recipes reached on the real data, by name: the measured value of each one's own published number. A recipe that
 * was not run is missing.
 *
 * @example
 * reached["mnist-softmax"]; // 0.9228
 */
export const reached: Readonly<Record<string, number>> = {
  "digits-cnn": 0.9494,
  "boston-linear": 54.733,
  "boston-mlp": 2.53323,
  "mnist-softmax": 0.9228,
  "mnist-mlp-128": 0.9783,
  "mnist-mlp-512": 0.9771,
  "mnist-mlp-512x2": 0.9842,
  "mnist-convnet": 0.9927,
  "mnist-cnn": 0.9925,
  "fashion-mnist-mlp": 0.8816,
  "fashion-mnist-cnn": 0.9142,
  "cifar10-cnn-small": 0.715,
  "cifar10-cnn": 0.7587,
};
