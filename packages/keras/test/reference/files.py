"""Writes files.json: small files that Keras wrote, gzipped, with what its models answer. Keras 3.15.1 on TensorFlow 2.21."""

import base64
import gzip
import json
import os
import tempfile

os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
os.environ["CUDA_VISIBLE_DEVICES"] = "-1"

import keras
import numpy as np
from keras import layers as L


def sequential():
    """A sequential model with all kinds of weights, trained for two steps with Adam."""
    model = keras.Sequential(
        [
            L.Input((6, 6, 1)),
            L.Conv2D(2, 3, activation="relu", kernel_regularizer="l2"),
            L.BatchNormalization(),
            L.MaxPooling2D(),
            L.Flatten(),
            L.Dropout(0.5),
            L.Dense(3, activation="softmax"),
        ]
    )
    model.compile(keras.optimizers.Adam(0.01), "sparse_categorical_crossentropy", metrics=["accuracy"])
    x = np.random.default_rng(0).random((16, 6, 6, 1), "float32")
    model.fit(x, np.arange(16) % 3, batch_size=8, epochs=1, shuffle=False, verbose=0)
    return model


def functional():
    """A layer that is shared, a model within the model, two inputs and two outputs, and calls that stand before their layers."""
    a, b = keras.Input((4,), name="a"), keras.Input((4,), name="b")
    shared = L.Dense(3, activation="gelu", name="shared")
    inner = keras.Sequential([L.Input((6,)), L.Dense(5), L.LayerNormalization()], name="inner")
    first, second = shared(a), shared(b)
    joined = inner(L.Concatenate()([first, second]))
    return keras.Model([a, b], [L.Dense(2)(joined), L.Add()([first, second])], name="pair")


def recurrent():
    """Both kinds of GRU, backwards too, and an LSTM that starts from a state."""
    x = keras.Input((5, 3))
    y = L.Bidirectional(L.GRU(2, return_sequences=True))(x)
    y, h, c = L.LSTM(3, return_sequences=True, return_state=True)(y)
    y = L.LSTM(3)(y, initial_state=[h, c])
    z = L.GRU(2, reset_after=False)(x)
    return keras.Model(x, L.Concatenate()([y, z]))


def contents(model, ending):
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "model" + ending)
        if ending == ".weights.h5":
            model.save_weights(path)
        else:
            model.save(path)
        with open(path, "rb") as file:
            return base64.b64encode(gzip.compress(file.read(), 9, mtime=0)).decode()


def case(make):
    keras.utils.set_random_seed(7)
    model = make()
    inputs = [
        np.random.default_rng(i).uniform(-1, 1, [2, *tensor.shape[1:]]).astype("float32")
        for i, tensor in enumerate(model.inputs)
    ]
    for weight in model.weights:  # Biases are zeros until then.
        if "variance" not in weight.path and "seed" not in weight.path:
            weight.assign_add(np.random.default_rng(3).normal(0, 0.1, weight.shape))
    outputs = model(inputs if len(inputs) > 1 else inputs[0])
    outputs = outputs if isinstance(outputs, (list, tuple)) else [outputs]
    array = lambda value: {"shape": list(value.shape), "data": np.asarray(value, "float64").ravel().tolist()}
    return {
        "inputs": [array(value) for value in inputs],
        "outputs": [array(np.asarray(value)) for value in outputs],
        "files": {ending: contents(model, ending) for ending in [".keras", ".h5", ".weights.h5"]},
    }


here = os.path.dirname(os.path.abspath(__file__))
with open(os.path.join(here, "files.json"), "w") as file:
    json.dump({make.__name__: case(make) for make in [sequential, functional, recurrent]}, file)
    file.write("\n")
