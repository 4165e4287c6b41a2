"""Writes src/testing/expected.generated.ts: the results of TensorFlow for Python that every backend is held against.

python3 packages/backends/test/reference/conformance.py     (TensorFlow 2.21 and NumPy)
"""

import json
import pathlib

import numpy as np
import tensorflow as tf

f32 = np.float32


def sample_values(count, seed):
    """The numbers of src/testing/sample.ts."""
    mask = 0xFFFFFFFF
    values = []
    for index in range(count):
        bits = ((index + 1) * 0x9E3779B1 + (seed + 1) * 0x85EBCA77) & mask
        bits = ((bits ^ (bits >> 15)) * 0x2C1B3C6D) & mask
        bits = ((bits ^ (bits >> 12)) * 0x297A2D39) & mask
        values.append(((bits ^ (bits >> 15)) >> 8) / 2**23 - 1)
    return np.array(values, f32)


def sample(shape, seed):
    return tf.constant(sample_values(int(np.prod(shape)), seed).reshape(shape))


def digest(tensor):
    """What src/testing/digest.ts keeps of a result."""
    values = np.asarray(tensor, np.float64).ravel()
    if values.size <= 24:
        return values.tolist()
    directions = [sample_values(values.size, 1000 + k).astype(np.float64) for k in range(6)]
    return [float(d @ values) / np.sqrt(values.size) for d in directions]


images = sample([2, 8, 9, 3], 1)


def depthwise(x, kernel):
    return tf.nn.depthwise_conv2d(x, kernel, [1, 1, 1, 1], "SAME")


def ops():
    x58 = sample([5, 8], 1) * 3
    x65, row, column = sample([6, 5], 1), sample([5], 2), sample([6, 1], 3)
    positive = sample([4, 5], 1) + 1.5
    x456 = sample([4, 5, 6], 1)
    x710 = sample([7, 10], 1)
    classes = tf.argmax(x710, 1)
    a, b = sample([5, 6], 1), sample([5, 6], 2)
    box = sample([2, 4, 5, 3], 1)
    mean, variance = sample([3], 2), sample([3], 3) + 2
    offset, scale = sample([3], 4), sample([3], 5) + 2
    return {
        "matMul": [sample([4, 6], 1) @ sample([6, 5], 2)],
        "matMul, odd sizes": [sample([33, 71], 1) @ sample([71, 19], 2)],
        "matMul, transposed": [
            tf.matmul(sample([17, 33], 1), sample([17, 9], 2), transpose_a=True),
            tf.matmul(sample([33, 17], 1), sample([9, 17], 2), transpose_b=True),
            tf.matmul(sample([17, 33], 1), sample([9, 17], 2), transpose_a=True, transpose_b=True),
        ],
        "matMul, batches": [sample([3, 5, 7], 1) @ sample([3, 7, 4], 2)],
        "conv2d, same": [tf.nn.conv2d(images, sample([3, 3, 3, 5], 2), 1, "SAME")],
        "conv2d, valid, strides 2": [tf.nn.conv2d(images, sample([3, 3, 3, 5], 2), 2, "VALID")],
        "conv2d, one channel, 5x5": [
            tf.nn.conv2d(sample([2, 12, 12, 1], 1), sample([5, 5, 1, 8], 2), 1, "VALID")
        ],
        "depthwiseConv2d, same": [depthwise(images, sample([3, 3, 3, 2], 2))],
        "maxPool": [tf.nn.max_pool2d(images, 2, 2, "VALID"), tf.nn.max_pool2d(images, 3, 2, "SAME")],
        "avgPool": [tf.nn.avg_pool2d(images, 2, 2, "VALID"), tf.nn.avg_pool2d(images, 3, 2, "SAME")],
        "activations": [
            tf.nn.relu(x58),
            tf.sigmoid(x58),
            tf.tanh(x58),
            tf.nn.elu(x58),
            tf.math.softplus(x58),
            tf.nn.leaky_relu(x58, 0.2),
        ],
        "softmax": [tf.nn.softmax(sample([6, 10], 1) * 20), tf.nn.log_softmax(sample([6, 10], 2))],
        "arithmetic with broadcasting": [
            x65 + row,
            column - x65,
            x65 * column,
            x65 / (row + 2),
            tf.maximum(x65, row),
        ],
        "powers and logarithms": [
            tf.sqrt(positive),
            tf.math.rsqrt(positive),
            tf.exp(positive),
            tf.math.log(positive),
            tf.square(positive),
            tf.pow(positive, 1.5),
            tf.abs(sample([7], 2)),
        ],
        "reductions": [
            tf.reduce_sum(x456),
            tf.reduce_sum(x456, 0),
            tf.reduce_mean(x456, [1, 2]),
            tf.reduce_max(x456, 1),
            tf.reduce_min(x456, -1),
            tf.reduce_prod(sample([2, 3], 2), 1),
        ],
        "argMax, oneHot and gather": [
            classes,
            tf.one_hot(classes, 10),
            tf.gather(x710, [6, 0, 3, 3]),
        ],
        "comparison and choice": [
            tf.cast(a > b, tf.float32),
            tf.where(a > b, a, b),
            tf.clip_by_value(a, -0.5, 0.25),
            tf.ones([5, 6]),
        ],
        "slices, pads and turns": [
            tf.slice(box, [0, 1, 1, 0], [2, 2, 3, 3]),
            tf.pad(box, [[0, 0], [1, 2], [2, 1], [0, 0]]),
            tf.reverse(box, [2]),
            tf.transpose(box, [0, 3, 1, 2]),
            tf.concat([box, box], 3),
            tf.tile(sample([2, 3], 2), [2, 2]),
        ],
        "bytes to floats": [tf.constant([0, 1, 127, 128, 254, 255], tf.float32) / 255],
        "batchNorm": [tf.nn.batch_normalization(images, mean, variance, offset, scale, 1e-3)],
        "resizeBilinear": [tf.compat.v1.image.resize_bilinear(images, [5, 13])],
    }


