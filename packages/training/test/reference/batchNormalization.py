"""Writes batchNormalization.json: training with batch normalization without scale or center. Run: python3 batchNormalization.py"""

import json
import os
import pathlib

os.environ["KERAS_BACKEND"] = "tensorflow"
import keras
import numpy as np

rng = np.random.default_rng(11)
x = rng.normal(2, 3, (16, 3)).astype("float32")
y = rng.normal(0, 1, (16, 1)).astype("float32")
kernel = rng.normal(0, 0.5, (3, 1)).astype("float32")

cases = []
for scale, center in [(False, True), (True, False), (False, False), (True, True)]:
    model = keras.Sequential([
        keras.layers.Input((3,)),
        keras.layers.BatchNormalization(scale=scale, center=center, momentum=0.9),
        keras.layers.Dense(1),
    ])
    model.layers[1].set_weights([kernel, np.zeros(1)])
    model.compile(optimizer=keras.optimizers.SGD(0.1), loss="mse")
    history = model.fit(x, y, batch_size=8, epochs=3, shuffle=False, verbose=0).history
    cases.append({
        "scale": scale,
        "center": center,
        "loss": history["loss"],
        "weights": [weight.ravel().tolist() for weight in model.get_weights()],
        "predicted": model.predict(x, verbose=0).ravel().tolist(),
    })
values = {
    "versions": {"keras": keras.__version__, "numpy": np.__version__},
    "x": x.astype(float).ravel().tolist(),
    "y": y.astype(float).ravel().tolist(),
    "kernel": kernel.astype(float).ravel().tolist(),
    "cases": cases,
}
path = pathlib.Path(__file__).with_suffix(".json")
path.write_text(json.dumps(values, indent=1) + "\n")
