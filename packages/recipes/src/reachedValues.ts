// Written by `npm run reproduce`, together with docs/reproduction.json.

/**
 * What the recipes reached on the real data, by name: the measured value of each one's own published number. A recipe that
 * was not run is missing.
 *
 * @example
 * reachedValues["mnist-softmax"]; // 0.919
 */
export const reachedValues: Readonly<Record<string, number>> = {
  "digits-cnn": 0.9562,
  "boston-linear": 54.733,
  "boston-mlp": 2.65926,
  "mnist-softmax": 0.919,
  "mnist-mlp-128": 0.9788,
  "mnist-mlp-512": 0.9778,
  "mnist-mlp-512x2": 0.9831,
  "mnist-convnet": 0.9918,
  "mnist-cnn": 0.9925,
  "mnist-fast": 0.9937,
  "fashion-mnist-mlp": 0.8806,
  "fashion-mnist-cnn": 0.9142,
  "fashion-mnist-resnet": 0.9376,
  "cifar10-cnn-small": 0.715,
  "cifar10-cnn": 0.7587,
  "cifar10-airbench-93": 0.9302,
  "cifar10-airbench-94": 0.9427,
};
