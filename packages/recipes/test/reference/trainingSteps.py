"""Writes trainingSteps.json: loss and gradients of a training step of each recipe's model, by TensorFlow for Python.

python3 packages/recipes/test/reference/trainingSteps.py     (TensorFlow 2.21 and NumPy)

Weights, inputs and what is kept of a gradient are those of packages/backends/src/testing/trainingStepSpecs.ts.
"""

import json
import pathlib

import numpy as np
import tensorflow as tf

keras = tf.keras.layers
ROWS = 2


def sample_values(count, seed):
    """The numbers of packages/backends/src/testing/sample.ts."""
    mask = 0xFFFFFFFF
    bits = (np.arange(1, count + 1, dtype=np.uint64) * 0x9E3779B1 + (seed + 1) * 0x85EBCA77) & mask
    bits = ((bits ^ (bits >> 15)) * 0x2C1B3C6D) & mask
    bits = ((bits ^ (bits >> 12)) * 0x297A2D39) & mask
    return (((bits ^ (bits >> 15)) >> 8) / 2**23 - 1).astype(np.float32)


def digest(tensor):
    """What packages/backends/src/testing/digest.ts keeps of a result."""
    values = np.asarray(tensor, np.float64).ravel()
    if values.size <= 24:
        return values.tolist()
    directions = [sample_values(values.size, 1000 + k).astype(np.float64) for k in range(6)]
    return [float(d @ values) / np.sqrt(values.size) for d in directions]


def conv(filters, padding="valid"):
    return keras.Conv2D(filters, 3, padding=padding, activation="relu")


def dense(*units):
    return [keras.Dense(count, activation="relu") for count in units]


def pool():
    return keras.MaxPooling2D(2)


def mlp(*units):
    return [keras.Flatten(), *dense(*units), keras.Dense(10, activation="softmax")]


def convnet():
    return [conv(32), pool(), conv(64), pool(), *mlp()]


digit, photo = (28, 28, 1), (32, 32, 3)
models = {
    "digits-cnn": (digit, convnet()),
    "boston-linear": ((1,), [keras.Dense(1)]),
    "boston-mlp": ((13,), [*dense(64, 64), keras.Dense(1)]),
    "mnist-softmax": (digit, mlp()),
    "mnist-mlp-128": (digit, mlp(128, 128)),
    "mnist-mlp-512": (digit, mlp(512)),
    "mnist-mlp-512x2": (digit, mlp(512, 512)),
    "mnist-convnet": (digit, convnet()),
    "mnist-cnn": (digit, [conv(32), conv(64), pool(), *mlp(128)]),
    "fashion-mnist-mlp": (digit, mlp(128)),
    "fashion-mnist-cnn": (digit, [conv(32), pool(), conv(64), pool(), *mlp(64)]),
    "cifar10-cnn-small": (photo, [conv(32), pool(), conv(64), pool(), conv(64), *mlp(64)]),
    "cifar10-cnn": (
        photo,
        [conv(32, "same"), conv(32), pool(), conv(64, "same"), conv(64), pool(), *mlp(512)],
    ),
}


def fast():
    first = keras.Conv2D(24, 5, activation="relu")
    return [first, pool(), conv(32), pool(), *mlp(256)]


def airbench(*widths):
    def behind():
        return [keras.BatchNormalization(scale=False, epsilon=1e-12), keras.Activation("gelu")]

    def plain(filters):
        return keras.Conv2D(filters, 3, padding="same", use_bias=False)

    groups = [[plain(width), pool(), *behind(), plain(width), *behind()] for width in widths]
    return [
        keras.Conv2D(24, 2, activation="gelu"),
        *[layer for group in groups for layer in group],
        keras.MaxPooling2D(3),
        keras.Flatten(),
        keras.Dense(10, use_bias=False),
        keras.Rescaling(1 / 9),
        keras.Activation("softmax"),
    ]


def resnet(shape, first, *widths):
    def normalized(x, filters):
        x = keras.Conv2D(filters, 3, padding="same", use_bias=False)(x)
        return keras.BatchNormalization()(x)

    def relu(x):
        return keras.Activation("relu")(x)

    images = tf.keras.Input(shape)
    x = relu(normalized(images, first))
    for width in widths:
        x = pool()(relu(normalized(x, width)))
        inner = normalized(relu(normalized(x, width)), width)
        x = relu(keras.Add()([inner, x]))
    output = keras.Dense(10, activation="softmax")(keras.GlobalAveragePooling2D()(x))
    return tf.keras.Model(images, output)


models |= {
    "mnist-fast": (digit, fast()),
    "fashion-mnist-resnet": (digit, resnet(digit, 16, 32, 64, 128)),
    "cifar10-airbench-93": (photo, airbench(64, 128, 128)),
    "cifar10-airbench-94": (photo, airbench(64, 256, 256)),
}


def initial_weight(shape, index):
    if len(shape) < 2:
        return np.zeros(shape, np.float32)
    window = int(np.prod(shape[:-2]))
    limit = np.sqrt(6 / (window * (shape[-2] + shape[-1])))
    return (sample_values(int(np.prod(shape)), 100 + index) * limit).astype(np.float32).reshape(shape)


def step(shape, layers):
    model = tf.keras.Sequential([tf.keras.Input(shape), *layers]) if isinstance(layers, list) else layers
    for index, weight in enumerate(model.trainable_weights):
        weight.assign(initial_weight(tuple(weight.shape), index))
    x = tf.constant(sample_values(ROWS * int(np.prod(shape)), 50).reshape([ROWS, *shape]))
    with tf.GradientTape() as tape:
        output = model(x)
        outputs = output.shape[1]
        if outputs == 1:
            loss = tf.reduce_mean(tf.square(output - sample_values(ROWS, 51)[:, None]))
        else:
            loss = -tf.reduce_mean(tf.math.log(tf.gather(output, [0, outputs - 1], axis=1, batch_dims=1)))
    gradients = tape.gradient(loss, model.trainable_weights)
    results = [[float(loss)], *[digest(gradient) for gradient in gradients]]
    return [[float(f"{value:.7g}") for value in result] for result in results]


table = {name: step(*model) for name, model in models.items()}
lines = [f"  {json.dumps(name)}: {json.dumps(results)}" for name, results in table.items()]
text = "{\n" + ",\n".join(lines) + "\n}\n"
pathlib.Path(__file__).with_suffix(".json").write_text(text)