def gradient(f, *inputs):
    with tf.GradientTape() as tape:
        tape.watch(inputs)
        result = f(*inputs)
        target = tf.reduce_sum(result * sample(result.shape, 9))
    return [tf.convert_to_tensor(slope) for slope in tape.gradient(target, inputs)]


def normalized(x, gamma, beta):
    mean, variance = tf.nn.moments(x, [0, 1, 2])
    return (x - mean) * tf.math.rsqrt(variance + 1e-3) * gamma + beta


def conv(shape, strides, padding):
    x = sample([2, 8, 9, shape[2]], 1)
    return gradient(lambda x, k: tf.nn.conv2d(x, k, strides, padding), x, sample(shape, 2))


def gradients():
    labels = tf.one_hot([3, 9, 0, 1, 1, 7], 10)
    dense = [sample([9, 17], 1), sample([17, 6], 2), sample([6], 3)]
    return {
        "matMul": gradient(tf.matmul, *dense[:2]),
        "a dense layer": gradient(lambda x, k, b: tf.nn.relu(x @ k + b), *dense),
        "conv2d, same": conv([3, 3, 3, 5], 1, "SAME"),
        "conv2d, valid": conv([3, 3, 3, 5], 1, "VALID"),
        "conv2d, one channel": conv([5, 5, 1, 8], 1, "SAME"),
        "conv2d, strides 2": conv([3, 3, 3, 5], 2, "SAME"),
        "depthwiseConv2d": gradient(depthwise, images, sample([3, 3, 3, 2], 2)),
        "maxPool": gradient(lambda x: tf.nn.max_pool2d(x, 2, 2, "VALID"), images),
        "avgPool": gradient(lambda x: tf.nn.avg_pool2d(x, 3, 2, "VALID"), images),
        "activations": gradient(
            lambda x: tf.nn.relu(x) + tf.sigmoid(x) + tf.tanh(x) + tf.nn.elu(x), sample([5, 8], 1) * 3
        ),
        "softmax cross-entropy": gradient(
            lambda x: -tf.reduce_sum(labels * tf.nn.log_softmax(x), -1), sample([6, 10], 1) * 4
        ),
        "batch normalization": gradient(normalized, sample([4, 5, 5, 3], 1), sample([3], 2), sample([3], 3)),
        "arithmetic with broadcasting": gradient(
            lambda x, row, column: (x - column) * x / (row + 2),
            sample([6, 5], 1),
            sample([5], 2),
            sample([6, 1], 3),
        ),
        "gather, as an embedding does": gradient(lambda t: tf.gather(t, [4, 0, 4, 2]) + 0, sample([5, 3], 1)),
        "mean squared error": gradient(
            lambda p, a: tf.reduce_mean(tf.square(p - a), -1), sample([8, 1], 1), sample([8, 1], 2)
        ),
    }


# The optimizers as tfjs defines them: RMSProp differs from Keras' in where epsilon stands, Adadelta divides by the mean
# square of the steps before.


class Sgd:
    def __init__(self, rate):
        self.rate = rate

    def step(self, w, g, s):
        return w - self.rate * g


