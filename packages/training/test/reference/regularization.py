"""Writes regularization.json: losses that Keras has for models with regularizers, in training, validation and evaluate, and the
weights that it ends with. Run: python3 regularization.py"""

import json
import os
import pathlib

os.environ["KERAS_BACKEND"] = "tensorflow"
import keras
import numpy as np
from keras import layers, regularizers

l2 = regularizers.L2(0.05)
l1 = regularizers.L1(0.02)
both = regularizers.L1L2(0.01, 0.03)


def flat():
    return keras.Sequential([
        keras.Input((4,)),
        layers.Dense(3, activation="tanh", kernel_regularizer=l2, bias_regularizer=l1),
        layers.Dense(1, kernel_regularizer=both),
    ])


def nested():
    inner = keras.Sequential([keras.Input((3,)), layers.Dense(2, kernel_regularizer=l2)])
    middle = keras.Sequential([keras.Input((4,)), layers.Dense(3, kernel_regularizer=l1), inner])
    return keras.Sequential([keras.Input((4,)), middle, layers.Dense(1)])


def shared():
    inputs = keras.Input((4,))
    layer = layers.Dense(4, activation="tanh", kernel_regularizer=l2)
    return keras.Model(inputs, layers.Dense(1)(layer(layer(inputs))))


def shared_by_two_models():
    inputs = keras.Input((4,))
    layer = layers.Dense(4, activation="tanh", kernel_regularizer=l2)
    one = keras.Sequential([keras.Input((4,)), layer])
    other = keras.Sequential([keras.Input((4,)), layer])
    return keras.Model(inputs, layers.Dense(1)(other(one(inputs))))


def frozen():
    model = flat()
    model.layers[0].trainable = False
    return model


def recurrent():
    lstm = layers.LSTM(2, kernel_regularizer=l2, recurrent_regularizer=l1, bias_regularizer=both, return_sequences=True)
    return keras.Sequential([keras.Input((4,)), layers.Reshape((4, 1)), lstm, layers.SimpleRNN(2, recurrent_regularizer=l2), layers.Dense(1)])


def wrapped():
    return keras.Sequential([
        keras.Input((4,)),
        layers.Reshape((4, 1)),
        layers.TimeDistributed(layers.Dense(2, kernel_regularizer=l2)),
        layers.Bidirectional(layers.SimpleRNN(2, kernel_regularizer=l1)),
        layers.Dense(1),
    ])


rng = np.random.default_rng(4)
x = rng.normal(size=(10, 4)).round(3).astype("float32")
y = rng.normal(size=(10, 1)).round(3).astype("float32")
runs = {}
for make in [flat, nested, shared, shared_by_two_models, frozen, recurrent, wrapped]:
    model = make()
    start = [rng.normal(size=weight.shape, scale=0.5).round(3).astype("float32") for weight in model.get_weights()]
    model.set_weights(start)
    model.compile(optimizer=keras.optimizers.SGD(0.05), loss="mean_squared_error")
    before = model.evaluate(x, y, batch_size=4, verbose=0)
    history = model.fit(x[:7], y[:7], batch_size=3, epochs=3, shuffle=False, validation_data=(x[7:], y[7:]), verbose=0)
    runs[make.__name__] = {
        "start": [weight.ravel().tolist() for weight in start],
        "evaluated": before,
        "history": history.history,
        "weights": [weight.ravel().tolist() for weight in model.get_weights()],
    }
values = {"versions": {"keras": keras.__version__, "numpy": np.__version__}, "x": x.ravel().tolist(), "y": y.ravel().tolist(), "runs": runs}
pathlib.Path(__file__).with_suffix(".json").write_text(json.dumps(values, indent=1) + "\n")
