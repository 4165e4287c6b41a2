"""Writes kerasDigits.json: two small networks that Keras saved, and what they say of a digit. Keras 3.15.1 on TensorFlow 2.21.

One is a chain with a convolution that takes pixels from 0 to 1; the other is written in the functional way, takes bytes without an axis for
the channel, scales them itself, and ends in logarithms of its probabilities.

Run: python3 kerasDigits.py '[0, 0, …]', with the 784 pixels of the page's first example. `digit` in the file has them: the test holds them to the
page's, and prints the new ones should they change.
"""

import base64
import gzip
import json
import os
import pathlib
import sys
import tempfile

os.environ["KERAS_BACKEND"] = "tensorflow"
os.environ["CUDA_VISIBLE_DEVICES"] = "-1"

import keras
import numpy as np

layers = keras.layers
digit = np.asarray(json.loads(sys.argv[1]), "float32")
random = np.random.default_rng(7)


def with_random_weights(model):
    for weight in model.weights:
        weight.assign(random.normal(size=weight.shape) * (0.1 if weight.name == "bias" else 0.5))
    return model


def chain():
    return keras.Sequential(
        [
            keras.Input((28, 28, 1)),
            layers.Conv2D(4, 3, activation="relu"),
            layers.AveragePooling2D(5),
            layers.Flatten(),
            layers.Dense(10, "softmax"),
        ]
    )


def functional():
    pixels = keras.Input((28, 28))
    grey = layers.Reshape((28, 28, 1))(layers.Rescaling(1 / 255)(pixels))
    pooled = layers.AveragePooling2D(4)(grey)
    return keras.Model(pixels, layers.Dense(10)(layers.Flatten()(pooled)))


def saved(model):
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "model.keras"
        model.save(path)
        return base64.b64encode(gzip.compress(path.read_bytes(), 9, mtime=0)).decode()


def numbers(tensor):
    return [float(value) for value in np.asarray(tensor)[0]]


course = with_random_weights(chain())
logits = with_random_weights(functional())
models = {
    "course": {"file": saved(course), "probabilities": numbers(course(digit.reshape(1, 28, 28, 1) / 255))},
    "logits": {"file": saved(logits), "probabilities": numbers(keras.ops.softmax(logits(digit.reshape(1, 28, 28))))},
}
result = {"keras": keras.__version__, "digit": [int(value) for value in digit], "models": models}
pathlib.Path(__file__).with_suffix(".json").write_text(json.dumps(result) + "\n")
