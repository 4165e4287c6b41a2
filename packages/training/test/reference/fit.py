"""Writes fit.json: a tiny network trained by Keras, batch by batch in order. Run: python3 fit.py"""

import json
import os
import pathlib

os.environ["KERAS_BACKEND"] = "tensorflow"
import keras
import numpy as np

rng = np.random.default_rng(3)
x = rng.random((20, 5)).astype(np.float32)
y = rng.integers(0, 3, 20)
hidden = rng.normal(0, 0.5, (5, 4)).astype(np.float32)
output = rng.normal(0, 0.5, (4, 3)).astype(np.float32)

optimizers = {
    "sgd": lambda: keras.optimizers.SGD(0.5),
    "momentum": lambda: keras.optimizers.SGD(0.1, momentum=0.9),
    "rmsprop": lambda: keras.optimizers.RMSprop(0.01),
    "adam": lambda: keras.optimizers.Adam(0.01),
}
runs = {}
for name, make in optimizers.items():
    model = keras.Sequential([
        keras.Input((5,)),
        keras.layers.Dense(4, activation="tanh"),
        keras.layers.Dense(3, activation="softmax"),
    ])
    model.set_weights([hidden, np.zeros(4), output, np.zeros(3)])
    model.compile(optimizer=make(), loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    history = model.fit(x, y, batch_size=6, epochs=4, shuffle=False, validation_split=0.3, verbose=0).history
    runs[name] = {
        "history": {key: [float(value) for value in values] for key, values in history.items()},
        "weights": [np.asarray(weight).astype(float).ravel().tolist() for weight in model.get_weights()],
    }
values = {
    "versions": {"keras": keras.__version__, "numpy": np.__version__},
    "x": x.astype(float).ravel().tolist(),
    "y": y.tolist(),
    "hidden": hidden.astype(float).ravel().tolist(),
    "output": output.astype(float).ravel().tolist(),
    "runs": runs,
}
path = pathlib.Path(__file__).with_suffix(".json")
path.write_text(json.dumps(values, indent=1) + "\n")
