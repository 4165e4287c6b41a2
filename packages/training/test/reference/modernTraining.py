"""Writes modernTraining.json: batch normalization, smoothed labels, decoupled weight decay and averaged weights, in Keras.

Run: python3 modernTraining.py, after fit.py, whose samples and network the runs of options share.
"""

import json
import os
import pathlib

os.environ["KERAS_BACKEND"] = "tensorflow"
import keras
import numpy as np

keras.config.set_floatx("float32")
folder = pathlib.Path(__file__).parent
start = json.loads((folder / "fit.json").read_text())


class Losses(keras.callbacks.Callback):
    """The loss over the batches of an epoch so far, after each batch."""

    def __init__(self):
        super().__init__()
        self.losses = []

    def on_train_batch_end(self, batch, logs=None):
        self.losses.append(float(logs["loss"]))


def normalized():
    rng = np.random.default_rng(19)
    x = rng.normal(1, 2, (32, 6, 6, 2)).astype("float32")
    y = rng.integers(0, 3, 32)
    weights = [
        rng.normal(0, 0.3, (3, 3, 2, 4)).astype("float32"),
        rng.normal(0, 0.3, (3, 3, 4, 5)).astype("float32"),
        rng.normal(0, 0.5, (5, 3)).astype("float32"),
    ]
    layers = keras.layers
    model = keras.Sequential([
        layers.Input((6, 6, 2)),
        layers.Conv2D(4, 3, padding="same", use_bias=False),
        layers.BatchNormalization(momentum=0.9),
        layers.Activation("gelu"),
        layers.Conv2D(5, 3, padding="same", use_bias=False),
        layers.BatchNormalization(momentum=0.6, scale=False),
        layers.Activation("silu"),
        layers.GlobalAveragePooling2D(),
        layers.Dense(3, activation="softmax"),
    ])
    model.layers[0].set_weights(weights[:1])
    model.layers[3].set_weights(weights[1:2])
    model.layers[7].set_weights([weights[2], np.zeros(3)])
    model.compile(keras.optimizers.SGD(0.05, momentum=0.9, nesterov=True), "sparse_categorical_crossentropy")
    losses = Losses()
    model.fit(x, y, batch_size=8, epochs=5, shuffle=False, verbose=0, callbacks=[losses])
    flat = lambda array: np.asarray(array, float).ravel().tolist()
    return {
        "x": flat(x),
        "y": y.tolist(),
        "kernels": [flat(kernel) for kernel in weights],
        "losses": losses.losses,
        "moving": [flat(value) for index in (1, 4) for value in model.layers[index].get_weights()[-2:]],
        "predicted": flat(model.predict(x, verbose=0)),
    }


def option(optimizer, smoothing=0.0):
    x = np.reshape(np.array(start["x"], "float32"), (20, 5))
    y = keras.utils.to_categorical(start["y"], 3)
    model = keras.Sequential([
        keras.layers.Input((5,)),
        keras.layers.Dense(4, activation="tanh"),
        keras.layers.Dense(3, activation="softmax"),
    ])
    model.layers[0].set_weights([np.reshape(start["hidden"], (5, 4)), np.zeros(4)])
    model.layers[1].set_weights([np.reshape(start["output"], (4, 3)), np.zeros(3)])
    model.compile(optimizer, keras.losses.CategoricalCrossentropy(label_smoothing=smoothing))
    losses = Losses()
    model.fit(x, y, batch_size=6, epochs=5, shuffle=False, verbose=0, callbacks=[losses])
    return {"losses": losses.losses, "weights": [weight.ravel().tolist() for weight in model.get_weights()]}


optimizers = keras.optimizers
warm = optimizers.schedules.CosineDecay(0.0, decay_steps=20, warmup_target=0.1, warmup_steps=5)
values = {
    "versions": {"keras": keras.__version__, "numpy": np.__version__},
    "normalized": normalized(),
    "runs": {
        "labelSmoothing": option(optimizers.SGD(0.5), smoothing=0.2),
        "adamw": option(optimizers.AdamW(0.01, weight_decay=0.1)),
        "sgd": option(optimizers.SGD(0.1, momentum=0.85, nesterov=True, weight_decay=0.05)),
        "ema": option(optimizers.SGD(0.5, use_ema=True, ema_momentum=0.8)),
    },
    "warmUp": [float(warm(step)) for step in range(28)],
}
(folder / "modernTraining.json").write_text(json.dumps(values, indent=1) + "\n")