class Momentum:
    def step(self, w, g, s):
        s["m"] = 0.9 * s.get("m", 0) + g
        return w - 0.05 * s["m"]


class RmsProp:
    def step(self, w, g, s):
        s["v"] = 0.9 * s.get("v", 0) + 0.1 * g * g
        return w - 0.01 * g / np.sqrt(s["v"] + 1e-7)


class Adam:
    def step(self, w, g, s):
        s["t"] = s.get("t", 0) + 1
        s["m"] = 0.9 * s.get("m", 0) + 0.1 * g
        s["v"] = 0.999 * s.get("v", 0) + 0.001 * g * g
        m = s["m"] / (1 - 0.9 ** s["t"])
        v = s["v"] / (1 - 0.999 ** s["t"])
        return w - 0.01 * m / (np.sqrt(v) + 1e-7)


class Adadelta:
    def step(self, w, g, s):
        update = np.sqrt(s.get("u", 0) + 1e-7) / np.sqrt(s.get("v", 0) + 1e-7) * g
        s["v"] = 0.95 * s.get("v", 0) + 0.05 * g * g
        s["u"] = 0.95 * s.get("u", 0) + 0.05 * update * update
        return w - update


def train(model, optimizer):
    shape = model.input_shape[1:]
    # tfjs lists what is trained first, then the statistics.
    weights = [*model.trainable_weights, *model.non_trainable_weights]
    for index, weight in enumerate(weights):
        if len(weight.shape) >= 2:
            weight.assign(sample(weight.shape, 100 + index) / 2)
    x = tf.constant(sample_values(6 * int(np.prod(shape)), 50).reshape([6, *shape]))
    y = tf.constant([0, 1, 2, 3, 1, 2])
    states = [{} for _ in model.trainable_weights]
    losses = []
    for _ in range(3):
        with tf.GradientTape() as tape:
            output = model(x, training=True)
            loss = tf.reduce_mean(tf.keras.losses.sparse_categorical_crossentropy(y, output))
        losses.append(float(loss))
        grads = tape.gradient(loss, model.trainable_weights)
        for weight, grad, state in zip(model.trainable_weights, grads, states):
            weight.assign(optimizer.step(weight.numpy().astype(np.float64), grad.numpy().astype(np.float64), state))
    return [losses, *[weight.numpy() for weight in weights]]


def sequential(shape, *layers):
    return tf.keras.Sequential([tf.keras.Input(shape), *layers])


def models():
    keras = tf.keras.layers
    softmax = lambda: keras.Dense(4, activation="softmax")
    conv = lambda filters: keras.Conv2D(filters, 3, activation="relu")
    pool = lambda: keras.MaxPooling2D(2)
    return {
        "softmax regression under SGD": train(sequential([12], softmax()), Sgd(0.1)),
        "an MLP under RMSProp": train(sequential([12], keras.Dense(9, activation="relu"), softmax()), RmsProp()),
        "an MLP under momentum": train(sequential([12], keras.Dense(9, activation="tanh"), softmax()), Momentum()),
        "a convnet under Adam": train(
            sequential([14, 14, 1], conv(4), pool(), conv(5), pool(), keras.Flatten(), softmax()), Adam()
        ),
        "a deep convnet under Adadelta": train(
            sequential(
                [10, 10, 3],
                conv(4),
                conv(4),
                pool(),
                keras.Flatten(),
                keras.Dense(8, activation="relu"),
                softmax(),
            ),
            Adadelta(),
        ),
        "a convnet with batch normalization under SGD": train(
            sequential(
                [10, 10, 3],
                keras.Conv2D(4, 3),
                keras.BatchNormalization(),
                keras.Activation("relu"),
                keras.GlobalAveragePooling2D(),
                softmax(),
            ),
            Sgd(0.1),
        ),
    }


def rounded(values):
    return [float(f"{value:.7g}") for value in values]


table = {
    **ops(),
    **{f"gradient of {name}": results for name, results in gradients().items()},
    **{f"training of {name}": results for name, results in models().items()},
}
lines = [
    f"  {json.dumps(name)}: {json.dumps([rounded(digest(result)) for result in results])},"
    for name, results in table.items()
]
text = f"""// Written by test/reference/conformance.py with TensorFlow {tf.__version__} for Python.

/** For each spec, for each of its results, what `digest` keeps of it. */
export const expected: Readonly<Record<string, readonly (readonly number[])[]>> = {{
{chr(10).join(lines)}
}};
"""
pathlib.Path(__file__).parents[2].joinpath("src/testing/expected.generated.ts").write_text(text)
