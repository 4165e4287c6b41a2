"""Writes fitOptions.json: Keras' callbacks, schedules and class weights on the network of fit.json, and scikit-learn's
balanced class weights. Run: python3 fitOptions.py, after fit.py"""

import json
import os
import pathlib

os.environ["KERAS_BACKEND"] = "tensorflow"
import keras
import numpy as np
import sklearn
from sklearn.utils.class_weight import compute_class_weight

here = pathlib.Path(__file__).parent
start = json.loads((here / "fit.json").read_text())
x = np.array(start["x"], np.float32).reshape(20, 5)
y = np.array(start["y"])
schedules = keras.optimizers.schedules


def train(optimizer, epochs, callbacks=(), **options):
    model = keras.Sequential([
        keras.Input((5,)),
        keras.layers.Dense(4, activation="tanh"),
        keras.layers.Dense(3, activation="softmax"),
    ])
    model.set_weights([
        np.array(start["hidden"]).reshape(5, 4), np.zeros(4), np.array(start["output"]).reshape(4, 3), np.zeros(3),
    ])
    model.compile(optimizer=optimizer, loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    history = model.fit(x, y, batch_size=6, epochs=epochs, shuffle=False, validation_split=0.3, verbose=0,
                        callbacks=list(callbacks), **options).history
    return {
        "history": {key: [float(value) for value in values] for key, values in history.items()},
        "weights": [np.asarray(weight).astype(float).ravel().tolist() for weight in model.get_weights()],
    }


def stopped(**options):
    callback = keras.callbacks.EarlyStopping(**options)
    run = train(keras.optimizers.Adam(0.05), 18, [callback])
    return {**run, "bestEpoch": callback.best_epoch + 1, "best": float(callback.best)}


curves = {
    "exponentialDecay": schedules.ExponentialDecay(0.1, 10, 0.5),
    "exponentialDecayStaircase": schedules.ExponentialDecay(0.1, 10, 0.5, staircase=True),
    "inverseTimeDecay": schedules.InverseTimeDecay(0.1, 1, 0.02),
    "inverseTimeDecayStaircase": schedules.InverseTimeDecay(0.1, 7, 0.5, staircase=True),
    "cosineDecay": schedules.CosineDecay(0.1, 20),
    "cosineDecayAlpha": schedules.CosineDecay(0.1, 20, alpha=0.25),
}
labels = np.random.default_rng(2).choice(4, 50, p=[0.5, 0.3, 0.15, 0.05])
values = {
    "versions": {"keras": keras.__version__, "scikit-learn": sklearn.__version__, "numpy": np.__version__},
    "earlyStopping": {
        "patience3": stopped(patience=3, restore_best_weights=True),
        "patience0": stopped(patience=0, restore_best_weights=True),
        "lastWeights": stopped(patience=3),
        "minDelta": stopped(patience=3, min_delta=0.002, restore_best_weights=True),
        "accuracy": stopped(monitor="val_accuracy", patience=4, restore_best_weights=True),
        "max": stopped(monitor="val_loss", mode="max", patience=2, restore_best_weights=True),
        "startFromEpoch": stopped(patience=2, start_from_epoch=7, restore_best_weights=True),
        "lastEpoch": stopped(monitor="loss", patience=5, restore_best_weights=True),
    },
    "reduceOnPlateau": {
        "patience2": train(keras.optimizers.Adam(0.05), 18,
                           [keras.callbacks.ReduceLROnPlateau(factor=0.5, patience=2)]),
        "cooldown": train(keras.optimizers.Adam(0.1), 16,
                          [keras.callbacks.ReduceLROnPlateau(factor=0.3, patience=1, cooldown=2, min_lr=0.005)]),
        "accuracy": train(keras.optimizers.RMSprop(0.02), 12,
                          [keras.callbacks.ReduceLROnPlateau(monitor="accuracy", patience=3, min_delta=0.05)]),
    },
    "schedules": {
        name: [float(schedule(step)) for step in range(31)] for name, schedule in curves.items()
    },
    "scheduled": {
        "sgd": train(keras.optimizers.SGD(schedules.ExponentialDecay(0.5, 3, 0.8)), 6),
        "rmsprop": train(keras.optimizers.RMSprop(schedules.InverseTimeDecay(0.01, 1, 0.1)), 6),
        "adam": train(keras.optimizers.Adam(schedules.CosineDecay(0.02, 18)), 6),
    },
    "classWeights": train(keras.optimizers.SGD(0.5), 4, class_weight={0: 0.5, 1: 2.0, 2: 1.25}),
    "balanced": {
        "labels": labels.tolist(),
        "weights": compute_class_weight("balanced", classes=np.arange(4), y=labels).tolist(),
    },
}
path = pathlib.Path(__file__).with_suffix(".json")
path.write_text(json.dumps(values, indent=1) + "\n")
