"""Writes continueKeras.json: models that Keras trained for 3 epochs, gzipped, and the losses of 6 epochs without a break.

Run: python3 continueKeras.py
"""

import base64
import gzip
import json
import os
import pathlib
import tempfile

os.environ["KERAS_BACKEND"] = "tensorflow"
os.environ["CUDA_VISIBLE_DEVICES"] = "-1"

import keras
import numpy as np

rng = np.random.default_rng(11)
x = rng.normal(size=(48, 4)).astype("float32")
y = (x @ rng.normal(size=(4, 3))).argmax(1)

optimizers = {
    "adam": lambda: keras.optimizers.Adam(0.01),
    "sgd": lambda: keras.optimizers.SGD(0.1),
    "momentum": lambda: keras.optimizers.SGD(0.05, momentum=0.9),
    "nesterov": lambda: keras.optimizers.SGD(0.05, momentum=0.9, nesterov=True),
    "rmsprop": lambda: keras.optimizers.RMSprop(0.01),
    "rmspropMomentum": lambda: keras.optimizers.RMSprop(0.003, momentum=0.9),
    "rmspropCentered": lambda: keras.optimizers.RMSprop(0.005, centered=True),
}


def case(optimizer):
    keras.utils.set_random_seed(5)
    model = keras.Sequential(
        [keras.Input((4,)), keras.layers.Dense(8, "tanh"), keras.layers.BatchNormalization(), keras.layers.Dense(3, "softmax")]
    )
    model.compile(optimizer(), "sparse_categorical_crossentropy", metrics=["accuracy"])
    train = lambda: model.fit(x, y, batch_size=8, epochs=3, shuffle=False, verbose=0).history["loss"]
    losses = train()
    files = {}
    with tempfile.TemporaryDirectory() as folder:
        for ending in [".keras", ".h5"]:
            path = os.path.join(folder, "model" + ending)
            model.save(path)
            with open(path, "rb") as file:
                files[ending] = base64.b64encode(gzip.compress(file.read(), 9, mtime=0)).decode()
    return {"losses": losses + train(), "files": files}


cases = {name: case(make) for name, make in optimizers.items()}
result = {"x": x.ravel().tolist(), "y": y.tolist(), "cases": cases}
pathlib.Path(__file__).with_suffix(".json").write_text(json.dumps(result) + "\n")
