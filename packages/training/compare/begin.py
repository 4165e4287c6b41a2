"""begin.py FOLDER: saves a compiled model for each optimizer before its first step, and the losses of six epochs without a break."""

import gc
import json
import os
import sys

os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
os.environ["CUDA_VISIBLE_DEVICES"] = "-1"

import keras
import numpy as np
from optimizers import OPTIMIZERS

# What was imported stays: clear_session collects garbage, which would walk all of it for each model.
gc.freeze()

folder = sys.argv[1]
rng = np.random.default_rng(11)
x = rng.normal(size=(48, 4)).astype("float32")
y = (x @ rng.normal(size=(4, 3))).argmax(1)
losses = {}
for name, make in OPTIMIZERS.items():
    keras.utils.clear_session()
    keras.utils.set_random_seed(5)
    model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(8, "tanh"), keras.layers.BatchNormalization(), keras.layers.Dense(3, "softmax")])
    model.compile(make(), "sparse_categorical_crossentropy")
    model.save(os.path.join(folder, f"{name}.start.keras"))
    losses[name] = model.fit(x, y, batch_size=8, epochs=6, shuffle=False, verbose=0).history["loss"]
with open(os.path.join(folder, "training.json"), "w") as file:
    json.dump({"x": x.ravel().tolist(), "y": y.tolist(), "losses": losses}, file)
