"""Writes transfer.json: a trained network with another head, its layers frozen or not, in Keras. Run: python3 transfer.py"""

import json
import os
import pathlib

os.environ["KERAS_BACKEND"] = "tensorflow"
import keras
import numpy as np

layers = keras.layers
rng = np.random.default_rng(23)
x = rng.normal(1, 2, (12, 5, 5, 1)).astype("float32")
y = rng.integers(0, 3, 12)
draw = lambda *shape: rng.normal(0, 0.5, shape).astype("float32")
# A network that has learned: its moving averages are not those of the batches to come.
body = {
    "conv1": [draw(3, 3, 1, 3)],
    "norm1": [1 + draw(3), draw(3), draw(3), np.exp(draw(3))],
    "conv2": [draw(2, 2, 3, 4)],
    "norm2": [draw(4), draw(4), np.exp(draw(4))],
}
head = [draw(4, 3), draw(3)]


class Losses(keras.callbacks.Callback):
    """The loss over the batches of an epoch so far, after each batch."""

    def __init__(self):
        super().__init__()
        self.losses = []

    def on_train_batch_end(self, batch, logs=None):
        self.losses.append(float(logs["loss"]))


flat = lambda array: np.asarray(array, float).ravel().tolist()


def trained(frozen):
    backbone = keras.Sequential([
        layers.Input((5, 5, 1)),
        layers.Conv2D(3, 3, use_bias=False, name="conv1"),
        layers.BatchNormalization(momentum=0.9, name="norm1"),
        layers.Activation("relu"),
        layers.Conv2D(4, 2, use_bias=False, name="conv2"),
        layers.BatchNormalization(momentum=0.6, scale=False, name="norm2"),
        layers.Activation("relu"),
        layers.GlobalAveragePooling2D(),
        layers.Dense(2, activation="softmax"),
    ])
    for name, weights in body.items():
        backbone.get_layer(name).set_weights(weights)
        backbone.get_layer(name).trainable = name not in frozen
    model = keras.Sequential([*backbone.layers[:-1], layers.Dense(3, activation="softmax", name="head")])
    model.build((None, 5, 5, 1))
    model.get_layer("head").set_weights(head)
    model.compile(keras.optimizers.SGD(0.1, momentum=0.9), "sparse_categorical_crossentropy")
    losses = Losses()
    model.fit(x, y, batch_size=4, epochs=4, shuffle=False, verbose=0, callbacks=[losses])
    return {
        "losses": losses.losses,
        "weights": {name: [flat(w) for w in model.get_layer(name).get_weights()] for name in [*body, "head"]},
        "predicted": flat(model.predict(x, verbose=0)),
    }


values = {
    "versions": {"keras": keras.__version__, "numpy": np.__version__},
    "x": flat(x),
    "y": y.tolist(),
    "body": {name: [flat(w) for w in weights] for name, weights in body.items()},
    "head": [flat(w) for w in head],
    "runs": {"true": trained(list(body)), "false": trained([]), "norm1": trained(["conv1", "norm1"])},
}
path = pathlib.Path(__file__).with_suffix(".json")
path.write_text(json.dumps(values) + "\n")
